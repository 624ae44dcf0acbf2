// Where what stands in the bytes of a WebAssembly module: its sections, its functions, their names. It knows no more of
// the format than that, and nothing of this project.

const [CUSTOM, CODE, DATA] = [0, 10, 11]
const HEADER = 8

/**
 * What a module is made of: `functions` (`{ name, start, end }`) and `data` (`{ start, end }`), as places in its bytes,
 * and `end`, where what is custom begins.
 */
export function readModule(bytes) {
  const sections = sectionsOf(bytes)
  const find = (id) => sections.find((section) => section.id === id)
  const names = namesOf(bytes, sections)
  const imported = WebAssembly.Module.imports(new WebAssembly.Module(bytes)).filter(({ kind }) => kind === 'function').length
  const bodies = bodiesOf(bytes, find(CODE))
  const functions = bodies.map((body, place) => ({ ...body, name: names.get(imported + place) ?? '' }))
  return { functions, data: find(DATA), end: Math.min(...sections.filter(({ id }) => id === CUSTOM).map(({ start }) => start)) }
}

/** A reader of numbers as WebAssembly writes them, from a place on. */
function reader(bytes, place) {
  const number = () => {
    let value = 0
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[place++]
      value += (byte & 127) * 2 ** shift
      if (byte < 128) return value
    }
  }
  const text = () => {
    const length = number()
    return bytes.toString('utf8', place, (place += length))
  }
  return { number, text, skip: (count) => (place += count), place: () => place }
}

function sectionsOf(bytes) {
  const read = reader(bytes, HEADER)
  const sections = []
  while (read.place() < bytes.length) {
    const start = read.place()
    const id = read.number()
    const length = read.number()
    sections.push({ id, start, content: read.place(), end: read.skip(length) })
  }
  return sections
}

function bodiesOf(bytes, { content }) {
  const read = reader(bytes, content)
  return Array.from({ length: read.number() }, () => {
    const start = read.place()
    const length = read.number()
    return { start, end: read.skip(length) }
  })
}

/** The names of functions by their index, of the custom section that has them. */
function namesOf(bytes, sections) {
  const FUNCTIONS = 1
  const names = new Map()
  for (const { content, end } of sections.filter(({ id }) => id === CUSTOM)) {
    const read = reader(bytes, content)
    if (read.text() !== 'name') continue
    while (read.place() < end) {
      const kind = read.number()
      const length = read.number()
      const next = read.place() + length
      if (kind === FUNCTIONS) {
        for (let count = read.number(); count > 0; count -= 1) names.set(read.number(), read.text())
      }
      read.skip(next - read.place())
    }
  }
  return names
}
