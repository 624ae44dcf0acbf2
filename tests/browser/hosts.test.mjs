// docs/embedding.md says what is so: its snippets work in a host page with the strictest policy that has its one line,
// from the same host and from another, and the host sees of a journey what is listed there.

import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { appFrame, launch, openPage, serve } from './browser.mjs'
import * as journey from './journey.mjs'

const DOC = await readFile('docs/embedding.md', 'utf8')
const blocks = (language) => DOC.split(`\`\`\`${language}\n`).slice(1).map((rest) => rest.split('\n```')[0])
const [FRAME, ELEMENT, LINK] = blocks('html')
const [FRAME_POLICY, ELEMENT_POLICY] = blocks('csp')
const [STYLE] = blocks('css')
const HEADERS = Object.fromEntries(blocks('http')[0].split('\n').map((line) => line.split(/: (.*)/)))
const PLACE = '/aml/1.0.0/'
/** Everything is forbidden, except what the documentation's line allows. */
const STRICT = "default-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'; "

let folder, browser
let hosts = 0

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'prescreen-'))
  await cp('dist', join(folder, PLACE), { recursive: true })
  browser = await launch()
})

after(async () => {
  await browser?.close()
  await rm(folder, { recursive: true })
})

const integrity = (bytes) => `sha384-${createHash('sha384').update(bytes).digest('base64')}`

/** A host page with a snippet, `{ policy }` of its own, and the files on `elsewhere` or on the host itself. */
async function openHost(t, snippet, { policy, elsewhere, framing = '', extra, sums }) {
  const headers = (path) => {
    if (path.startsWith(`${PLACE}check`)) {
      return { ...HEADERS, 'Content-Security-Policy': HEADERS['Content-Security-Policy'] + framing, ...extra }
    }
    if (path.endsWith('.js')) return { 'Access-Control-Allow-Origin': '*' }
    return { 'Content-Security-Policy': policy }
  }
  const site = await serve(folder, headers)
  const other = elsewhere ? await serve(folder, headers) : undefined
  t.after(() => Promise.all([site.stop(), other?.stop()]))
  const hash = integrity(sums ?? (await readFile('dist/trial-prescreener.js')))
  let markup = snippet.replace('sha384-…', hash)
  if (elsewhere) markup = markup.replaceAll(/(src|href)="\/aml/g, `$1="${other.origin}/aml`)
  hosts += 1
  const name = `host-${hosts}.html`
  const head = '<!doctype html><html lang="zh-Hans"><meta charset="utf-8"><title>host</title><body>'
  await writeFile(join(folder, name), head + markup)
  const { page, seen, close } = await openPage(browser, { timezoneId: journey.ZONE, locale: 'en-GB' })
  t.after(close)
  await page.addInitScript(() => {
    window.heard = []
    addEventListener('message', ({ data }) => window.heard.push(data))
  })
  await page.clock.setFixedTime(`${journey.DAY}T09:00:00+08:00`)
  const csp = (text) => STRICT + text.replaceAll("'self'", other?.origin ?? "'self'")
  policy = csp(policy)
  await page.goto(`${site.origin}/${name}`)
  return { page, seen, site: other ?? site }
}

for (const elsewhere of [false, true]) {
  const where = elsewhere ? 'another host' : 'the same host'

  test(`the plain frame from ${where} works under the one line`, async (t) => {
    const { page, seen } = await openHost(t, FRAME, { policy: FRAME_POLICY, elsewhere })
    const app = await journey.ready(page)
    await journey.walk(app, journey.pointer(app), journey.FAMILIES.does_not_fit)
    assert.ok(await journey.contactIsShown(app))
    const { width, height } = await page.locator('iframe').boundingBox()
    assert.ok(width >= 1264 && height >= 704, `${width} by ${height}`)
    assert.deepEqual([seen.console, seen.errors], [[], []])
  })

  test(`the element from ${where} works under its one line`, async (t) => {
    const { page, seen, site } = await openHost(t, ELEMENT, { policy: ELEMENT_POLICY, elsewhere })
    const app = await journey.ready(page)
    const frame = page.locator('trial-prescreener iframe')
    await frame.and(page.locator(':visible')).waitFor()
    assert.equal(await frame.getAttribute('src'), `${site.origin}${PLACE}check.html#lang=zh-Hans&accent=0a5c6b`)
    assert.equal((await journey.look(app)).lang, 'zh-Hans')
    assert.equal(await page.locator('trial-prescreener p').isVisible(), false)
    await journey.walk(app, journey.pointer(app), journey.FAMILIES.does_not_fit)
    assert.deepEqual([seen.console, seen.errors], [[], []])
  })
}

test('without the line, and with another script than the one that was named, nothing is embedded', async (t) => {
  const blocked = await openHost(t, FRAME, { policy: "frame-src 'none'" })
  await assert.rejects(appFrame(blocked.page, { timeout: 500 }), /no srcdoc frame/)
  const other = await openHost(t, ELEMENT, { policy: ELEMENT_POLICY, sums: 'another script' })
  assert.equal(await other.page.evaluate(() => customElements.get('trial-prescreener')), undefined)
  assert.ok(await other.page.locator('trial-prescreener a[href^="tel:"]').isVisible())
})

test('the link leads to the page itself, in its sandbox', async (t) => {
  const { page } = await openHost(t, LINK, { policy: '' })
  assert.equal(await page.locator('a[href^="tel:"]').getAttribute('href'), 'tel:+8613607868275')
  await page.locator(`a[href="${PLACE}check.html"]`).click()
  await journey.ready(page)
  assert.equal(await page.evaluate(() => window.origin), 'null')
})

test('the style keeps the plain frame within the screen', async (t) => {
  const policy = `${FRAME_POLICY}; style-src 'unsafe-inline'`
  const { page } = await openHost(t, `<style>${STYLE}</style>${FRAME}`, { policy })
  for (const [screen, given] of [[844, 704], [600, 510], [320, 320]]) {
    await page.setViewportSize({ width: 390, height: screen })
    assert.equal((await page.locator('iframe').boundingBox()).height, given)
  }
})

test('who may frame it is said behind the sandbox, and others are refused', async (t) => {
  const ways = { SAMEORIGIN: [false], DENY: [] }
  for (const [way, allowed] of Object.entries(ways)) {
    for (const elsewhere of [false, true]) {
      const { page } = await openHost(t, FRAME, { policy: FRAME_POLICY, extra: { 'X-Frame-Options': way }, elsewhere })
      if (allowed.includes(elsewhere)) await journey.ready(page)
      else await assert.rejects(appFrame(page, { timeout: 500 }), /no srcdoc frame/)
    }
  }
  const framing = "; frame-ancestors 'self' https://www.hospital.example"
  assert.ok(DOC.includes(`custom-protocols${framing}`))
  await journey.ready((await openHost(t, FRAME, { policy: FRAME_POLICY, framing })).page)
  const refused = await openHost(t, FRAME, { policy: FRAME_POLICY, framing, elsewhere: true })
  await assert.rejects(appFrame(refused.page, { timeout: 500 }), /no srcdoc frame/)
})

test('of a journey the host sees one number and one entry of the history', async (t) => {
  const { page } = await openHost(t, FRAME, { policy: FRAME_POLICY })
  const app = await journey.ready(page)
  const length = () => page.evaluate(() => history.length)
  const first = await length()
  const grown = new Set()
  const seen = async () => grown.add((await length()) - first)
  await journey.walk(app, journey.pointer(app), journey.FAMILIES.does_not_fit, { seen })
  const heard = await page.evaluate(() => window.heard)
  assert.equal(heard.length, 1)
  assert.ok(Number.isInteger(heard[0]) && heard[0] > 400, `${heard}`)
  assert.deepEqual([...grown], [0, 1])
})

test('tokens behind the address are worn', async (t) => {
  const [address] = blocks('text')
  const { page, site } = await openHost(t, LINK, { policy: '' })
  await page.goto(site.origin + address)
  const app = await journey.ready(page)
  assert.equal((await journey.look(app)).lang, 'en')
  const worn = (app) => app.evaluate(() => {
    const { style, dataset } = document.documentElement
    const own = ['radius', 'accent'].map((name) => style.getPropertyValue(`--prescreen-${name}`))
    return [dataset.theme, ...own]
  })
  // This blue is too dark for dark colours.
  assert.deepEqual(await worn(app), ['dark', '8px', ''])
  await page.goto(site.origin + address.replace('dark', 'light').replace('#', '?#'))
  assert.deepEqual(await worn(await journey.ready(page)), ['light', '8px', '#005eb8'])
})
