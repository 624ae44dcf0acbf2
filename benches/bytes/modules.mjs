// What the bytes of the WebAssembly are, by the module of the source that they come from: the sum of its functions, read
// from a copy that still has the names (tools/shrink.mjs). After brotli a module costs the file with its functions minus
// the file without them. What is generic is named after the library that it stands in, whoever uses it.

import { brotli } from './brotli.mjs'
import { readModule } from './module.mjs'

/** Modules smaller than this, in raw bytes, are one row. */
const SMALL = 1500

/** The bytes of a module with names: `[module, raw, after brotli]`, most first. */
export function modulesOf(bytes) {
  const { functions, data, end } = readModule(bytes)
  const shipped = bytes.subarray(0, end)
  const groups = grouped(functions)
  const [large, small] = [[], []]
  for (const [name, ranges] of groups) (lengthOf(ranges) < SMALL ? small : large).push([name, ranges])
  const rows = [...large, ['all smaller ones', small.flatMap(([, ranges]) => ranges)], ['data: texts and tables', [data]]]
  const whole = brotli(shipped)
  return rows
    .map(([name, ranges]) => [name, lengthOf(ranges), whole - brotli(without(shipped, ranges))])
    .sort((one, other) => other[1] - one[1])
}

function grouped(functions) {
  const groups = new Map()
  for (const each of functions) groups.set(moduleOf(each.name), [...(groups.get(moduleOf(each.name)) ?? []), each])
  return groups
}

/** Own code by layer and file, the libraries by crate. */
function moduleOf(name) {
  const own = name.match(/prescreen::(\w+)(?:::([a-z_0-9]+)(?=::))?/)
  if (own) return own[2] && own[2] !== '_' ? `${own[1]}::${own[2]}` : own[1]
  // What wasm-bindgen makes of an exported function, where the whole function may have been taken in.
  if (/ shim\b/.test(name)) return 'web::page'
  const crates = name.match(/\b[a-z_0-9]+(?=(?:\[\w+\])?::)/g) ?? []
  const library = crates.find((crate) => !['core', 'alloc'].includes(crate))
  if (/\b(serde|serde_core|postcard)\b/.test(name)) return 'serde and postcard'
  return crates.some((crate) => ['core', 'alloc', 'std'].includes(crate)) ? 'core and alloc' : (library ?? 'without a name')
}

const lengthOf = (ranges) => ranges.reduce((sum, { start, end }) => sum + end - start, 0)

function without(bytes, ranges) {
  const kept = []
  let from = 0
  for (const { start, end } of ranges.toSorted((one, other) => one.start - other.start)) {
    kept.push(bytes.subarray(from, start))
    from = end
  }
  return Buffer.concat([...kept, bytes.subarray(from)])
}
