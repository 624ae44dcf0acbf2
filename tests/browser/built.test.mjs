// What was built, read as a reviewer would read it: what each engine can ask of the browser, and every address in every
// file. `ACCEPT=1 node --test tests/browser/built.test.mjs` writes the lists anew; read them before you commit them.

import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { test } from 'node:test'
import { appScript } from './attacks/app-script.mjs'
import { engineScript, memoryOf, strangersIn } from './built/plain-engine.mjs'

const PLACE = 'tests/browser/built'
const PAGE = readFileSync('dist/check.html', 'utf8')
const COMPAT = readFileSync('dist/check-compat.html', 'utf8')
/** The engine of the second, which is plain JavaScript. */
const ENGINE = engineScript(appScript(COMPAT))

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
  const lasting = done.replace(/h[0-9a-f]{16,}/, '').replace(/(__wasm_bindgen_func_elem_)\d+/, '$1')
  return `${plainly(name)}: ${lasting.split('\n').join('\n    ')}`
}

test('the engine in check.html is the one that was compiled', () => {
  assert.deepEqual(blockOf(PAGE, 'engine'), readFileSync('pkg/page/prescreen_bg.wasm'))
})

test('what the engine can ask of the browser is listed, and none of it sends or loads anything, or stores but by the hand', () => {
  const module = new WebAssembly.Module(blockOf(PAGE, 'engine'))
  const imports = WebAssembly.Module.imports(module)
  assert.deepEqual(imports.map(({ name }) => name).sort(), [...gluesOf(appOf(PAGE)).keys()].sort())
  assert.ok(imports.every(({ module, kind }) => module === './prescreen_bg.js' && kind === 'function'))
  assertImports('imports.txt', PAGE)
})

test('what the plain JavaScript can ask of the browser is listed, and none of it sends, loads or stores more', () => {
  const imports = ENGINE.match(/(?<=_bg_js\.)\w+/g)
  assert.deepEqual(imports.sort(), [...gluesOf(appOf(COMPAT)).keys()].sort())
  assertImports('imports-compat.txt', COMPAT)
})

test('the plain JavaScript names nothing of the page but what it calculates with', () => {
  assert.deepEqual(strangersIn(ENGINE), [])
})

test('a name that it does not need would be noticed', () => {
  const additions = {
    'fetch(HEAPU8);': ['fetch'],
    'var $1 = (0, window).top;': ['window', 'top'],
    'Math.abs.constructor(HEAP8)();': ['constructor'],
    'Math . constructor;': ['constructor'],
    'imports["constructor"];': ['constructor'],
    "Math['constr' + 'uctor'];": ['constr', 'uctor'],
    '`x`;': ['`', 'x'],
    '\\u0066etch(0);': ['\\', 'u0066etch'],
    '$1(...arguments);': ['arguments'],
    'import("./prescreen_bg.js");': ['import'],
    'base64DecodeToExistingUint8Array(bufferView, 1, "QQ==", fetch);': ['fetch', 'QQ=='],
  }
  for (const [addition, found] of Object.entries(additions)) {
    assert.deepEqual(strangersIn(`${ENGINE}\n${addition}`), found, addition)
  }
})

/** What a page's engine can ask of the browser, and what is done then. */
function assertImports(file, page) {
  const list = [...gluesOf(appOf(page))].map(described).sort().join('\n')
  assertGolden(file, `${list}\n`)
  assert.doesNotMatch(list, OUTWARD)
}

/** Ways to anything outside of the document. */
const OUTWARD = new RegExp(
  [
    'reflect|eval|import\\(|worker|navigator|location|href|\\bsrc|\\bopen\\b|download',
    'fetch|xmlhttp|socket|eventsource|beacon|rtc|transport|postmessage|broadcast',
    'storage|cookie|caches|indexeddb|clipboard|credential|\\bname =|innerhtml|document\\.write',
  ].join('|'),
  'i',
)

test('the hand does these few things, and the engine asks it for all of them', () => {
  const [, hand] = appScript(PAGE).match(/^return Object\.freeze\(\{\n([^]*?)^\}\);/m)
  const names = hand.match(/^\w+(?=\(.*\) \{$|,$)/gm).filter((name) => !['if', 'for', 'try', 'catch'].includes(name))
  assert.deepEqual(names, ['board', 'picture', 'copy', 'say', 'save'])
  const asked = [...gluesOf(appOf(PAGE)).keys()].map(plainly)
  assert.deepEqual(names.filter((name) => !asked.includes(name)), [])
})

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
  const paths = readdirSync('dist', { recursive: true }).filter((path) => statSync(`dist/${path}`).isFile())
  const texts = paths.sort().map((path) => [path, readFileSync(`dist/${path}`, 'utf8')])
  // What stands in the pages as permuted letters, or encoded, as the texts that it is.
  texts.push(['check.html, the engine', blockOf(PAGE, 'engine').toString('latin1')])
  for (const encoding of ['latin1', 'utf8']) {
    const memory = memoryOf(ENGINE).map((segment) => segment.toString(encoding))
    texts.push([`check-compat.html, the memory of the engine as ${encoding}`, memory.join('\0')])
  }
  const lines = texts.map(([name, text]) => [name, ...addressesIn(text).map((one) => `    ${one}`)].join('\n'))
  assertGolden('addresses.txt', `${lines.join('\n')}\n`)
})

test('the memory of the plain JavaScript is read as the text that it is', () => {
  const memory = Buffer.concat(memoryOf(ENGINE)).toString('utf8')
  // A name that the app's own code gives an element, and a word of Rust's library.
  for (const text of ['data-focus', 'begin > end']) assert.ok(memory.includes(text), text)
})

test('an address would be noticed', () => {
  const text = `see https://a.example/b, "//c.example/d" or www.e.example; call tel:+1; a // comment. x`
  assert.deepEqual(addressesIn(text), ['//c.example/d', 'https://a.example/b,', 'tel:+1', 'www.e.example;'])
})

/** A page without what it may have of its own: the engine, and with it the hash of the script and the number of the build. */
function withoutEngine(page) {
  const script = appScript(page)
  const [before, after] = [script.indexOf('const glue = '), script.indexOf('const tokensOf')]
  assert.ok(0 < before && before < after, 'the glue is between the prelude and the rest')
  const rest = script.slice(0, before) + script.slice(after)
  const hash = createHash('sha256').update(script).digest('base64')
  const [, build] = page.match(/<meta name="build" content="(\w{12})">/)
  const app = appOf(page).replace(script, () => rest).replace(/(id="engine">)[^<]*/, '$1')
  const shell = page.replace(/ srcdoc="[^"]*"/, '')
  const documents = [shell, app].map((text) => text.replaceAll(hash, 'HASH').replaceAll(build, 'BUILD'))
  return { prelude: script.slice(0, before), documents }
}

test('the page with plain JavaScript is the other one to the letter, but for the engine, and may compile nothing', () => {
  const [page, compat] = [withoutEngine(PAGE), withoutEngine(COMPAT)]
  const allowance = " 'wasm-unsafe-eval'"
  for (const place of [0, 1]) {
    const text = page.documents[place]
    assert.equal(text.split(allowance).length, 2, 'one policy in each document allows WebAssembly')
    assert.match(text, /"default-src 'none'; script-src 'sha256-[^;]* 'sha256-HASH'/)
    // It has no link to itself.
    const expected = text.replace(allowance, '').replace(/<p><a id="compat" href="check-compat\.html">.*<\/p>/, '')
    assert.equal(compat.documents[place], expected)
  }
  assert.match(page.prelude, /RTCPeerConnection[^]*createElement[^]*execCommand/)
  assert.equal(compat.prelude, page.prelude)
})
