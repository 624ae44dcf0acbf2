// The harness itself: a test that finds nothing says something only if it would have found what is there.

import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { appFrame, launch, openPage, serve } from './browser.mjs'

const POLICY = "default-src 'none'; script-src 'unsafe-inline'; frame-src 'none'"
const quiet = page('<p>nothing happens')
const files = {
  'quiet.html': framed(quiet),
  'host.html': page('<iframe sandbox="allow-scripts" src="quiet.html"></iframe>'),
  'bare.html': quiet,
  'noisy.html': framed(
    page(`<script>
      console.error('a word in the console')
      fetch('/leak').catch(() => {})
      new Image().src = 'http://leak.invalid/image'
      new WebSocket('wss://leak.invalid/')
      setTimeout(() => { throw new Error('nobody caught this') })
    </script>`),
  ),
  'early.html': framed(
    page(`<script>
      const dark = matchMedia('(prefers-color-scheme: dark)').matches
      window.early = [navigator.language, dark, Intl.DateTimeFormat().resolvedOptions().timeZone]
    </script>`),
  ),
  'blocked.html': framed(page("<script>fetch('/leak').catch(() => {})</script>", POLICY)),
}

function page(body, policy) {
  const meta = policy ? `<meta http-equiv="Content-Security-Policy" content="${policy}">` : ''
  return `<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,">${meta}<title>t</title>${body}`
}

function framed(inner) {
  const escaped = inner.replaceAll('&', '&amp;').replaceAll('"', '&quot;')
  return page(`<iframe sandbox="allow-scripts" srcdoc="${escaped}"></iframe>`)
}

let folder, site, browser

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'prescreen-'))
  await Promise.all(Object.entries(files).map(([name, text]) => writeFile(join(folder, name), text)))
  site = await serve(folder, (path) => (path === '/quiet.html' ? { 'Content-Security-Policy': 'sandbox allow-scripts' } : {}))
  browser = await launch()
})

after(async () => {
  await browser?.close()
  await site?.stop()
  await rm(folder, { recursive: true })
})

async function visit(t, path, options) {
  const { page, seen, close } = await openPage(browser, options)
  t.after(close)
  await page.goto(site.origin + path, { waitUntil: 'load' })
  return { page, seen }
}

/** Waits for what a page does late; `assert` then says what is missing. */
async function until(condition) {
  for (let tries = 0; tries < 100 && !condition(); tries += 1) await new Promise((again) => setTimeout(again, 50))
}

test('a page that does nothing is seen to do nothing but load', async (t) => {
  const { page, seen } = await visit(t, '/quiet.html')
  await appFrame(page)
  assert.deepEqual(seen, { console: [], errors: [], requests: [`GET ${site.origin}/quiet.html`] })
})

test('words in the console, uncaught errors and requests of the inner frame are seen', async (t) => {
  const { seen } = await visit(t, '/noisy.html')
  const leaks = () => seen.requests.filter((url) => url.includes('leak'))
  await until(() => seen.errors.length > 0 && leaks().length === 3)
  assert.ok(seen.console.some(({ type, text }) => type === 'error' && text === 'a word in the console'))
  assert.deepEqual(seen.errors, ['Error: nobody caught this'])
  assert.deepEqual(leaks().sort(), [
    'CONNECT leak.invalid:443',
    `GET ${site.origin}/leak`,
    'GET http://leak.invalid/image',
  ])
  assert.ok(site.requests.some(({ path }) => path === '/leak'))
})

test('a request that the policy stops is seen in the console', async (t) => {
  const { seen } = await visit(t, '/blocked.html')
  await until(() => seen.console.length > 0)
  assert.match(seen.console[0].text, /Content Security Policy/)
})

test('the inner frame is found on its own page and in a host', async (t) => {
  for (const path of ['/quiet.html', '/host.html']) {
    const { page } = await visit(t, path)
    const frame = await appFrame(page)
    assert.equal(await frame.locator('p').textContent(), 'nothing happens')
    assert.equal(await frame.evaluate(() => window.origin), 'null')
  }
})

test('a page without the inner frame is not taken for the app', async (t) => {
  const { page } = await visit(t, '/bare.html')
  await assert.rejects(appFrame(page, { timeout: 100 }), /no srcdoc frame after 100 ms/)
})

test('the inner frame finds language, colours and clock as asked for from its first line on', async (t) => {
  const options = {
    locale: 'en-GB',
    colorScheme: 'dark',
    timezoneId: 'Asia/Shanghai',
  }
  const { page } = await visit(t, '/early.html', options)
  const found = await (await appFrame(page)).evaluate(() => window.early)
  assert.deepEqual(found, ['en-GB', true, 'Asia/Shanghai'])
})

test('the viewport is the one asked for', async (t) => {
  const { page } = await visit(t, '/bare.html', { viewport: { width: 320, height: 640 } })
  assert.deepEqual(await page.evaluate(() => [innerWidth, innerHeight]), [320, 640])
})

test('the server sends the headers it was given and nothing from outside its folder', async () => {
  const answer = await fetch(`${site.origin}/quiet.html`)
  assert.equal(answer.headers.get('content-security-policy'), 'sandbox allow-scripts')
  assert.equal(answer.headers.get('content-type'), 'text/html; charset=utf-8')
  assert.equal((await fetch(`${site.origin}/..%2f..%2fetc%2fpasswd`)).status, 404)
  assert.equal((await fetch(`${site.origin}/absent.html`)).status, 404)
})
