// What a family hands on, in a browser: the text as a copy and as a file, the sheet as a picture, codes. Each is what the
// screen says, to the byte; where a browser refuses, words say so; and the app goes on as it was, with all answers.

import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { openBench } from './hand-on/bench.mjs'
import * as journey from './journey.mjs'
import { browser, site } from './served.mjs'

const FAMILY = journey.FAMILIES.fits_so_far

/** Where the app may be, and what is asked of the server there. */
const PLACES = {
  'a page of its own': () => [`${site.origin}/check.html`, '/check.html'],
  'a host': () => [`${site.origin}/`, '/', '/check.html'],
  'a disk': () => [pathToFileURL(resolve('dist/check.html')).href],
  'plain JavaScript': () => [`${site.origin}/check-compat.html`, '/check-compat.html'],
}

/** Walks a family to its sheet. `result` is what it was shown before. */
async function openSheet(t, url, { init, ...options } = {}) {
  const { page, seen } = await journey.open(t, browser, 'about:blank', { locale: 'en-GB', ...options })
  if (init) await page.addInitScript(init)
  await page.goto(url)
  const app = await journey.ready(page)
  await journey.walk(app, journey.pointer(app), FAMILY)
  const result = await journey.shownFindings(app)
  await journey.step(app, () => app.locator('[data-action=sheet]').first().click())
  return { page, seen, app, result }
}

/** Taps a button, and gives the words that are said of it: those of either end. */
async function tap(app, action) {
  const button = app.locator(`[data-action=${action}]`)
  const words = await button.evaluate(({ dataset: { done, failed } }) => ({ done, failed }))
  assert.ok(words.done && words.failed && words.done !== words.failed, action)
  await app.evaluate(() => {
    const said = document.getElementById('said')
    const heard = (window.heard = [])
    new MutationObserver(() => heard.push(said.textContent)).observe(said, { childList: true, subtree: true })
  })
  await button.click()
  await app.waitForFunction(() => window.heard.some((words) => words !== ''))
  const heard = await app.evaluate(() => window.heard.filter((words) => words !== ''))
  assert.equal(heard.length, 1, 'it is said once')
  assert.equal(await app.evaluate(() => document.activeElement.dataset.action), action, 'the focus stays')
  return Object.keys(words).find((end) => words[end] === heard[0])
}

const textOf = (app) => app.evaluate(() => document.getElementById('text').innerText)
const selected = (app) => app.evaluate(() => String(getSelection()))

async function assertCopied(app, bench, form = /NCT07338357[^]*\n/) {
  const text = await textOf(app)
  assert.match(text, form)
  await bench.fill('what was there before')
  assert.equal(await tap(app, 'copy'), 'done')
  assert.deepEqual(await bench.clipboard(), { 'text/plain': text })
  assert.equal(await selected(app), '')
}

async function assertPictured(page, app, bench) {
  assert.equal(await tap(app, 'picture'), 'done')
  const image = app.locator('#picture img')
  assert.equal(await image.count(), 1)
  const shown = await image.evaluate(async (image) => {
    await image.decode()
    const { top, left, right } = image.getBoundingClientRect()
    const [width, height] = ['width', 'height'].map((name) => Number(image.getAttribute(name)))
    // A page scrolls by whole pixels of the screen.
    const inSight = top > -1 && top < innerHeight && left >= 0 && right <= innerWidth
    return { src: image.getAttribute('src'), alt: image.alt, width, height, inSight }
  })
  assert.ok(shown.alt.length > 3, 'it has a name')
  assert.ok(shown.inSight, 'it is in sight, and no wider than the page')
  const [, png] = /^data:image\/png;base64,(.+)$/.exec(shown.src)
  const { white, black, says, ...looks } = await bench.look(Buffer.from(png, 'base64'))
  assert.deepEqual(looks, {
    width: shown.width,
    height: shown.height,
    coloured: 0,
    clear: 0,
    corners: [255, 255, 255, 255],
  })
  assert.equal(shown.width, 1080)
  assert.ok(white > 0.6 * shown.width * shown.height && black > 2000, `${white} white, ${black} black`)
  assert.equal(says, await app.locator('[data-qr]').first().getAttribute('data-qr'))
}

async function assertSaved(page, app) {
  const text = await textOf(app)
  const download = page.waitForEvent('download')
  assert.equal(await tap(app, 'save'), 'done')
  const file = await download
  assert.equal(file.suggestedFilename(), await app.locator('[data-action=save]').getAttribute('data-name'))
  assert.match(file.suggestedFilename(), /^NCT07338357[\w-]*\.txt$/)
  assert.match(file.url(), /^blob:null\/[\w-]+$/, 'its address says nothing')
  const bytes = await readFile(await file.path())
  const lines = text.replace(/\n$/, '').split('\n')
  assert.equal(bytes.toString('utf8'), `\ufeff${lines.map((line) => `${line}\r\n`).join('')}`)
}

function toCode(app) {
  return journey.step(app, () => app.locator('[data-action=code]').click())
}

/** The app has every answer, and goes on. */
async function assertAlive(app, result) {
  await journey.step(app, () => app.locator('[data-action=back]').click())
  assert.deepEqual(await journey.shownFindings(app), result)
}

for (const [place, addresses] of Object.entries(PLACES)) {
  test(`copy, picture, file and code, each as the screen says: ${place}`, async (t) => {
    const [url, ...asked] = addresses()
    const { page, seen, app, result } = await openSheet(t, url, { viewport: { width: 390, height: 844 } })
    const bench = await openBench(t, browser, site.origin)
    await assertCopied(app, bench)
    await assertPictured(page, app, bench)
    await assertSaved(page, app)
    // What is said a second time is announced a second time.
    await assertCopied(app, bench)
    await toCode(app)
    await assertCopied(app, bench, /^PS1-NCT07338357(-[0-9A-Z]{1,5})+$/)
    await journey.step(app, () => app.locator('[data-action=back]').click())
    await assertAlive(app, result)
    assert.deepEqual(seen, { console: [], errors: [], requests: asked.map((path) => `GET ${site.origin}${path}`) })
  })
}

/** Looks of the page in which a code has to be read. */
const LOOKS = {
  light: { colorScheme: 'light' },
  dark: { colorScheme: 'dark' },
  'forced colours': { forcedColors: 'active', colorScheme: 'dark' },
  paper: { media: 'print' },
}

/** The code in sight says what it should, in each look. */
async function assertRead(page, app, bench) {
  for (const [look, media] of Object.entries(LOOKS)) {
    await page.emulateMedia(media)
    // The sheet on paper has another one.
    const code = app.locator('[data-qr] canvas:visible').first()
    const { says } = await bench.look(await code.screenshot())
    assert.equal(says, await code.evaluate((canvas) => canvas.parentElement.dataset.qr), look)
    await page.emulateMedia({ media: null, colorScheme: null, forcedColors: null })
  }
}

for (const [size, options] of Object.entries({
  phone: { viewport: { width: 320, height: 568 }, deviceScaleFactor: 3 },
  'desk at 75 %': { viewport: { width: 1706, height: 1066 }, deviceScaleFactor: 0.75 },
  'desk at 400 %': { viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 },
})) {
  test(`a code on the screen can be read: ${size}`, async (t) => {
    const { page, app } = await openSheet(t, `${site.origin}/check.html`, options)
    const bench = await openBench(t, browser, site.origin)
    await assertRead(page, app, bench)
    await toCode(app)
    await assertRead(page, app, bench)
  })
}

test('where a browser does not copy, words say so and the text is there to be copied by hand', async (t) => {
  const refusals = [
    () => (Document.prototype.execCommand = () => false),
    // It says so, and does nothing.
    () => (Document.prototype.execCommand = () => true),
    () => {
      Document.prototype.execCommand = () => {
        throw new Error('no')
      }
    },
  ]
  for (const init of refusals) {
    const { app, seen, result } = await openSheet(t, `${site.origin}/check.html`, { init })
    assert.equal(await tap(app, 'copy'), 'failed')
    assert.equal((await selected(app)).trim(), (await textOf(app)).trim())
    await assertAlive(app, result)
    assert.deepEqual([seen.console, seen.errors], [[], []])
  }
})

test('where a browser gives no picture, or another one than was drawn, words say so', async (t) => {
  const refusals = [
    () => (HTMLCanvasElement.prototype.toDataURL = () => 'data:,'),
    () => (HTMLCanvasElement.prototype.getContext = () => null),
    // As Firefox does where it resists being told apart.
    () => {
      const { getImageData } = CanvasRenderingContext2D.prototype
      CanvasRenderingContext2D.prototype.getImageData = function (...given) {
        const image = getImageData.apply(this, given)
        for (const place of image.data.keys()) image.data[place] = (place * 89) % 256
        return image
      }
    },
  ]
  for (const init of refusals) {
    const { app, seen, result } = await openSheet(t, `${site.origin}/check.html`, { init })
    assert.equal(await tap(app, 'picture'), 'failed')
    assert.equal(await app.locator('#picture > *').count(), 0)
    await assertAlive(app, result)
    assert.deepEqual([seen.console, seen.errors], [[], []])
  }
})

test('what a browser lacks is not offered', async (t) => {
  const needing = (app, what) => app.locator(`[data-action=${what}], [data-needs=${what}]`).count()
  const { app } = await openSheet(t, `${site.origin}/check.html`)
  assert.ok((await needing(app, 'save')) > 0 && (await needing(app, 'print')) > 0)
  const lacks = {
    save: () => delete HTMLAnchorElement.prototype.download,
    print: () => delete window.print,
  }
  for (const [what, init] of Object.entries(lacks)) {
    const { app } = await openSheet(t, `${site.origin}/check.html`, { init })
    const left = Object.keys(lacks).filter((name) => name !== what)
    assert.equal(await needing(app, what), 0, what)
    for (const other of left) assert.ok((await needing(app, other)) > 0, other)
  }
})

test('no file is saved without a tap', async (t) => {
  const saveAtOnce = () =>
    addEventListener('load', () => {
      // Defined by the app's own script; the page around it has none.
      if (typeof hand === 'undefined') return
      try {
        hand.save('text', 'text.txt')
        window.outcome = 'saved'
      } catch (error) {
        window.outcome = error.message
      }
    })
  const { page } = await journey.open(t, browser, 'about:blank')
  await page.addInitScript(saveAtOnce)
  await page.goto(`${site.origin}/check.html`)
  const app = await journey.ready(page)
  assert.equal(await app.evaluate(() => window.outcome), 'nobody has tapped')
})
