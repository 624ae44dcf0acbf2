// node tools/shrink.mjs MODULE NAMED
// Makes a WebAssembly module of wasm-bindgen's as small as it gets, in its place. NAMED gets the same module with the
// names of its functions, for `make bench`, which says what the bytes are.
//
// First what is said of a panic is taken away, and with it the texts, places and formatting that nothing else uses: a
// panic stops the page either way, and nobody on a family's phone reads a console. Then binaryen does what it can.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import binaryen from 'binaryen'

const [path, named] = process.argv.slice(2)

// The features are named, not taken from the module, and named they stay at what browsers have that know
// 'wasm-unsafe-eval'.
const { BulkMemory, BulkMemoryOpt, CallIndirectOverlong, Multivalue, MutableGlobals, NontrappingFPToInt, ReferenceTypes, SignExt } =
  binaryen.Features
const FEATURES =
  BulkMemory | BulkMemoryOpt | CallIndirectOverlong | Multivalue | MutableGlobals | NontrappingFPToInt | ReferenceTypes | SignExt

// The functions of Rust's library that end in a panic, by their names in the module. What shows a value to programmers
// (`Debug`) is not among them: serde quotes with it what it refuses.
const PANICS = [
  /^core\[\w+\]::panicking::/,
  /^core\[\w+\]::(option|result)::(unwrap|expect)_failed$/,
  /^core\[\w+\]::(slice|str)::.*_fail(_rt)?$/,
  /^core\[\w+\]::cell::panic_/,
  /^alloc\[\w+\]::raw_vec::(capacity_overflow|handle_error)$/,
  /^alloc\[\w+\]::alloc::handle_alloc_error$/,
  /^__rustc\[\w+\]::(rust_begin_unwind|rust_panic)$/,
]

const module = binaryen.readBinary(readFileSync(path))
module.setFeatures(FEATURES)

const unseen = new Set(PANICS)
for (let place = 0; place < module.getNumFunctions(); place += 1) {
  const found = module.getFunctionByIndex(place)
  const { name, module: imported } = binaryen.getFunctionInfo(found)
  const pattern = PANICS.find((pattern) => pattern.test(name))
  if (imported || !pattern) continue
  binaryen.Function.setBody(found, module.unreachable())
  unseen.delete(pattern)
}
// Another version of Rust may name them otherwise; that is to be seen, not to be guessed from a page that has grown.
if (unseen.has(PANICS[0])) throw new Error(`${path} has no function of ${PANICS[0]}`)

binaryen.setOptimizeLevel(2)
binaryen.setShrinkLevel(2)
// Over code without nested blocks it finds more, and more again the second time.
module.runPasses(['flatten', 'rereloop'])
module.optimize()
module.optimize()
binaryen.setDebugInfo(true)
mkdirSync(dirname(named), { recursive: true })
writeFileSync(named, module.emitBinary())
binaryen.setDebugInfo(false)
// Names and producers are not for the people who load the page.
module.runPasses(['strip-debug', 'strip-producers', 'strip-target-features'])
if (!module.validate()) throw new Error(`${path} is no valid module any more`)
writeFileSync(path, module.emitBinary())
