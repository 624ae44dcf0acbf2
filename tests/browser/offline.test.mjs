// Where there is no network, no server, no script or no WebAssembly: the app goes on, or a page without it is shown.

import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { after, before, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { launch } from './browser.mjs'
import * as journey from './journey.mjs'
import { screenNatively } from './native.mjs'
import { assertPaper } from './paper.mjs'

const FAMILY = journey.FAMILIES.does_not_fit

let folder, broken, site, browser

before(async () => {
  const html = await readFile('dist/check.html', 'utf8')
  const without = (words) => {
    assert.ok(html.includes(words), words)
    return html.replaceAll(words, '')
  }
  folder = await mkdtemp(join(tmpdir(), 'prescreen-'))
  // How a browser behaves that does not know the word, and one that never runs the frame.
  await writeFile(join(folder, 'check-refused.html'), without(" 'wasm-unsafe-eval'"))
  await writeFile(join(folder, 'check-together.html'), without(' sandbox="allow-scripts allow-modals allow-downloads"'))
  await writeFile(join(folder, 'check-wrong.html'), withAnotherOutcome(html))
  await writeFile(join(folder, 'check-silent.html'), html.replace('srcdoc="', 'srcdoc="" data-dropped="'))
  broken = await journey.serveSite(folder)
  site = await journey.serveSite()
  browser = await launch()
})

after(async () => {
  await browser?.close()
  await site?.stop()
  await broken?.stop()
  await rm(folder, { recursive: true })
})

/** The page as if its engine computed otherwise: what the known cases come to stands last in the numbers. */
function withAnotherOutcome(html) {
  const [numbers] = html.match(/(?<=id=&quot;numbers&quot;>)[^<]*/)
  // The first 256 letters are those of the bytes from 0 to 255.
  const other = numbers[numbers.indexOf(numbers.at(-1)) ^ 1]
  return html.replace(numbers, () => numbers.slice(0, -1) + other)
}

async function assertWholeJourney(app) {
  const asked = await journey.walk(app, journey.pointer(app), FAMILY)
  assert.deepEqual(asked, Object.keys(FAMILY))
  assert.deepEqual(await journey.shownFindings(app), screenNatively([FAMILY], journey.DAY)[0].criteria)
}

/** Beside the page without scripts: that there is no result, in both languages, and the browser's own words. */
async function assertSorry(page, why) {
  await page.locator(':root.failed').waitFor()
  await assertPaper(page)
  assert.ok(await page.locator('.sorry').isVisible())
  const [chinese, english, link, reason] = await journey.texts(page, '.sorry p')
  assert.match(chinese, /没有得出可靠的结果/)
  assert.match(english, /There is no result, and you should not rely on anything/)
  assert.match(link, /慢一些，结果一样 Try the version for older devices: slower, with the same results/)
  assert.match(reason, why)
}

test('the journey goes on when the server is stopped and the network is gone', async (t) => {
  const own = await journey.serveSite()
  const { page, app, seen } = await journey.openApp(t, browser, `${own.origin}/check.html`, { locale: 'zh-CN' })
  await own.stop()
  await page.context().setOffline(true)
  await assertWholeJourney(app)
  assert.deepEqual(seen, { console: [], errors: [], requests: [`GET ${own.origin}/check.html`] })
})

test('a saved copy works from the disk', async (t) => {
  const url = pathToFileURL(resolve('dist/check.html')).href
  const { app, seen } = await journey.openApp(t, browser, url, { locale: 'en-GB' })
  await assertWholeJourney(app)
  assert.deepEqual(seen, { console: [], errors: [], requests: [] })
})

test('without scripts all criteria are there to be ticked on paper', async (t) => {
  for (const url of [`${site.origin}/check.html`, pathToFileURL(resolve('dist/check.html')).href]) {
    const { page, seen } = await journey.open(t, browser, url, { javaScriptEnabled: false })
    await assertPaper(page)
    assert.equal(await page.locator('.sorry').isVisible(), false, 'nothing went wrong')
    assert.deepEqual([seen.console, seen.errors], [[], []])
  }
})

test('where the policy refuses WebAssembly, the page without it is shown, and the console stays empty', async (t) => {
  const { page, seen } = await journey.open(t, browser, `${broken.origin}/check-refused.html`)
  await assertSorry(page, /CompileError/)
  assert.deepEqual([seen.console, seen.errors], [[], []])
})

test('where there is no WebAssembly, the page without it is shown, and the console stays empty', async (t) => {
  const { page, seen } = await journey.open(t, browser, 'about:blank')
  await page.addInitScript(() => delete globalThis.WebAssembly)
  await page.goto(`${site.origin}/check.html`)
  await assertSorry(page, /WebAssembly/)
  assert.deepEqual([seen.console, seen.errors], [[], []])
})

test('where there is no WebAssembly, the page beside checks the same in plain JavaScript', async (t) => {
  const { page, seen } = await journey.open(t, browser, 'about:blank', { locale: 'zh-CN' })
  await page.addInitScript(() => delete globalThis.WebAssembly)
  await page.goto(`${site.origin}/check.html`)
  await page.locator('#compat').click()
  const app = await journey.ready(page)
  await assertWholeJourney(app)
  const requests = ['check.html', 'check-compat.html'].map((name) => `GET ${site.origin}/${name}`)
  assert.deepEqual(seen, { console: [], errors: [], requests })
})

test('where the known cases come out otherwise, nothing is checked, and the console stays empty', async (t) => {
  const { page, seen } = await journey.open(t, browser, `${broken.origin}/check-wrong.html`)
  await assertSorry(page, /the self-test failed/)
  assert.deepEqual([seen.console, seen.errors], [[], []])
})

test('where a frame without a sandbox is read from a disk, the app does not start', async (t) => {
  // Files have the origin `null` too, and yet the page around the frame can read it.
  const { page, seen } = await journey.open(t, browser, pathToFileURL(join(folder, 'check-together.html')).href)
  await assertSorry(page, /the page is not alone/)
  assert.deepEqual(await page.evaluate(() => [window[0].origin, window[0].document.forms.length]), ['null', 0])
  assert.deepEqual([seen.console, seen.errors], [[], []])
})

test('what broke stays away, and takes what it showed with it', async (t) => {
  const { page, app } = await journey.openApp(t, browser, `${site.origin}/check.html`)
  await journey.walk(app, journey.pointer(app), FAMILY, { stop: ({ fact }) => fact === 'birth_date' })
  await app.evaluate(() => dispatchEvent(new ErrorEvent('error', { message: 'broken' })))
  await assertSorry(page, /^broken$/)
  assert.equal(await app.evaluate(() => document.querySelector('#page').childNodes.length), 0)
  await app.evaluate(() => parent.postMessage('ready', '*'))
  await app.evaluate(() => new Promise((later) => setTimeout(later, 50)))
  assert.equal(await page.evaluate(() => document.documentElement.className), 'failed')
})

test('a frame that is not shown yet is ready all the same, and is measured once it is shown', async (t) => {
  const { page } = await journey.open(t, browser, 'about:blank')
  await page.goto(`${site.origin}/nct07338357.json`)
  await page.evaluate(() => {
    document.documentElement.innerHTML = '<body><iframe style="display:none" sandbox="allow-scripts"></iframe>'
    window.heard = []
    addEventListener('message', ({ data }) => window.heard.push(data))
    document.querySelector('iframe').src = '/check.html'
  })
  const shell = await (await page.locator('iframe').elementHandle()).contentFrame()
  await shell.waitForFunction(() => document.documentElement.className === 'ready')
  assert.deepEqual(await page.evaluate(() => window.heard), [])
  await page.evaluate(() => document.querySelector('iframe').removeAttribute('style'))
  await page.waitForFunction(() => window.heard.length > 0)
  const [height] = await page.evaluate(() => window.heard)
  assert.ok(height > 500, `${height} px`)
})

test('where the app never answers, the page without it is shown after a while', async (t) => {
  const { page, seen } = await journey.open(t, browser, `${broken.origin}/check-silent.html`)
  await page.clock.fastForward(12_000)
  assert.equal(await page.locator('.sorry').isVisible(), false)
  await page.clock.fastForward(10_000)
  await assertSorry(page, /late/)
  assert.deepEqual([seen.console, seen.errors], [[], []])
})
