// The shared phone: whoever holds it next finds nothing, neither in what a browser keeps nor by Back, Forward, another
// tab or the page that a browser kept as it was. What only looks like leaving costs no answer.

import assert from 'node:assert/strict'
import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { launch } from './browser.mjs'
import * as journey from './journey.mjs'
import { LEAKY, labels, shown, traces } from './shared-phone/traces.mjs'

const FAMILY = journey.FAMILIES.fits_so_far
const START = 'Look at what this study asks for'
const ELSEWHERE = '<!DOCTYPE html><link rel="icon" href="data:,"><title>Elsewhere</title>'
const ENGLISH = { locale: 'en-GB' }

let folder, site, browser, keeping

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'prescreen-'))
  for (const name of ['check.html', 'index.html']) await copyFile(`dist/${name}`, join(folder, name))
  await writeFile(join(folder, 'leaky.html'), LEAKY)
  await writeFile(join(folder, 'elsewhere.html'), ELSEWHERE)
  site = await journey.serveSite(folder)
  browser = await launch()
  // A browser as people have it, which keeps a page that was left.
  keeping = await launch({ withoutFlags: ['--disable-back-forward-cache'] })
})

after(async () => {
  await browser?.close()
  await keeping?.close()
  await site?.stop()
  await rm(folder, { recursive: true })
})

const PLACES = { embedded: '/', 'as its own page': '/check.html' }

async function openApp(t, path, within = browser) {
  const opened = await journey.openApp(t, within, site.origin + path, ENGLISH)
  const hand = journey.pointer(opened.app)
  const walk = (options) => journey.walk(opened.app, hand, FAMILY, options)
  return { ...opened, hand, walk, press: (selector) => journey.step(opened.app, () => hand.press(selector)) }
}

/** Opens a page beside the app, of the same site, with the clipboard in reach. */
async function openBeside(t, path) {
  const { page } = await journey.open(t, browser, 'about:blank', ENGLISH)
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: site.origin })
  await page.goto(site.origin + path)
  await page.evaluate(() => navigator.clipboard.writeText('of before'))
  return page
}

/** A tab in front of the others: nothing can be tapped in those afterwards. */
async function clipboard(page) {
  const tab = await page.context().newPage()
  await tab.goto(`${site.origin}/elsewhere.html`)
  return tab.evaluate(() => navigator.clipboard.readText())
}

async function assertFirstScreen(page) {
  const { heading, chosen } = await shown(page)
  assert.deepEqual({ heading, chosen }, { heading: START, chosen: [] })
}

/** Nothing to go back to or to erase, and the first question has nothing chosen. */
async function assertNew(page) {
  const app = await journey.ready(page)
  await assertFirstScreen(page)
  assert.equal(await app.locator('[data-action=back], [data-action=erase]').count(), 0)
  await journey.step(app, () => app.locator(journey.ONWARD).click())
  assert.deepEqual((await shown(page)).chosen, [])
}

/** The browser's own Back or Forward, or another way of leaving, waited for as long as the browser takes. */
async function goTo(page, url, act) {
  await act({ timeout: 5000, waitUntil: 'commit' }).catch(() => {})
  // A page from the cache is not loaded again.
  await page.waitForURL(url, { waitUntil: 'commit' })
}

test('a page that leaves traces is seen to leave them', async (t) => {
  const page = await openBeside(t, '/leaky.html')
  await page.evaluate(() => tell('relapsed'))
  const [left] = await traces(page)
  for (const [name, value] of Object.entries(left)) assert.match(JSON.stringify(value), /relapsed/, name)
  assert.match(JSON.stringify(await page.context().storageState({ indexedDB: true })), /relapsed/)
  assert.equal(await clipboard(page), 'relapsed')
})

for (const [name, path] of Object.entries(PLACES)) {
  test(`a whole journey leaves no trace: ${name}`, async (t) => {
    const page = await openBeside(t, '/elsewhere.html')
    await page.goto(site.origin + path)
    const app = await journey.ready(page)
    const before = await labels(page)
    await journey.walk(app, journey.pointer(app), FAMILY)
    const after = await labels(page)
    // In its own frame, which nobody else can ask, the app has one entry of the history, and a title in the language chosen.
    const [was, is] = [before.pop(), after.pop()]
    assert.deepEqual([was.state, is.state], [null, 1])
    assert.deepEqual({ ...is, title: '', state: null }, { ...was, title: '' })
    assert.deepEqual(after, before)
    assert.equal(await clipboard(page), 'of before')
    for (const { url, title, name, state, ...stored } of await traces(page)) {
      const isHost = url === `${site.origin}/`
      const refused = 'SecurityError'
      const nothing = isHost
        ? { cookie: '', local: {}, session: {}, databases: [], caches: [] }
        : { cookie: refused, local: refused, session: refused, databases: refused, caches: refused }
      assert.deepEqual(stored, nothing, url)
    }
    assert.deepEqual(await page.context().storageState({ indexedDB: true }), { cookies: [], origins: [] })
  })

  test(`once all is erased, neither Back nor Forward nor another tab brings it back: ${name}`, async (t) => {
    const { page, app, walk, press } = await openApp(t, path)
    await walk()
    await press('[data-action=erase]')
    await press('[data-action=erase-all]')
    await assertFirstScreen(page)
    const url = site.origin + path
    // The frame goes back to before its own entry of the history, so that Back leaves at once.
    await app.waitForFunction(() => history.state === null)
    await goTo(page, 'about:blank', (options) => page.goBack(options))
    await goTo(page, url, (options) => page.goForward(options))
    await assertNew(page)
    await goTo(page, `${site.origin}/elsewhere.html`, () => page.goto(`${site.origin}/elsewhere.html`))
    await goTo(page, url, (options) => page.goBack(options))
    await assertNew(page)
    assert.equal(await app.evaluate(() => 'there').catch(() => 'gone'), 'gone', 'it is another document')
  })

  test(`a page reloaded, returned to, closed and opened again, or opened twice begins anew: ${name}`, async (t) => {
    const { page, walk } = await openApp(t, path)
    const url = site.origin + path
    const partly = { stop: ({ fact }) => fact === 'weight' }
    await walk(partly)
    await page.reload()
    await assertNew(page)
    await walkAgain(page, partly)
    await goTo(page, `${site.origin}/elsewhere.html`, () => page.goto(`${site.origin}/elsewhere.html`))
    await goTo(page, url, (options) => page.goBack(options))
    await assertNew(page)
    await walkAgain(page, partly)
    const twin = path === '/' ? await opensTwin(page) : await page.context().newPage()
    await twin.goto(url)
    await twin.bringToFront()
    await assertNew(twin)
    await page.close()
    const again = await twin.context().newPage()
    await again.goto(url)
    await assertNew(again)
  })

  test(`the page that a browser kept as it was comes back without answers: ${name}`, async (t) => {
    for (const forgets of [false, true]) {
      const { page } = await journey.open(t, keeping, 'about:blank', ENGLISH)
      // The control: the same page, of which the app is not told that it is left.
      if (!forgets) await page.addInitScript(deafen)
      await page.goto(site.origin + path)
      await walkAgain(page, { stop: ({ fact }) => fact === 'birth_date' })
      const app = await journey.ready(page)
      await app.locator('#year').selectOption('2015')
      await page.evaluate(() => addEventListener('pageshow', ({ persisted }) => (window.cameBack = persisted)))
      await goTo(page, `${site.origin}/elsewhere.html`, () => page.goto(`${site.origin}/elsewhere.html`))
      await goTo(page, site.origin + path, (options) => page.goBack(options))
      await page.waitForFunction(() => 'cameBack' in window)
      assert.equal(await page.evaluate(() => window.cameBack), true, 'it comes from the cache')
      const { heading, chosen, text } = await shown(page)
      if (forgets) {
        assert.deepEqual({ heading, chosen }, { heading: START, chosen: [] })
        assert.doesNotMatch(text, /birth/)
      } else {
        assert.match(heading, /When was the patient born/)
        assert.equal(chosen[0], '2015')
      }
    }
  })

  test(`printing, and what a browser says when another app comes to the front, cost no answer: ${name}`, async (t) => {
    const { page, app, hand, walk } = await openApp(t, path)
    await walk()
    const before = await shown(page)
    await app.evaluate(() => addEventListener('beforeprint', () => (window.printed = true)))
    await hand.press('[data-action=print]')
    await app.waitForFunction(() => window.printed)
    const say = (types) =>
      app.evaluate((types) => {
        for (const type of types) for (const target of [document, window]) target.dispatchEvent(new Event(type))
      }, types)
    // A test cannot put a window without a screen behind another, so the words are said without the deed.
    await say(['visibilitychange', 'freeze', 'resume', 'blur', 'focus', 'beforeunload', 'pageshow'])
    assert.deepEqual(await shown(page), before)
    await say(['pagehide', 'pageshow'])
    await assertFirstScreen(page)
  })
}

/** Runs in each window before anything of the page. */
function deafen() {
  addEventListener('pagehide', (event) => event.stopImmediatePropagation())
}

async function walkAgain(page, options) {
  const app = await journey.ready(page)
  await journey.walk(app, journey.pointer(app), FAMILY, options)
}

/** Another window of the same session, as a link that opens one gives it. */
async function opensTwin(page) {
  const [twin] = await Promise.all([page.waitForEvent('popup'), page.evaluate(() => void open(location.href))])
  return twin
}

test('a browser fills a form again that was left, unless the form forbids it', async (t) => {
  const kept = {}
  for (const form of ['<form>', '<form autocomplete="off">']) {
    await writeFile(join(folder, 'form.html'), LEAKY.replace('<form>', form))
    const { page } = await journey.open(t, browser, `${site.origin}/form.html`, ENGLISH)
    await page.locator('input').last().click()
    await goTo(page, `${site.origin}/elsewhere.html`, () => page.goto(`${site.origin}/elsewhere.html`))
    await goTo(page, `${site.origin}/form.html`, (options) => page.goBack({ ...options, waitUntil: 'load' }))
    kept[form] = (await shown(page)).chosen
  }
  assert.deepEqual(kept, { '<form>': ['1'], '<form autocomplete="off">': [] })
  const { app, walk } = await openApp(t, '/check.html')
  await walk({ stop: ({ fact }) => fact === 'diagnosis' })
  assert.equal(await app.locator('form').getAttribute('autocomplete'), 'off')
})
