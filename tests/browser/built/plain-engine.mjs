// The engine of check-compat.html, which is plain JavaScript: what it names, and what it holds. WebAssembly can do
// nothing but call its imports; JavaScript can name all that a page has, so here its words are read.

/** The script of the engine: from its memory to where wasm-bindgen's glue begins. */
export function engineScript(script) {
  const from = script.indexOf('var bufferView')
  const to = script.indexOf('let wasm_bindgen = (function(exports)')
  if (from < 0 || to < from) throw new Error('the script is not built as it was: say anew where the engine stands in it')
  return script.slice(from, to)
}

const SEGMENT = /base64DecodeToExistingUint8Array\(bufferView, \d+, "([\w+/=]*)"\);/g

/** What the engine's memory begins with, segment by segment. */
export function memoryOf(engine) {
  const segments = [...engine.matchAll(SEGMENT)].map(([, text]) => Buffer.from(text, 'base64'))
  if (segments.length === 0) throw new Error('the engine has nothing in its memory')
  return segments
}

/** A script without what is in the memory of the engine, in whose letters any short word may turn up. */
export const withoutMemory = (script) => script.replace(SEGMENT, '')

/** What wasm2js names by number, or after a function of Rust, with the runtime of its own. */
const NUMBERED =
  /^((fimport|global|label|wasm2js_i32|wasm2js_i64|wasm2js_f64)?\$\d+(_\d+)?|(block|label|folding_inner)\d*|__wasm_\w+|__inlined_func\$\w+\$\d+)$/

const words = (text) => new Set(text.trim().split(/\s+/))

const KNOWN = words(`
  async break case class const continue default else for function get if let new null return set switch throw var while
  Array ArrayBuffer Error Float32Array Float64Array Int16Array Int32Array Int8Array Math Object Uint16Array Uint32Array
  Uint8Array
  FUNCTION_TABLE HEAP16 HEAP32 HEAP8 HEAPF32 HEAPF64 HEAPU16 HEAPU32 HEAPU8 Instance Math_abs Math_ceil Math_clz32
  Math_floor Math_fround Math_imul Math_max Math_min Math_sqrt Math_trunc WebAssembly $_prescreen_bg_js _global$1 _global$2
  asmFunc b1 b2 b64 bLength base64DecodeToExistingUint8Array base64ReverseLookup buffer bufferView end exports i
  i64toi32_i32$HIGH_BITS imports initActiveSegments instance instantiate j module newBuffer newHEAP8 newPages offset
  oldPages pagesToAdd uint8Array value wasm2js_trap`)

const KNOWN_PROPERTIES = words(`
  abs byteLength ceil charCodeAt clz32 create floor fround imul length max min prototype set sqrt trunc`)

const KNOWN_TEXTS = words(`./prescreen_bg.js = abort memory grow buffer get value measure start`)

/** wasm-bindgen's own names, of imports and exports. */
const BINDINGS = /^__(wbg|wbindgen|wasm_bindgen|abort_handler|instance_terminated)\w*$/

/** All that the engine names and does not need: a name, a property, a text that could be one, and what hides any of them. */
export function strangersIn(engine) {
  const texts = []
  // Without what it holds, and without comments; where a text could end elsewhere than at the next such mark, say so.
  const hidden = engine.match(/[`\\]/g) ?? []
  const plain = withoutMemory(engine).replace(/"[^"\n]*"|'[^'\n]*'|\/\*[^]*?\*\/|\/\/.*$/gm, (part) => {
    if (/^["']/.test(part)) texts.push(part.slice(1, -1))
    return ' "" '
  })
  const names = plain.match(/(?<![\w$])(?<!(?<!\.)\.\s*)[\p{ID_Start}_$][\p{ID_Continue}$]*/gu) ?? []
  const properties = plain.match(/(?<=(?<!\.)\.\s*)[\p{ID_Start}_$][\p{ID_Continue}$]*/gu) ?? []
  const strangers = [
    ...hidden,
    ...names.filter((name) => !KNOWN.has(name) && !NUMBERED.test(name)),
    ...properties.filter((name) => !KNOWN_PROPERTIES.has(name) && !BINDINGS.test(name)),
    ...texts.filter((text) => !KNOWN_TEXTS.has(text) && !BINDINGS.test(text)),
  ]
  return [...new Set(strangers)]
}
