// What a browser writes on the disk while a family answers, and leaves there: not their questions, not their answers, not
// the result. Firefox and Chromium, each with a profile of its own that is searched to the last file, while the browser
// runs, as after a crash, and when it has ended. A control page shows what each of them does write.

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { appFrame, launchProfile, serve } from './browser.mjs'
import { findTexts, unpackBlock } from './disk/search.mjs'
import { start } from './engines.mjs'
import * as journey from './journey.mjs'
import { until } from './webdriver.mjs'

/** A page around a sandboxed frame, as check.html is, where nothing is kept from the browser. */
const CONTROL = `<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><title>Control</title>
<iframe sandbox="allow-scripts allow-downloads" srcdoc="<!doctype html><title>Frame</title><input id=text>"></iframe>`

/** What the control page holds; it is told, so that it stands in no file that a browser fetched. */
const HELD = { title: 'title of the frame', text: 'text that was typed', state: 'state of the history' }

/** A file saved by an address that holds its text: Chromium keeps the addresses of what it has saved. */
const SAVED = 'text of a file that was saved'

/** The texts of all screens as the page has them, for every reader: in the file, in the frame's document, and in what Firefox
 * keeps of that to open its tabs again. */
const [IN_FILE] = readFileSync('dist/check.html', 'utf8').match(/(?<=id=&quot;texts&quot;>)[^<]*/)
const IN_FRAME = IN_FILE.replaceAll('&quot;', '"').replaceAll('&amp;', '&')
const TEXTS = [IN_FILE, IN_FRAME, JSON.stringify(IN_FRAME).slice(1, -1)]

/** Where each engine keeps its open tabs, and how it begins what stands in their forms. */
const TABS = { Firefox: /^sessionstore/, Chromium: /^Default\/Sessions\// }
const FORM = { Firefox: '"formdata":{"children":', Chromium: 'Blink serialized form state' }

/** What each engine writes of the control page, and so would of the app. */
const WRITTEN = {
  Firefox: [HELD.title, HELD.text, FORM.Firefox],
  Chromium: [HELD.text, HELD.state, FORM.Chromium],
}

/** Firefox keeps no session when it is driven, unless told so. */
const PREFS = { 'browser.sessionstore.resume_from_crash': true }

/** Runs in Firefox itself: saves the session as it is now, which it would do at a time of its own. */
async function saveSession() {
  const load = (name) => ChromeUtils.importESModule(`resource:///modules/sessionstore/${name}.sys.mjs`)[name]
  await load('TabStateFlusher').flushWindow(Services.wm.getMostRecentWindow('navigator:browser'))
  await load('SessionSaver').run()
}

/** Starts an engine with a profile in a folder. `top` is the page, `inner` gives the frame so deep in it. */
async function openProfile(name, folder) {
  await mkdir(folder)
  if (name === 'Firefox') {
    const { page, close } = await start(name, { profile: { folder, prefs: PREFS } })
    const save = async () => {
      await page.command('POST', '/moz/context', { context: 'chrome' })
      await page.command('POST', '/execute/sync', { script: `return (${saveSession})()`, args: [] })
      await page.command('POST', '/moz/context', { context: 'content' })
    }
    return { goto: page.goto, top: page.frame(), inner: (depth) => page.frame(...Array(depth).fill('iframe')), save, close }
  }
  const context = await launchProfile(folder, { locale: 'en-GB', timezoneId: journey.ZONE })
  const page = await context.newPage()
  const inner = () => appFrame(page)
  return { goto: (url) => page.goto(url), top: page, inner, save: async () => {}, close: () => context.close() }
}

let folder, site

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'prescreen-'))
  // The sites of other trials say much of the same.
  await cp('dist', join(folder, 'site'), { recursive: true, filter: (path) => !/\bnct\d+$/.test(path) })
  await writeFile(join(folder, 'site', 'control.html'), CONTROL)
  site = await serve(join(folder, 'site'), (path) => (path.startsWith('/check') ? journey.HEADERS : {}))
})

after(async () => {
  await site?.stop()
  await rm(folder, { recursive: true, maxRetries: 10 })
})

/** Changes the address of the page around the frame, and waits until the disk has it: twice, as what is saved may lag. */
async function written(name, { top, save }, mark) {
  for (const address of [`#${mark}-once`, `#${mark}-twice`]) {
    await top.evaluate((address) => history.pushState(null, '', address), address)
    await save()
    await until(async () => (await findTexts(join(folder, name), [address], { within: TABS[name] })).size > 0, `${address} on the disk`)
  }
}

/** The texts of what was answered, on the last screen before the result. */
function answersShown() {
  const leaves = [...document.querySelectorAll('.answers *')].filter((element) => element.children.length === 0)
  // Also with common spaces in the place of those that keep words on one line.
  return leaves.flatMap(({ textContent: text }) => [text, text.replaceAll('\u00a0', ' ')])
}

/** What is on the sheet: its lines, and a piece of its picture. */
function sheetShown() {
  const lines = document.getElementById('text').innerText.split('\n')
  return [...lines, document.querySelector('#picture img').getAttribute('src').slice(100, 200)]
}

/** Copies the sheet and has it as a picture and, where it can be had, as a file, which is put elsewhere. Returns what is on it. */
async function handOn(app) {
  await journey.step(app, () => app.evaluate(() => document.querySelector('[data-action=sheet]').click()))
  for (const action of ['copy', 'picture', 'save']) {
    if (!(await app.isVisible(`[data-action=${action}]`))) continue
    await app.click(`[data-action=${action}]`)
    await app.waitForSelector('#said:not(:empty)')
    const { said, done } = await app.evaluate((action) => {
      const { done } = document.querySelector(`[data-action=${action}]`).dataset
      return { said: document.getElementById('said').textContent, done }
    }, action)
    assert.equal(said, done)
  }
  return app.evaluate(sheetShown)
}

/** Walks to the sheet. Returns the texts seen, and what of them the disk had at a question, at the result and at the end. */
async function walk(name, browser) {
  await browser.goto(`${site.origin}/#lang=en`)
  const app = await browser.inner(2)
  await app.waitForSelector('#page:not([inert]) h1')
  await browser.top.evaluate(() => document.querySelector('iframe').scrollIntoView())
  const texts = { headings: [], answers: [], sheet: [] }
  const found = new Set()
  const search = async (mark) => {
    await written(name, browser, mark)
    const sought = await telling(Object.values(texts).flat())
    for (const text of (await findTexts(join(folder, name), [...sought, FORM[name]], { known: TEXTS })).keys()) found.add(text)
  }
  const seen = async ({ heading, fact, isCheck, isResult }) => {
    texts.headings.push(heading)
    if (isCheck) texts.answers.push(...(await app.evaluate(answersShown)))
    if (isResult || fact === 'allo_hsct_date') await search(fact ?? 'result')
  }
  await journey.walk(app, journey.pointer(app), journey.FAMILIES.fits_so_far, { seen })
  texts.sheet = await handOn(app)
  await search('sheet')
  return { ...texts, found }
}

/** Opens the control page and has it hold what it holds. */
async function openControl(browser) {
  await browser.goto(`${site.origin}/control.html`)
  const frame = await browser.inner(1)
  await frame.evaluate((held) => {
    document.title = held.title
    const input = document.getElementById('text')
    input.value = held.text
    for (const type of ['input', 'change']) input.dispatchEvent(new Event(type, { bubbles: true }))
    history.pushState(held.state, '')
  }, HELD)
}

/** Has the control page save a file whose address holds its text. */
async function saveByAddress(browser) {
  const frame = await browser.inner(1)
  const download = browser.top.waitForEvent('download')
  await frame.evaluate((text) => {
    Object.assign(document.createElement('a'), { href: `data:text/plain,${encodeURIComponent(text)}`, download: 'text.txt' }).click()
  }, SAVED)
  await (await download).path()
}

/** The texts that say something: not the short ones that anything may hold, nor those that every reader of the site gets. */
async function telling(texts) {
  const long = [...new Set(texts)].filter((text) => text.length >= 10)
  const common = await findTexts(join(folder, 'site'), long, { known: TEXTS })
  return long.filter((text) => !common.has(text))
}

for (const name of ['Firefox', 'Chromium']) {
  test(`nothing of what a family saw or answered is on the disk: ${name}`, async (t) => {
    const browser = await openProfile(name, join(folder, name))
    let closing
    const close = () => (closing ??= browser.close())
    t.after(close)
    const { headings, answers, sheet, found } = await walk(name, browser)
    const family = { headings: await telling(headings), answers: await telling(answers), sheet: await telling(sheet) }
    assert.ok(family.headings.length >= 15 && family.headings.includes(headings.at(-1)), family.headings.join('\n'))
    assert.ok(family.answers.length >= 10 && family.answers.some((text) => /9 March 2015/.test(text)))
    assert.ok(family.sheet.length >= 10 && family.sheet.includes(sheet.at(-1)), family.sheet.join('\n'))
    assert.ok(!found.has(FORM[name]), 'what stands in the forms is not kept')

    await openControl(browser)
    if (name === 'Chromium') await saveByAddress(browser)
    await written(name, browser, 'control')
    const held = [...Object.values(HELD), FORM[name]]
    assert.deepEqual([...(await findTexts(join(folder, name), held, { within: TABS[name] })).keys()].sort(), WRITTEN[name].toSorted())

    await close()
    if (name === 'Chromium') assert.equal((await findTexts(join(folder, name), [SAVED])).size, 1, 'the address of a file is kept')
    const left = await findTexts(join(folder, name), Object.values(family).flat(), { known: TEXTS })
    const isFound = (text) => found.has(text) || left.has(text)
    assert.deepEqual(family.answers.filter(isFound), [])
    assert.deepEqual(family.headings.filter(isFound), [])
    assert.deepEqual(family.sheet.filter(isFound), [])
  })
}

test('what is packed is unpacked', () => {
  // `abcabcabcabcabc!`: three letters, twelve copied from three before, one letter; and 300 of one letter.
  const packed = Buffer.from([0x38, 0x61, 0x62, 0x63, 3, 0, 0x10, 0x21])
  assert.equal(unpackBlock(packed, 16).toString(), 'abcabcabcabcabc!')
  const long = Buffer.from([0x1f, 0x61, 1, 0, 255, 24, 0x10, 0x62])
  assert.equal(unpackBlock(long, 300).toString(), `${'a'.repeat(299)}b`)
  assert.throws(() => unpackBlock(long, 301), /holds 300 bytes instead of 301/)
})
