// Looks for texts in a folder that a browser has written: in every file, unpacked where Firefox or a server packed it, in
// the two encodings in which browsers write text, and as it stands in an address.

import { readFile, readdir } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { gunzipSync } from 'node:zlib'

/** How Firefox begins what it packs: `mozLz40\0`, the length, and one block of LZ4. */
const PACKED = Buffer.from('mozLz40\0')
const ZIPPED = Buffer.from([0x1f, 0x8b, 8])

/**
 * The texts that are found, each with the first file that it is in, of those files whose path `within` finds. What stands in
 * a file as part of one of `known`, whole, does not count: a browser's copy of the page.
 */
export async function findTexts(folder, texts, { within = /^/, known = [] } = {}) {
  const found = new Map()
  const formsOf = (text) => [text, encodeURIComponent(text)].flatMap((form) => [Buffer.from(form), Buffer.from(form, 'utf16le')])
  const sought = [...new Set(texts)].map((text) => [text, formsOf(text)])
  for (const [file, whole] of await contents(folder, within)) {
    const bytes = known.reduce((bytes, text) => cut(bytes, Buffer.from(text)), whole)
    for (const [text, forms] of sought) {
      if (!found.has(text) && forms.some((form) => bytes.includes(form))) found.set(text, file)
    }
  }
  return found
}

function cut(bytes, known) {
  const start = bytes.indexOf(known)
  return start < 0 ? bytes : Buffer.concat([bytes.subarray(0, start), cut(bytes.subarray(start + known.length), known)])
}

/** The files of a folder, by their paths in it. If the browser changes any of them meanwhile, all are read anew. */
async function contents(folder, within, tries = 50) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => relative(folder, join(entry.parentPath, entry.name)))
  const files = paths.filter((path) => within.test(path))
  try {
    return await Promise.all(files.map(async (file) => [file, unpacked(await readFile(join(folder, file)))]))
  } catch (error) {
    if (tries === 0) throw error
    await new Promise((again) => setTimeout(again, 20))
    return contents(folder, within, tries - 1)
  }
}

function unpacked(bytes) {
  if (bytes.subarray(0, 8).equals(PACKED)) return unpackBlock(bytes.subarray(12), bytes.readUInt32LE(8))
  if (bytes.subarray(0, 3).equals(ZIPPED)) return gunzipSync(bytes)
  return bytes
}

/** A block of LZ4 (https://github.com/lz4/lz4/blob/dev/doc/lz4_Block_format.md), which holds so many bytes. */
export function unpackBlock(block, length) {
  const bytes = Buffer.alloc(length)
  let [from, to] = [0, 0]
  const readLength = (half) => {
    let sum = half
    for (let more = half === 15 ? 255 : 0; more === 255; sum += more) more = block[from++]
    return sum
  }
  while (from < block.length) {
    const token = block[from++]
    const literals = readLength(token >> 4)
    to += block.copy(bytes, to, from, from + literals)
    from += literals
    if (from >= block.length) break
    const back = block.readUInt16LE(from)
    from += 2
    // It may overlap with what it makes, so it goes byte by byte.
    for (let left = readLength(token & 15) + 4; left > 0; left -= 1, to += 1) bytes[to] = bytes[to - back]
  }
  if (to !== length) throw new Error(`the block holds ${to} bytes instead of ${length}`)
  return bytes
}
