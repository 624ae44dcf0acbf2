// node tools/compat.mjs ENGINE GLUE
// Joins what wasm2js wrote, a module, and wasm-bindgen's glue to one classic script that needs no WebAssembly.
// Each change is one that must be found: another version of either tool may write something else.

import { readFileSync } from 'node:fs'

const [engine, glue] = process.argv.slice(2).map((path) => readFileSync(path, 'utf8'))

/** Replaces exactly so many places. */
function replace(text, pattern, replacement, count) {
  const found = text.match(pattern)?.length ?? 0
  if (found !== count) throw new Error(`${pattern} is found ${found} times instead of ${count}`)
  return text.replace(pattern, replacement)
}

/** The engine as a function of what it imports: without the lines that make it a module. */
function asFunction(module) {
  const [body] = module.split(/^var retasmFunc = /m)
  return replace(body, /^import .*\n/gm, '', 1)
}

/** The glue keeps views of the memory. Here a memory that grows is another buffer, and the one before is not detached. */
function withFreshViews(glue) {
  const fresh = (view) => `${view} === null || ${view}.buffer !== wasm.memory.buffer`
  const outdated = /cached(Uint8Array|DataView)Memory0 === null \|\| .*?(?=\) \{)/g
  return replace(glue, outdated, (_, view) => fresh(`cached${view}Memory0`), 2)
}

process.stdout.write(`let wasm_bindgen = (() => {
${asFunction(engine)}
const WebAssembly = {
  Instance: class {},
  instantiate: async (module, imports) => ({ module, instance: { exports: asmFunc(imports) } }),
};
${withFreshViews(glue)}
return wasm_bindgen;
})();
`)
