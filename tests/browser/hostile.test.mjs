// The hostile host: real session replay and a spy run in its page before the widget, while a mouse and a keyboard walk
// the journey. What they recorded is searched for answers, questions, results, keys and places. That they would have
// found them is shown first, on the app's own screens where nothing keeps them from the host.

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { launch } from './browser.mjs'
import { recorded, serveHosts } from './hostile/host.mjs'
import { comeOverTheEdge, realHand } from './hostile/hand.mjs'
import { assertUnseen, channelsThatFind, collector, found, presses } from './hostile/search.mjs'
import * as journey from './journey.mjs'
import { screenNatively } from './native.mjs'

const FAMILY = journey.FAMILIES.fits_so_far
const SIZE = { width: 900, height: 1000 }

/** On each of these the spy must find words in the control. */
const CHANNELS = [
  'TextDecoder', 'TextEncoder', 'WebAssembly', 'XMLHttpRequest', 'console', 'event', 'fetch', 'history', 'intersection',
  'listener', 'look active', 'look cookie', 'look history', 'look name', 'look selected', 'look title',
  'look url', 'look windows', 'memory', 'mutation', 'performance', 'postMessage', 'resize', 'sendBeacon', 'storage',
  'stringify', 'timer',
]

let site, browser

before(async () => {
  site = await serveHosts()
  browser = await launch()
})

after(async () => {
  await browser?.close()
  await site?.stop()
})

function openHost(t, name, options) {
  return journey.open(t, browser, `${site.origin}/host-${name}.html`, { viewport: SIZE, locale: 'en-GB', ...options })
}

/** Opens a host with the app in it; `before` is what was recorded until it could be used. */
async function openApp(t, name, { byKey = false, ...options } = {}) {
  const { page } = await openHost(t, name, options)
  const app = await journey.ready(page)
  await page.waitForFunction(() => spy.messages.length > 0)
  // The key that leads into the frame is the host's to see.
  if (byKey) await page.keyboard.press('Tab')
  return { page, app, before: await recorded(page), ...collector(app) }
}

/** Switches the language on the way, so that the words of both are collected. */
function switching(app, hand, collect, at, language) {
  return async (screen) => {
    await collect(screen)
    if (screen.fact !== at) return
    await journey.step(app, () => hand.press(`[data-action="language:${language}"]`, 'Shift+Tab'))
    await collect(await journey.look(app))
  }
}

/** Answers a few questions and looks at the result so far. */
async function walkShortly({ app, hand, seen }) {
  await journey.walk(app, hand, FAMILY, { seen, stop: ({ fact }) => fact === 'weight' })
  await journey.step(app, () => hand.press('[data-action=result]'))
  await seen(await journey.look(app))
}

/** Copies the sheet, and has it as a picture and as a file. */
async function handOn({ app, hand, seen }) {
  await journey.step(app, () => hand.press('[data-action=sheet]'))
  await seen(await journey.look(app))
  for (const action of ['copy', 'picture', 'save']) {
    const done = await app.locator(`[data-action=${action}]`).getAttribute('data-done')
    await hand.press(`[data-action=${action}]`)
    await app.waitForFunction((done) => document.getElementById('said').textContent === done, done)
  }
  assert.equal(await app.locator('#picture img').count(), 1)
}

const headings = (screens) => screens.map(({ heading }) => heading)

test('unprotected, the same screens yield questions, answers, keys and places to every recorder', async (t) => {
  const { page, app, words, screens, seen } = await openApp(t, 'plain')
  const hand = realHand(page, app)
  await journey.walk(app, hand, FAMILY, { seen, stop: ({ fact }) => fact === 'lansky' })
  const channels = new Set()
  for (const place of ['light', 'shadow', 'frame']) {
    const { spied, replayed, again } = await walkUnprotected(t, place, hand.acts, screens)
    channelsThatFind(words, spied).forEach((channel) => channels.add(channel))
    const told = { spied: spied.join('\n'), replayed: JSON.stringify(replayed) }
    for (const [recorder, text] of Object.entries(told)) {
      for (const each of [headings(screens), ['March', '2015'], words]) {
        assert.deepEqual(found(each, text), [...each], `${recorder} in ${place}`)
      }
    }
    assert.match(told.spied, /keydown at SELECT year=\d* Year key=ArrowDown/)
    assert.ok(presses(spied, again.places).length === again.places.length, 'the spy has every place')
    const clicks = replayed.filter(({ data }) => data.source === 2 && data.type === 2)
    assert.ok(clicks.length >= again.places.length, 'the replay has every click')
  }
  assert.deepEqual(CHANNELS.filter((channel) => !channels.has(channel)), [])
})

/** What was done in the app is done again where `control.js` shows its screens. */
async function walkUnprotected(t, place, acts, screens) {
  const { page } = await openHost(t, 'control')
  const html = screens.map(({ html }) => html)
  await page.evaluate(([place, html]) => control.start(place, html), [place, html])
  const root = place === 'frame' ? page.frames()[1] : page.mainFrame()
  const again = realHand(page, root, { look: () => page.evaluate(() => spy.look()) })
  await again.copy('h1')
  for (const [name, given] of acts) await again[name](...given)
  // A request is told of when it is over.
  await page.waitForLoadState('networkidle')
  return { ...(await recorded(page)), again }
}

test('by mouse and by keyboard, in both languages, the host learns nothing and the same of every family', async (t) => {
  const mouse = await openApp(t, 'plain')
  const hand = realHand(mouse.page, mouse.app)
  await comeOverTheEdge(mouse.page)
  await journey.walk(mouse.app, hand, FAMILY, { seen: switching(mouse.app, hand, mouse.seen, 'cns', 'zh-Hans') })
  await hand.copy('h1')
  await handOn({ ...mouse, hand })

  const keys = await openApp(t, 'plain', { locale: 'zh-CN', byKey: true })
  const keyboard = journey.keyboard(keys.app, keys.page)
  const family = journey.FAMILIES.does_not_fit
  await journey.walk(keys.app, keyboard, family, { seen: switching(keys.app, keyboard, keys.seen, 'cns', 'en') })
  await handOn({ ...keys, hand: keyboard })

  for (const { page, words, screens, before, places } of [{ ...mouse, places: hand.places }, keys]) {
    assert.ok(screens.length > 18 && words.size > 300, `${screens.length} screens, ${words.size} words`)
    assert.equal(screens.at(-2).isResult, true)
    await assertHostKnowsNothing(page, before, words, places)
  }
  assert.deepEqual(await mouse.page.evaluate(() => spy.messages), await keys.page.evaluate(() => spy.messages))
})

/** Neither what was recorded nor what the host can still look at tells anything, and one number was said. */
async function assertHostKnowsNothing(page, before, words, places) {
  assert.deepEqual(found(words, JSON.stringify(before)), [], 'nor while it was loaded')
  await assertUnseenSince(page, before, words, places)
}

async function assertUnseenSince(page, before, words, places) {
  assertUnseen(await recorded(page, before), { words, places })
  const { messages, lengths, title, url } = await page.evaluate(() => ({
    messages: spy.messages,
    lengths: spy.all().filter(([channel]) => channel === 'look history').map(([, text]) => text),
    title: document.title,
    url: location.pathname + location.hash,
  }))
  assert.equal(messages.length, 1)
  assert.ok(Number.isInteger(messages[0]) && messages[0] > 0, `${messages}`)
  // One entry, however many screens.
  assert.deepEqual(lengths, ['0: 2, 1: null', '0: 3, 1: null'])
  assert.match(`${title} ${url}`, /^Ward 7 \/host-\w+\.html$/)
}

test('a finger shows where it comes in from the host page, and nothing after that', async (t) => {
  const { page, app, words, seen, before } = await openApp(t, 'plain', { hasTouch: true })
  const finger = realHand(page, app, { touch: true })
  await walkShortly({ app, hand: finger, seen })
  const [first, ...later] = finger.places
  const others = later.filter((place) => String(place.map(Math.floor)) !== String(first.map(Math.floor)))
  assert.ok(others.length > 3)
  const since = await recorded(page, before)
  // Chromium tells the page around a frame that the pointer is now over the frame, and where. A tap has no way there.
  assert.ok(presses(since.spied, [first]).length <= 1)
  assertUnseen(since, { words, places: others })
})

for (const name of ['dropped', 'removed', 'made']) {
  test(`without the sandbox attribute the header keeps the host out: ${name}`, async (t) => {
    const { page, app, words, seen, before } = await openApp(t, name)
    assert.equal(await page.locator('iframe').getAttribute('sandbox'), null)
    const hand = realHand(page, app)
    await comeOverTheEdge(page)
    await walkShortly({ app, hand, seen })
    assert.deepEqual(await doors(page), { shell: 'SecurityError', app: 'SecurityError', content: null })
    await assertHostKnowsNothing(page, before, words, hand.places)
  })
}

/** What comes of reaching for the documents of the shell and of the app. */
function doors(page) {
  return page.evaluate(() => {
    const reach = (realm) => {
      try {
        return realm().document.nodeName
      } catch (error) {
        return error.name
      }
    }
    const { contentDocument } = document.querySelector('iframe')
    return { shell: reach(() => window[0]), app: reach(() => window[0][0]), content: contentDocument && 'open' }
  })
}

test('without attribute and header the shell is open, and the frame in it is not', async (t) => {
  const { page, app, words, seen, before } = await openApp(t, 'unguarded')
  const hand = realHand(page, app)
  await comeOverTheEdge(page)
  await walkShortly({ app, hand, seen })
  assert.deepEqual(await doors(page), { shell: '#document', app: 'SecurityError', content: 'open' })
  const since = await recorded(page, before)
  assert.match(JSON.stringify(before.spied), /研究电话/, 'the spy is in the shell')
  await assertUnseenSince(page, before, words, hand.places)
  assert.equal(since.replayed.length, 0)
})

test('where the host opens the inner frame too, the app does not start, and the list on paper is shown', async (t) => {
  for (const name of ['rewritten', 'watched', 'written']) {
    const { page } = await openHost(t, name)
    await assertRefused(page, name)
  }
  // In the middle of a journey.
  const { page, app, seen } = await openApp(t, 'unguarded')
  await walkShortly({ app, hand: realHand(page, app), seen })
  await page.evaluate(() => {
    const inner = window[0].document.querySelector('iframe')
    inner.removeAttribute('sandbox')
    inner.srcdoc += ''
  })
  await assertRefused(page, 'midway', 1)
})

/** Nothing runs in the frame; it stays as it was written, out of use. */
async function assertRefused(page, name, said = 0) {
  const shell = page.frameLocator('iframe')
  await shell.locator(':root.failed .sorry').waitFor()
  assert.match(await shell.locator('#why').textContent(), /the page is not alone/)
  assert.ok(await shell.locator('.paper').first().isVisible())
  assert.deepEqual(await doors(page), { shell: '#document', app: '#document', content: 'open' }, name)
  const inner = await page.evaluate(() => {
    const { document, origin } = window[0][0]
    return { origin, inert: document.querySelector('#page').inert, form: document.querySelectorAll('form').length }
  })
  assert.deepEqual(inner, { origin: site.origin, inert: true, form: 0 })
  const { spied } = await recorded(page)
  assert.deepEqual(spied.filter(([channel]) => channel === 'WebAssembly'), [])
  const messages = await page.evaluate(() => spy.messages)
  assert.equal(messages.length, 1)
  assert.equal(messages[0] > 0, said > 0)
}


test('whatever the host says to the shell and to the app changes nothing', async (t) => {
  const { page, seen } = await openHost(t, 'talking', { locale: 'zh-CN' })
  const app = await journey.ready(page)
  await page.waitForFunction(() => spy.messages.length > 0)
  await journey.walk(app, realHand(page, app), FAMILY)
  const { said, messages } = await page.evaluate(() => ({ said: window.said, messages: spy.messages }))
  assert.ok(said.shell > 100 && said.app > 100, JSON.stringify(said))
  assert.equal((await journey.look(app)).lang, 'zh-Hans')
  assert.deepEqual(await journey.shownFindings(app), screenNatively([FAMILY], journey.DAY)[0].criteria)
  assert.equal(await app.evaluate(() => document.documentElement.dataset.theme), '')
  assert.equal(messages.length, 1)
  assert.deepEqual([seen.console, seen.errors], [[], []])
  // The same words from the app itself are heard.
  const shell = page.frames().find((frame) => frame.url().endsWith('check.html'))
  assert.equal(await shell.evaluate(() => document.documentElement.className), 'ready')
  await app.evaluate(() => parent.postMessage('broken', '*'))
  await shell.locator(':root.failed').waitFor()
  assert.equal(await shell.locator('#why').textContent(), 'broken')
})
