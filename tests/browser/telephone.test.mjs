// The contact's number: a tap on it in the shell asks the system to call, wherever the page stands, and costs no
// answer.

import assert from 'node:assert/strict'
import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { after, before, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { launch } from './browser.mjs'
import * as journey from './journey.mjs'

const TOKEN = ' allow-top-navigation-to-custom-protocols'
const DIAL = 'tel:+8613607868275'
const BLOCKED = /Navigation to external protocol blocked by sandbox/

let folder, weak, site, browser

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'prescreen-'))
  const host = await readFile('dist/index.html', 'utf8')
  assert.ok(host.includes(TOKEN))
  await writeFile(join(folder, 'index.html'), host.replaceAll(TOKEN, ''))
  await copyFile('dist/check.html', join(folder, 'check.html'))
  weak = await journey.serveSite(folder)
  site = await journey.serveSite()
  browser = await launch()
})

after(async () => {
  await browser?.close()
  await site?.stop()
  await weak?.stop()
  await rm(folder, { recursive: true })
})

/** Answers a question, taps the number as a finger would, and waits until the browser has done with it. */
async function tapNumber(t, url) {
  const { page, seen, app } = await journey.openApp(t, browser, url)
  await journey.walk(app, journey.pointer(app), journey.FAMILIES.open, { stop: ({ fact }) => fact === 'birth_date' })
  const session = await page.context().newCDPSession(page)
  await session.send('Page.enable')
  await session.send('Network.enable')
  const asked = []
  session.on('Page.frameRequestedNavigation', ({ url }) => asked.push(url))
  // The system takes the address, or the sandbox stops it: either way no document comes of it.
  const over = new Promise((done) => session.on('Network.loadingFailed', done))
  const shell = page.frames().find((frame) => frame.url().endsWith('/check.html'))
  const link = shell.locator('footer a')
  await link.scrollIntoViewIfNeeded()
  const { x, y, width, height } = await link.boundingBox()
  await page.mouse.click(x + width / 2, y + height / 2)
  await over
  return { page, seen, app, shell, asked }
}

test('where the sandbox lacks the word, a tap on the number is stopped and seen to be', async (t) => {
  const { seen, asked } = await tapNumber(t, `${weak.origin}/`)
  for (let tries = 0; tries < 100 && seen.console.length === 0; tries += 1) {
    await new Promise((again) => setTimeout(again, 20))
  }
  assert.deepEqual(asked, [DIAL])
  assert.match(seen.console[0]?.text, BLOCKED)
})

for (const [name, url] of [
  ['embedded', () => `${site.origin}/`],
  ['as its own page', () => `${site.origin}/check.html`],
  ['from the disk', () => pathToFileURL(resolve('dist/check.html')).href],
]) {
  test(`the number calls, and the page stays with its answers: ${name}`, async (t) => {
    const { page, seen, app, shell, asked } = await tapNumber(t, url())
    assert.deepEqual(asked, [DIAL])
    // Words of the sandbox come after the end of the attempt; a round trip through the page later they would be here.
    await journey.step(app, () => app.locator('[data-action=back]').click())
    assert.deepEqual([seen.console, seen.errors], [[], []])
    assert.equal(page.url(), url())
    assert.ok(await shell.locator('footer a').isVisible())
    const { fact } = await journey.look(app)
    assert.equal(fact, 'disease_course')
    const chosen = await app.locator('input:checked').evaluateAll((inputs) => inputs.map(({ value }) => value))
    assert.equal(chosen.length, 1, 'the answer is kept')
    // In the app the number is a text: a link there would replace the app.
    assert.equal(await app.locator('a, [href]').count(), 0)
    assert.ok(await journey.contactIsShown(app))
  })
}
