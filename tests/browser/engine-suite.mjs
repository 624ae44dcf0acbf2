// What Firefox and WebKit are held to, each in a test file of its own: the journey as a page of its own, in a host, from
// the disk, offline, without WebAssembly, and what is there without scripts.

import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { after, before, beforeEach, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { LOCKED } from './attacks/gaps.mjs'
import { serve } from './browser.mjs'
import { start } from './engines.mjs'
import * as journey from './journey.mjs'
import { measure } from './measure.mjs'
import { assertPaper } from './paper.mjs'
import { until } from './webdriver.mjs'
import { assertBack, assertShell, assertWholeJourney, expected } from './whole.mjs'

/** Pages that are not of the site. */
const OTHERS = {
  'empty.html': '<body>',
  'script.html': '<title>it did not run</title><script>document.title = "it ran"</script>',
  'noisy.html': `<iframe srcdoc='<meta http-equiv="Content-Security-Policy" content="img-src https://a.invalid"><script>
    new Image().src = "https://b.invalid/"
    throw new Error("nobody caught this")</script>'></iframe>`,
}

/** The app in check.html, and in check.html in a host. */
const ALONE = ['iframe']
const IN_HOST = ['iframe', 'iframe']
const READY = '#page:not([inert]) h1'

const onDisk = (file) => pathToFileURL(resolve('dist', file)).href

/** The site, the other pages and the engine, for the whole of a test file. */
export let site, others, engine

/** Opens a page that holds the app, and waits until it can be used. */
async function open(page, url, path = ALONE) {
  // From the same address with another fragment nothing would be loaded.
  await page.goto(`${others.origin}/empty.html`)
  await page.goto(url)
  const app = page.frame(...path)
  await app.waitForSelector(READY)
  return app
}

/** Opens a page in a window so wide, which is a frame: neither engine has a window of less than some 450 px. */
async function openAt(page, width, url) {
  await page.resize(1400, 1000)
  await page.goto(`${others.origin}/empty.html`)
  const given = { url, style: `width: ${width}px; height: 800px; border: 0` }
  await page.frame().evaluate((given) => {
    document.body.append(Object.assign(document.createElement('iframe'), { src: given.url, style: given.style }))
  }, given)
  const app = page.frame(...IN_HOST)
  await app.waitForSelector(READY)
  assert.equal(await app.evaluate(() => innerWidth), width)
  return app
}

/** Goes to a page of another site and back. */
async function leaveAndReturn(page) {
  await page.goto(`${others.origin}/empty.html`)
  await page.goBack()
  await until(async () => (await page.url()) === `${site.origin}/check.html`, 'the page that was left')
  await page.frame(...ALONE).waitForSelector(READY)
}

/** Runs in the page: whether an answer is chosen on the screen shown. */
function isAnyChosen() {
  return document.querySelector('input:checked, option:checked:not([value=""])') !== null
}

/** Whether the first screen is shown, and nothing is there to go back to or to erase: as if nobody had answered. */
async function isAtStart(app) {
  return (await journey.look(app)).fact === null && !(await app.isVisible('[data-action=back], [data-action=erase]'))
}

/** The engines whose frames may save files under the page's policy. */
const SAVES = ['WebKit']

/** Walks to the sheet. */
export async function openSheet(app) {
  await journey.walk(app, journey.pointer(app), expected('fits_so_far').answers)
  await journey.step(app, () => app.evaluate(() => document.querySelector('[data-action=sheet]').click()))
}

/** Taps what hands the sheet on. Returns which of its words are said then, and what has the focus. */
export async function tap(app, action) {
  await app.click(`[data-action=${action}]`)
  const heard = () => app.evaluate(wordsSaid, action)
  await until(async () => (await heard()).end, `words after ${action}`)
  return heard()
}

/** Runs in the page: which end the words are of that are said of a button, and what has the focus. */
function wordsSaid(action) {
  const { dataset } = document.querySelector(`[data-action=${action}]`)
  const said = document.getElementById('said').textContent
  return { end: ['done', 'failed'].find((end) => dataset[end] === said) ?? null, focus: document.activeElement.dataset.action }
}

/** Runs in the page. */
function pictureShown() {
  const image = document.querySelector('#picture img')
  return { width: image.naturalWidth, src: image.getAttribute('src').slice(0, 50) }
}

/** What a page could ask others with, and what each engine lacks of it: Debian builds WebKit without WebRTC. */
const NEEDED = ['RTCPeerConnection', 'webkitRTCPeerConnection', 'fetch', 'XMLHttpRequest', 'WebSocket', 'open']
const LACKED = { Firefox: ['webkitRTCPeerConnection'], WebKit: ['RTCPeerConnection', 'webkitRTCPeerConnection'] }

/** Runs in the page: the names that stand for something. */
function namesHad(names) {
  return names.filter((name) => window[name] !== undefined)
}

/** Runs in the page: the names that a script could give a meaning again. */
function namesUnlocked(names) {
  const unlocked = ({ writable, configurable } = { writable: true }) => writable !== false || configurable
  return names.filter((name) => unlocked(Object.getOwnPropertyDescriptor(window, name)))
}

/** Runs in the page. */
function elementsMade(tags) {
  return tags.filter((tag) => {
    try {
      return document.createElement(tag)
    } catch {
      return false
    }
  })
}

/** Starts an engine that lacks something, for one test. */
async function startWithout(t, name, without) {
  const lame = await start(name, { without })
  t.after(lame.close)
  return lame
}

/** Nothing was asked for but these files of the site, and where that can be told, the console is empty. */
async function assertQuiet(...files) {
  assert.deepEqual(site.requests, files.map((path) => ({ method: 'GET', path })))
  if (engine.consoleTexts) assert.deepEqual(await engine.consoleTexts(), [])
}

export function testEngine(name) {
  let folder, page

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'prescreen-'))
    await Promise.all(Object.entries(OTHERS).map(([file, html]) => writeFile(join(folder, file), `<!doctype html>${html}`)))
    others = await serve(folder)
    site = await journey.serveSite()
    engine = await start(name, { language: 'zh-CN' })
    page = engine.page
  })

  beforeEach(() => site.requests.splice(0))

  after(async () => {
    await engine?.close()
    await site?.stop()
    await others?.stop()
    await rm(folder, { recursive: true })
  })

  test('by pointer in Chinese on its own page, and back', async () => {
    const app = await open(page, `${site.origin}/check.html`)
    await assertWholeJourney(app, journey.pointer(app), 'fits_so_far', 'zh-Hans')
    await assertShell(page.frame())
    await assertBack(app, page, 'fits_so_far')
    assert.equal(await page.url(), `${site.origin}/check.html`)
    await assertQuiet('/check.html')
  })

  test('by keyboard alone in English', async () => {
    const app = await open(page, `${site.origin}/check.html#lang=en`)
    const hand = journey.keyboard(app, page)
    const family = journey.FAMILIES.does_not_fit
    await journey.walk(app, hand, family, { stop: ({ fact }) => fact === 'birth_date' })
    // Back is before the heading, which has the focus.
    await journey.step(app, () => hand.press('[data-action=back]', 'Shift+Tab'))
    await assertWholeJourney(app, hand, 'does_not_fit', 'en', { begun: 1 })
    await assertQuiet('/check.html')
  })

  test('in a host, and back', async () => {
    await page.resize(1280, 1000)
    const app = await open(page, `${site.origin}/`, IN_HOST)
    // As a family would; a driver does not scroll a page for what is in a frame of another origin.
    await page.frame().evaluate(() => document.querySelector('iframe').scrollIntoView())
    await assertWholeJourney(app, journey.pointer(app), 'open', 'zh-Hans')
    await assertShell(page.frame('iframe'))
    await assertBack(app, page, 'open')
    assert.equal(await page.url(), `${site.origin}/`)
    await assertQuiet('/', '/check.html')
  })

  test('from the disk', async () => {
    const app = await open(page, `${onDisk('check.html')}#lang=en`)
    await assertWholeJourney(app, journey.pointer(app), 'open', 'en')
    await assertShell(page.frame())
    await assertQuiet()
  })

  test('when the server is stopped after the page is loaded', async () => {
    const own = await journey.serveSite()
    const app = await open(page, `${own.origin}/check.html`)
    await own.stop()
    await assert.rejects(fetch(own.origin))
    await assertWholeJourney(app, journey.pointer(app), 'does_not_fit', 'zh-Hans')
    await assertShell(page.frame())
    assert.deepEqual(own.requests, [{ method: 'GET', path: '/check.html' }])
    await assertQuiet()
  })

  test('a page that was left comes back without what was answered, and so does one that was erased', async () => {
    const app = await open(page, `${site.origin}/check.html`)
    const hand = journey.pointer(app)
    const answer = async () => {
      const seen = async () => assert.equal(await app.evaluate(isAnyChosen), false)
      await journey.walk(app, hand, journey.FAMILIES.open, { seen, stop: ({ fact }) => fact === 'weight' })
    }
    assert.ok(await isAtStart(app))
    await answer()
    await journey.step(app, () => hand.press('[data-action=back]'))
    assert.ok(await app.evaluate(isAnyChosen), 'what was answered is known')
    assert.equal(await isAtStart(app), false)
    // WebKit keeps a page that was left as it was, if there is memory enough, and Firefox does not: so the app forgets.
    await leaveAndReturn(page)
    assert.ok(await isAtStart(app))
    await answer()
    await journey.step(app, () => hand.press('[data-action=erase]'))
    await journey.step(app, () => hand.press('[data-action=erase-all]'))
    await leaveAndReturn(page)
    assert.ok(await isAtStart(app))
    await answer()
  })

  test('copy and picture as everywhere, a file where the engine saves one, and the app goes on', async () => {
    const app = await open(page, `${site.origin}/check.html`)
    await openSheet(app)
    assert.equal(await app.isVisible('[data-action=save]'), SAVES.includes(name))
    for (const action of ['copy', 'picture', ...(SAVES.includes(name) ? ['save'] : [])]) {
      assert.deepEqual(await tap(app, action), { end: 'done', focus: action }, action)
    }
    const picture = await app.evaluate(pictureShown)
    assert.equal(picture.width, 1080)
    assert.match(picture.src, /^data:image\/png;base64,iVBORw0KGgo/)
    // Nothing went anywhere, and every answer is there.
    assert.equal(await app.evaluate(() => location.href), 'about:srcdoc')
    await journey.step(app, () => app.evaluate(() => document.querySelector('[data-action=back]').click()))
    assert.deepEqual(await journey.shownFindings(app), expected('fits_so_far').criteria)
    assert.equal(await page.url(), `${site.origin}/check.html`)
    await assertQuiet('/check.html')
  })

  test('the names of what could speak to others are taken away in the frame of the app', async () => {
    // WebRTC asks nobody's policy, so the prelude is all that stands before it here.
    const names = LOCKED.window.split(' ')
    await page.goto(`${others.origin}/empty.html`)
    const had = await page.frame().evaluate(namesHad, names)
    assert.deepEqual(NEEDED.filter((name) => !had.includes(name)), LACKED[name])
    const app = await open(page, `${site.origin}/check.html`)
    assert.deepEqual(await app.evaluate(namesHad, names), [])
    assert.deepEqual(await app.evaluate(namesUnlocked, names), [])
    assert.deepEqual(await page.frame().evaluate(namesUnlocked, had), had, 'where no prelude runs, they are found')
    const elements = ['iframe', 'a', 'img', 'canvas', 'script', 'link']
    assert.deepEqual(await app.evaluate(elementsMade, [...elements, 'p']), ['p'])
    assert.deepEqual(await page.frame().evaluate(elementsMade, elements), elements)
  })

  test('on a small phone and a desk nothing is too wide, or too small to tap', async () => {
    for (const [width, language] of [[320, 'en'], [1280, 'zh-Hans']]) {
      const app = await openAt(page, width, `${site.origin}/check.html#lang=${language}`)
      const faults = []
      const seen = async () => faults.push(...(await app.evaluate(measure, 1)))
      await assertWholeJourney(app, journey.pointer(app), 'open', language, { seen })
      assert.equal(faults.join('\n'), '', `${width} px wide`)
    }
  })

  test('without WebAssembly the criteria are there for paper, and a link leads to the page that needs none', async (t) => {
    const { page, consoleTexts } = await startWithout(t, name, 'WebAssembly')
    const shell = page.frame()
    await page.goto(`${site.origin}/check.html`)
    await shell.waitForSelector(':root.failed .sorry')
    assert.equal(await shell.evaluate(() => typeof WebAssembly), 'undefined')
    await assertPaper(shell)
    assert.match((await journey.texts(shell, '.sorry'))[0], /没有得出可靠的结果[^]*There is no result/)
    await shell.click('.sorry #compat')
    await until(async () => (await page.url()) === `${site.origin}/check-compat.html`, 'the other page')
    for (const [verdict, language] of [['does_not_fit', 'zh-Hans'], ['fits_so_far', 'en']]) {
      const app = await open(page, `${site.origin}/check-compat.html#lang=${language}`)
      await assertWholeJourney(app, journey.pointer(app), verdict, language)
      await assertShell(shell)
    }
    if (consoleTexts) assert.deepEqual(await consoleTexts(), [])
  })

  test('without scripts the criteria are there for paper', async (t) => {
    const { page: still } = await startWithout(t, name, 'scripts')
    // What a driver is told to run is run even so.
    const title = async (page) => {
      await page.goto(`${others.origin}/script.html`)
      return page.frame().evaluate(() => document.title)
    }
    assert.deepEqual([await title(page), await title(still)], ['it ran', 'it did not run'])
    for (const url of [`${site.origin}/check.html`, onDisk('check.html')]) {
      await still.goto(url)
      await assertPaper(still.frame())
      assert.equal(await still.frame().isVisible('.sorry'), false, 'nothing went wrong')
    }
  })
}
