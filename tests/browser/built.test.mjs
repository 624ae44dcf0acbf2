// What was built, read as a reviewer would read it: what the engine can ask of the browser, and every address in every
// file. `ACCEPT=1 node --test tests/browser/built.test.mjs` writes both lists anew; read them before you commit them.

import assert from 'node:assert/strict'
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { test } from 'node:test'

const PLACE = 'tests/browser/built'
const PAGE = readFileSync('dist/check.html', 'utf8')
const COMPAT = readFileSync('dist/check-compat.html', 'utf8')

/** Holds a text to a file that people read. */
function assertGolden(name, text) {
  const path = `${PLACE}/${name}`
  if (process.env.ACCEPT) writeFileSync(path, text)
  assert.equal(text, readFileSync(path, 'utf8'))
}

/** The document in the frame, as a browser reads it out of the attribute. */
function appOf(page) {
  const [, attribute] = page.match(/ srcdoc="([^"]*)"/)
  return attribute.replaceAll('&quot;', '"').replaceAll('&amp;', '&')
}

/** The bytes of a data block: the first 256 letters are those of the bytes from 0 to 255. */
function blockOf(page, id) {
  const [, text] = appOf(page).match(new RegExp(`id="${id}">([^<]*)<`))
  const letters = Array.from(text)
  const byte = new Map(letters.slice(0, 256).map((letter, value) => [letter, value]))
  return Buffer.from(letters.slice(256).map((letter) => byte.get(letter)))
}

/** What the glue does for each import, by name. */
function gluesOf(script) {
  const [, table] = script.match(/function __wbg_get_imports\(\) \{\s*const import0 = \{([\s\S]*?)\n\};\nreturn/)
  const entries = table.split(/^(__wb\w+): /m).slice(1)
  const names = entries.filter((_, place) => place % 2 === 0)
  return new Map(names.map((name, place) => [name, entries[2 * place + 1].trim().replace(/,$/, '')]))
}

/** The name without the part that tells one build from another. */
const plainly = (name) => name.replace(/_[0-9a-f]{16}$/, '').replace(/^__wbg_(?!_)/, '')

function described([name, done]) {
  return `${plainly(name)}: ${done.replace(/h[0-9a-f]{16,}/, '').split('\n').join('\n    ')}`
}

test('the engine in check.html is the one that was compiled', () => {
  assert.deepEqual(blockOf(PAGE, 'engine'), readFileSync('pkg/page/prescreen_bg.wasm'))
})

test('what the engine can ask of the browser is listed, with what is done then, and none of it is input or output', () => {
  const module = new WebAssembly.Module(blockOf(PAGE, 'engine'))
  const imports = WebAssembly.Module.imports(module)
  const glues = gluesOf(appOf(PAGE))
  assert.deepEqual(imports.map(({ name }) => name).sort(), [...glues.keys()].sort())
  assert.ok(imports.every(({ module, kind }) => module === './prescreen_bg.js' && kind === 'function'))
  const list = [...glues].map(described).sort().join('\n')
  assertGolden('imports.txt', `${list}\n`)
  assert.doesNotMatch(list, OUTWARD)
})

/** Ways to anything outside of the document. */
const OUTWARD =
  /reflect|fetch|xmlhttp|socket|eventsource|beacon|rtc|transport|worker|import\(|eval|\bopen\b|location|href|\bsrc|storage|cookie|caches|indexeddb|navigator|postmessage|broadcast|clipboard|credential|innerhtml|document\.write|\bname =|download/i

test('a way out would be noticed in the list', () => {
  for (const body of ['fetch(arg0)', 'arg0.src = arg1', 'new WebSocket(arg0)', 'arg0.location.href', 'localStorage.x = 1']) {
    assert.match(`anything(arg0, arg1)\n    ${body};`, OUTWARD)
  }
})

test('the plain JavaScript asks for the same, but for keeping what it is given', () => {
  const names = (page) => [...gluesOf(appOf(page)).keys()].map(plainly)
  const [page, compat] = [names(PAGE), names(COMPAT)]
  assert.deepEqual(
    compat.filter((name) => !page.includes(name)),
    ['__wbindgen_object_drop_ref'],
  )
  assert.deepEqual(
    page.filter((name) => !compat.includes(name)),
    ['__wbindgen_init_externref_table'],
  )
})

const ADDRESSES = [
  /\b[a-z][a-z0-9+.-]*:\/\/[^\s"'`<>)]*/gi,
  /(?<![:\w])\/\/[\w-]+\.[\w.-]+[^\s"'`<>)]*/g,
  /\bwww\.[^\s"'`<>)]*/gi,
  /\b(?:tel|mailto|sms|data|javascript|blob|urn|ws|ftp):[^\s"'`<>,;]*/gi,
]

/** Every address in a text, once each. */
function addressesIn(text) {
  return [...new Set(ADDRESSES.flatMap((pattern) => text.match(pattern) ?? []))].sort()
}

test('every address in the built files is named', () => {
  const texts = readdirSync('dist').map((name) => [name, readFileSync(`dist/${name}`, 'utf8')])
  // What stands in check.html as permuted letters, as the texts that it is.
  texts.push(['check.html, the engine', blockOf(PAGE, 'engine').toString('latin1')])
  texts.push(['check.html, the content', blockOf(PAGE, 'content').toString('utf8')])
  const lines = texts.map(([name, text]) => [name, ...addressesIn(text).map((one) => `    ${one}`)].join('\n'))
  assertGolden('addresses.txt', `${lines.join('\n')}\n`)
})

test('an address would be noticed', () => {
  const text = `see https://a.example/b, "//c.example/d" or www.e.example; call tel:+1; a // comment. x`
  assert.deepEqual(addressesIn(text), ['//c.example/d', 'https://a.example/b,', 'tel:+1', 'www.e.example;'])
})
