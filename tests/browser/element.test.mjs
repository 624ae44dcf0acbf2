// The element <trial-prescreener> in a host page. Most of it is shown with a page in the place of check.html that says
// what the test has it say; the last tests have the real one.

import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import Ajv from 'ajv'
import { launch, openPage, serve } from './browser.mjs'
import * as journey from './journey.mjs'

const TAG = 'trial-prescreener'
const SANDBOX = 'allow-scripts allow-modals allow-downloads allow-top-navigation-to-custom-protocols'
const SCRIPT = `dist/${TAG}.js`
const MANIFEST = JSON.parse(await readFile('dist/custom-elements.json', 'utf8'))
const ELEMENT = MANIFEST.modules[0].declarations[0]

const START = '<!doctype html><html lang="en"><meta charset="utf-8"><link rel="icon" href="data:,"><title>t</title>'
const LOADED = `<script src="${TAG}.js"></script>`
const document = (head, body = '') => `${START}${head}<body>${body}`
const FILES = {
  'host.html': document(`<script src="${TAG}.js" defer></script>`),
  'twice.html': document(LOADED + LOADED, `<${TAG}>the fallback</${TAG}>`),
  'check.html': document('', 'check'),
  'check-compat.html': document('', 'compat'),
  'named.html': document('', 'named'),
  'talker.html': document('<script>parent.postMessage(600, "*")</script>'),
}

let folder, site, built, browser

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'prescreen-'))
  await Promise.all(Object.entries(FILES).map(([name, text]) => writeFile(join(folder, name), text)))
  await copyFile(SCRIPT, join(folder, `${TAG}.js`))
  site = await serve(folder)
  built = await journey.serveSite()
  browser = await launch()
})

after(async () => {
  await browser?.close()
  await built?.stop()
  await site?.stop()
  await rm(folder, { recursive: true })
})

async function openHost(t, path = '/host.html', prepare = () => {}) {
  const { page, seen, close } = await openPage(browser)
  t.after(close)
  await page.clock.install()
  await page.addInitScript(prepare)
  await page.goto(site.origin + path)
  return { page, seen }
}

/** Puts an element into the host, which writes down each event that reaches it, and each that gets farther. */
async function attach(page, attributes = {}) {
  await page.evaluate(([tag, attributes]) => {
    const element = document.createElement(tag)
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
    element.textContent = 'the fallback'
    window.heard = []
    for (const name of ['ready', 'error']) {
      const note = (where) => ({ constructor, bubbles, composed }) =>
        window.heard.push([where, name, constructor.name, bubbles, composed])
      element.addEventListener(name, note('element'))
      document.body.addEventListener(name, note('body'))
    }
    document.body.append(element)
  }, [TAG, attributes])
}

/** What stands in the place of check.html, once it is there. */
async function inside(page, name = 'check') {
  const text = page.frameLocator(`${TAG} iframe`).locator('body')
  await text.filter({ hasText: new RegExp(`^${name}$`) }).waitFor({ state: 'attached', timeout: 5000 })
  return page.frames().find((frame) => frame.parentFrame() === page.mainFrame())
}

const say = (frame, ...words) =>
  frame.evaluate((words) => words.forEach((word) => parent.postMessage(word, '*')), words)
const names = (page) =>
  page.evaluate(() => window.heard.filter(([where]) => where === 'element').map(([, name]) => name))
const until = (page, count) => page.waitForFunction((count) => window.heard.length >= count, count)

/** What can be seen of the element: its fallback, its frame. */
function shown(page) {
  return page.evaluate((tag) => {
    const element = document.querySelector(tag)
    const range = document.createRange()
    range.selectNodeContents(element)
    const frames = [...element.shadowRoot.querySelectorAll('iframe')]
    const visible = frames.filter((frame) => frame.checkVisibility({ visibilityProperty: true }))
    return {
      fallback: range.getClientRects().length > 0,
      frames: frames.length,
      height: visible.map((frame) => frame.getBoundingClientRect().height),
    }
  }, TAG)
}

const WAITING = { fallback: true, frames: 1, height: [] }
const FAILED = { fallback: true, frames: 0, height: [] }

test('the fallback stands until the page is ready, and then the page at its height, once', async (t) => {
  const { page, seen } = await openHost(t)
  await attach(page)
  const frame = await inside(page)
  assert.deepEqual(await shown(page), WAITING)
  const { width, height } = await page.locator(`${TAG} iframe`).boundingBox()
  // It measures itself while nobody sees it.
  assert.deepEqual([width, height], [1264, 680])
  await say(frame, 600)
  await until(page, 1)
  assert.deepEqual(await shown(page), { fallback: false, frames: 1, height: [600] })
  assert.deepEqual(await page.evaluate(() => window.heard), [['element', 'ready', 'Event', false, false]])
  await say(frame, 400, 0, 'x')
  await page.clock.fastForward(60_000)
  await page.evaluate(() => 0)
  assert.deepEqual(await shown(page), { fallback: false, frames: 1, height: [600] })
  assert.deepEqual(await names(page), ['ready'])
  assert.deepEqual([seen.console, seen.errors], [[], []])
})

test('the page gets its height, and never more than the screen leaves', async (t) => {
  for (const [asked, given] of [[1, 320], [320, 320], [679, 679], [5000, 680]]) {
    const { page } = await openHost(t)
    await attach(page)
    await say(await inside(page), asked)
    await until(page, 1)
    assert.deepEqual((await shown(page)).height, [given])
  }
})

test('only a whole number from its own frame is heard', async (t) => {
  const { page, seen } = await openHost(t)
  await attach(page)
  const frame = await inside(page)
  await page.evaluate(() => {
    postMessage(600, '*')
    dispatchEvent(new MessageEvent('message', { data: 600 }))
    document.body.append(Object.assign(document.createElement('iframe'), { src: 'talker.html', id: 'talker' }))
  })
  await page.frameLocator('#talker').locator('body').waitFor({ state: 'attached' })
  await say(frame, '600', 600.5, -600, -1, null, undefined, true, NaN, Infinity)
  await say(frame, [600], { height: 600 }, 600n, new Date(600))
  assert.deepEqual(await shown(page), WAITING)
  await say(frame, 601)
  await until(page, 1)
  assert.deepEqual((await shown(page)).height, [601])
  assert.deepEqual([seen.console, seen.errors], [[], []])
})

test('where the page says that it cannot start, the page without WebAssembly is tried, once', async (t) => {
  const { page } = await openHost(t)
  await attach(page, { lang: 'en' })
  await say(await inside(page), 0)
  const compat = await inside(page, 'compat')
  assert.equal(compat.url(), `${site.origin}/check-compat.html#lang=en`)
  assert.deepEqual(await shown(page), WAITING)
  await say(compat, 500)
  await until(page, 1)
  assert.deepEqual(await shown(page), { fallback: false, frames: 1, height: [500] })
  assert.deepEqual(await names(page), ['ready'])
})

test('where neither can start, the fallback stays and the frame goes', async (t) => {
  const { page, seen } = await openHost(t)
  await attach(page)
  await say(await inside(page), 0)
  await say(await inside(page, 'compat'), 0)
  await until(page, 1)
  assert.deepEqual(await shown(page), FAILED)
  await page.clock.fastForward(60_000)
  assert.deepEqual(await page.evaluate(() => window.heard), [['element', 'error', 'Event', false, false]])
  assert.deepEqual([seen.console, seen.errors], [[], []])
})

test('where nothing is said for 25 seconds, the fallback stays and the frame goes', async (t) => {
  const { page } = await openHost(t)
  await attach(page)
  await inside(page)
  await page.clock.fastForward(15_000)
  assert.deepEqual(await shown(page), WAITING)
  await page.clock.fastForward(15_000)
  assert.deepEqual(await shown(page), FAILED)
  assert.deepEqual(await names(page), ['error'])
})

test('where it is not shown, the time does not run, and a page that is ready later is taken', async (t) => {
  const { page } = await openHost(t)
  await attach(page, { hidden: '' })
  const frame = await inside(page)
  await page.clock.fastForward(60_000)
  assert.deepEqual(await names(page), [])
  await page.evaluate((tag) => document.querySelector(tag).removeAttribute('hidden'), TAG)
  await say(frame, 600)
  await until(page, 1)
  assert.deepEqual(await names(page), ['ready'])
})

test('attributes become tokens of the address, and what is no value of theirs is left out', async (t) => {
  const { page } = await openHost(t)
  const cases = [
    [{}, 'check.html'],
    [
      { lang: 'zh-Hans', theme: 'light', accent: '005eb8', radius: '0' },
      'check.html#lang=zh-Hans&theme=light&accent=005eb8&radius=0',
    ],
    [
      { lang: 'zh-CN', theme: 'DARK', accent: '#0A5C6B', radius: '24' },
      'check.html#lang=zh-Hans&theme=dark&accent=0a5c6b&radius=24',
    ],
    [{ lang: 'EN-gb', radius: '8' }, 'check.html#lang=en&radius=8'],
    [{ lang: 'zh' }, 'check.html#lang=zh-Hans'],
    [{ lang: 'fr', theme: 'blue', accent: 'red', radius: '25' }, 'check.html'],
    [{ lang: 'zhx', theme: 'darker', accent: '#fff', radius: '-1' }, 'check.html'],
    [{ lang: '', theme: '', accent: '', radius: '' }, 'check.html'],
    [{ theme: 'dark&radius=3', accent: '005eb8;', radius: '1.5', other: 'x' }, 'check.html'],
    [{ src: 'named.html' }, 'named.html'],
    [{ src: '/named.html?a=b#theme=dark', lang: 'en' }, 'named.html?a=b#lang=en'],
    [{ src: 'http://[' }, 'check.html'],
    [{ src: 'javascript:alert(1)' }, 'check.html'],
    [{ src: 'data:text/html,x' }, 'check.html'],
    [{ src: '' }, 'check.html'],
  ]
  for (const [attributes, address] of cases) {
    await attach(page, attributes)
    const src = await page.locator(`${TAG} iframe`).getAttribute('src')
    assert.equal(src.replace(/#$/, ''), `${site.origin}/${address}`, JSON.stringify(attributes))
    await page.locator(TAG).evaluate((element) => element.remove())
  }
})

test('attributes are properties too, and there are no others', async (t) => {
  const { page } = await openHost(t)
  await attach(page, { lang: 'en', theme: 'dark', accent: '005eb8', radius: '8', src: 'named.html' })
  await say(await inside(page, 'named'), 600)
  await until(page, 1)
  const found = await page.evaluate((tag) => {
    const element = document.querySelector(tag)
    const before = element.constructor.observedAttributes.map((name) => [name, element[name]])
    for (const [name] of before) element[name] = `${name} set`
    const after = before.map(([name]) => [name, element.getAttribute(name)])
    const own = Object.getOwnPropertyDescriptors(Object.getPrototypeOf(element))
    const methods = Object.keys(own).filter((name) => own[name].value && name !== 'constructor')
    const accessors = Object.keys(own).filter((name) => own[name].get)
    return { before, after, own: Reflect.ownKeys(element), methods, accessors }
  }, TAG)
  const values = { src: 'named.html', lang: 'en', theme: 'dark', accent: '005eb8', radius: '8' }
  assert.deepEqual(Object.fromEntries(found.before), values)
  assert.deepEqual(found.after, found.before.map(([name]) => [name, `${name} set`]))
  assert.deepEqual(found.own, [])
  assert.deepEqual(found.accessors, Object.keys(values))
  // What the browser itself calls.
  const callbacks = ['connectedCallback', 'disconnectedCallback', 'connectedMoveCallback', 'attributeChangedCallback']
  assert.deepEqual(found.methods, callbacks)
})

/** Runs in the page: notes the sandbox of a frame that is given an address, and of one that is put into the page. */
function watchFrames() {
  window.sandboxes = []
  const note = (frame) => frame.localName === 'iframe' && window.sandboxes.push(frame.getAttribute('sandbox'))
  const src = Object.getOwnPropertyDescriptor(HTMLIFrameElement.prototype, 'src')
  Object.defineProperty(HTMLIFrameElement.prototype, 'src', {
    ...src,
    set(value) {
      note(this)
      src.set.call(this, value)
    },
  })
  const { setAttribute } = Element.prototype
  Element.prototype.setAttribute = function (name, value) {
    if (name === 'src') note(this)
    return setAttribute.call(this, name, value)
  }
  for (const name of ['append', 'replaceChildren']) {
    for (const { prototype } of [Element, DocumentFragment]) {
      const real = prototype[name]
      prototype[name] = function (...nodes) {
        nodes.forEach(note)
        return real.apply(this, nodes)
      }
    }
  }
}

test('a frame has its sandbox before its address and before it is in the page', async (t) => {
  const { page } = await openHost(t, '/host.html', watchFrames)
  await attach(page)
  const frame = await inside(page)
  assert.equal(await frame.evaluate(() => window.origin), 'null')
  await say(frame, 0)
  await inside(page, 'compat')
  assert.deepEqual(await page.evaluate(() => window.sandboxes), [SANDBOX, SANDBOX, SANDBOX, SANDBOX])
  const attributes = await page.locator(`${TAG} iframe`).evaluate((frame) => frame.getAttributeNames().sort())
  assert.deepEqual(attributes, ['referrerpolicy', 'sandbox', 'src', 'style', 'title'])
  // A frame that is given its sandbox too late would be noticed.
  await page.evaluate(() => {
    const late = document.createElement('iframe')
    late.src = 'named.html'
    document.body.append(late)
    late.sandbox = 'allow-scripts'
  })
  assert.deepEqual(await page.evaluate(() => window.sandboxes.slice(4)), [null, null])
})

/** Counts what is listened to and what is still to come. Runs in the page. */
function watchLeftovers() {
  window.left = { listeners: new Set(), timers: new Set() }
  const { addEventListener: add, removeEventListener: remove, setInterval: set, clearInterval: clear } = window
  window.addEventListener = (name, listener) => {
    if (name === 'message') window.left.listeners.add(listener)
    add.call(window, name, listener)
  }
  window.removeEventListener = (name, listener) => {
    window.left.listeners.delete(listener)
    remove.call(window, name, listener)
  }
  window.setInterval = (...given) => {
    const id = set(...given)
    window.left.timers.add(id)
    return id
  }
  window.clearInterval = (id) => {
    window.left.timers.delete(id)
    clear(id)
  }
}

test('it can be removed and attached again, and leaves nothing behind', async (t) => {
  const { page } = await openHost(t, '/host.html', watchLeftovers)
  const left = () => page.evaluate(() => [window.left.listeners.size, window.left.timers.size])
  const remove = () => page.evaluate((tag) => {
    window.removed = document.querySelector(tag)
    window.removed.remove()
    return window.removed.shadowRoot.childElementCount
  }, TAG)
  const again = () => page.evaluate(() => document.body.append(window.removed))
  await attach(page)
  assert.deepEqual(await left(), [1, 1])
  assert.equal(await remove(), 0)
  assert.deepEqual(await left(), [0, 0])
  await again()
  assert.deepEqual(await shown(page), WAITING)
  await say(await inside(page), 600)
  await until(page, 1)
  assert.deepEqual(await left(), [0, 0])
  assert.equal(await remove(), 0)
  await again()
  assert.deepEqual(await shown(page), WAITING)
  await say(await inside(page), 500)
  await until(page, 2)
  assert.deepEqual(await shown(page), { fallback: false, frames: 1, height: [500] })
  assert.deepEqual(await names(page), ['ready', 'ready'])
  assert.deepEqual(await left(), [0, 0])
})

test('an attribute counts until the page is ready, and no longer', async (t) => {
  const { page } = await openHost(t)
  await attach(page)
  await inside(page)
  const set = (...pair) => page.locator(TAG).evaluate((element, pair) => element.setAttribute(...pair), pair)
  await set('theme', 'dark')
  await page.locator(`${TAG} iframe[src$="#theme=dark"]`).waitFor({ state: 'attached' })
  const frame = await inside(page)
  assert.match(frame.url(), /#theme=dark$/)
  await frame.evaluate(() => (window.answer = 'kept'))
  await say(frame, 600)
  await until(page, 1)
  for (const [name, value] of [['theme', 'light'], ['src', 'named.html'], ['lang', 'en']]) await set(name, value)
  assert.equal(await frame.evaluate(() => window.answer), 'kept')
  assert.deepEqual(await shown(page), { fallback: false, frames: 1, height: [600] })
})

test('moved within the page by `moveBefore`, the page in the frame goes on', async (t) => {
  const { page } = await openHost(t)
  await attach(page)
  const frame = await inside(page)
  await say(frame, 600)
  await until(page, 1)
  await frame.evaluate(() => (window.answer = 'kept'))
  await page.evaluate((tag) => {
    const place = document.body.appendChild(document.createElement('section'))
    place.moveBefore(document.querySelector(tag), null)
  }, TAG)
  assert.equal(await page.locator(`section > ${TAG}`).count(), 1)
  assert.equal(await frame.evaluate(() => window.answer), 'kept')
  assert.deepEqual(await names(page), ['ready'])
})

test('loaded twice it is defined once, and where no element can be defined the fallback stays', async (t) => {
  const twice = await openHost(t, '/twice.html')
  assert.deepEqual(await shown(twice.page), WAITING)
  const none = await openHost(t, '/twice.html', () => delete window.customElements)
  assert.ok(await none.page.locator(TAG, { hasText: 'the fallback' }).isVisible())
  assert.equal(await none.page.evaluate((tag) => document.querySelector(tag).shadowRoot, TAG), null)
  for (const { seen } of [twice, none]) assert.deepEqual([seen.console, seen.errors], [[], []])
})

test('what the manifest says of it is so, and is said as the standard wants it', async (t) => {
  const schema = JSON.parse(await readFile('node_modules/custom-elements-manifest/schema.json', 'utf8'))
  const isManifest = new Ajv({ strict: false }).compile(schema)
  assert.ok(isManifest(MANIFEST), JSON.stringify(isManifest.errors))
  assert.equal(isManifest({ ...MANIFEST, modules: [{ kind: 'classic-script', path: 1 }] }), false)
  const { page } = await openHost(t)
  const observed = await page.evaluate((tag) => customElements.get(tag).observedAttributes, TAG)
  assert.deepEqual(ELEMENT.attributes.map(({ name }) => name), observed)
  const members = ELEMENT.members.map(({ kind, name, attribute }) => [kind, name, attribute])
  assert.deepEqual(members, observed.map((name) => ['field', name, name]))
  const [, ...events] = (await readFile('www/trial-prescreener.js', 'utf8')).split('new Event(')
  assert.deepEqual(events.map((text) => text.split("'")[1]), ELEMENT.events.map(({ name }) => name))
  assert.deepEqual([ELEMENT.tagName, MANIFEST.modules[0].path], [TAG, `${TAG}.js`])
})

test('it stays below two kilobytes, and the demo page names its hash', async () => {
  const script = await readFile(SCRIPT)
  assert.ok(script.length < 2048, `${script.length} bytes`)
  const hash = `sha384-${createHash('sha384').update(script).digest('base64')}`
  const demo = await readFile('dist/element.html', 'utf8')
  assert.equal(demo.match(/integrity="([^"]*)"/)[1], hash)
})

test('the demo page shows the app in it, and the app keeps its answers to itself', async (t) => {
  const { page, seen, app } = await journey.openApp(t, browser, `${built.origin}/element.html`, { locale: 'en-GB' })
  await page.waitForFunction((tag) => !document.querySelector(tag).shadowRoot.querySelector('slot'), TAG)
  await journey.walk(app, journey.pointer(app), journey.FAMILIES.fits_so_far)
  const { height, ...reach } = await page.evaluate((tag) => {
    const element = document.querySelector(tag)
    const frame = element.shadowRoot.querySelector('iframe')
    const read = (way) => {
      try {
        return String(way())
      } catch (error) {
        return error.name
      }
    }
    return {
      height: frame.getBoundingClientRect().height,
      own: Reflect.ownKeys(element).length,
      contentDocument: frame.contentDocument,
      document: read(() => frame.contentWindow.document),
      inner: read(() => frame.contentWindow[0].document),
      answers: read(() => frame.contentWindow.answers),
    }
  }, TAG)
  const [document, inner, answers] = Array(3).fill('SecurityError')
  assert.deepEqual(reach, { own: 0, contentDocument: null, document, inner, answers })
  assert.ok(height >= 320 && height <= 680, `${height}`)
  assert.deepEqual([seen.console, seen.errors], [[], []])
})
