// Without a network: the landing page and the self-check open again after one visit, never as a mixture of two builds,
// and never as another build in the middle of a journey; and all of it can be taken back.

import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { appendFile, cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { isDeepStrictEqual } from 'node:util'
import { launch, openPage, serve } from './browser.mjs'
import * as journey from './journey.mjs'

const FAMILY = journey.FAMILIES.does_not_fit
const HEADERS = {
  '/check.html': journey.HEADERS,
  '/check-compat.html': journey.HEADERS,
  '/service-worker.js': { 'Content-Security-Policy': "default-src 'none'; connect-src 'self'" },
}
const FILES = ['start.html', 'check.html', 'check-compat.html']
/** A word that the next build has on its landing page. */
const NEXT = 'the next build'

let work, browser

before(async () => {
  work = await mkdtemp(join(tmpdir(), 'prescreen-'))
  await cp('www', join(work, 'www'), { recursive: true })
  const page = join(work, 'www/start.html')
  await writeFile(page, (await readFile(page, 'utf8')).replace('<main>', `<main><p lang="en">${NEXT}</p>`))
  const trial = join(work, 'www/trials/nct07338357.toml')
  const tool = ['build', trial, '--www', join(work, 'www'), '--out', join(work, 'next')]
  execFileSync('target/release/prescreen', tool, { stdio: 'ignore' })
  browser = await launch()
})

after(async () => {
  await browser?.close()
  await rm(work, { recursive: true })
})

/** A server of its own for a test, whose files can be changed, and a page that has visited its landing page. */
async function visit(t, { headers = HEADERS, ...options } = {}) {
  const folder = await mkdtemp(join(work, 'site-'))
  await cp('dist', folder, { recursive: true })
  // A day in the browser's own cache, as many servers have it.
  const site = await serve(folder, (path) => ({ 'Cache-Control': 'max-age=86400', ...headers[path.split('?')[0]] }))
  t.after(() => site.stop())
  const { page, seen } = await journey.open(t, browser, `${site.origin}/start.html`, options)
  return { folder, site, page, seen }
}

const stored = (page) => page.locator('#kept p').first().waitFor()
const upgrade = (folder) => cp(join(work, 'next'), folder, { recursive: true })
const hasNext = async (page) => (await page.locator('main').innerText()).includes(NEXT)

/** The names of the caches, and of the files in them. */
const kept = (page) =>
  page.evaluate(async () => {
    const names = await caches.keys()
    const urls = async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url)
    return Object.fromEntries(await Promise.all(names.map(async (name) => [name, await urls(name)])))
  })

/** Asks the server for another worker, and waits until that is kept, or was refused. */
function update(page) {
  return page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration()
    await registration.update().catch(() => {})
    const worker = registration.installing ?? registration.waiting
    if (!worker) return 'none'
    return new Promise((resolve) => {
      const look = () => ['installed', 'activated', 'redundant'].includes(worker.state) && resolve(worker.state)
      worker.onstatechange = look
      look()
    })
  })
}

/** The state to which a worker comes that is registered now. */
function registered(page) {
  return page.evaluate(async () => {
    const { installing, active } = await navigator.serviceWorker.register('service-worker.js')
    if (!installing) return active ? active.state : 'redundant'
    return new Promise((resolve) => {
      const look = () => ['activated', 'redundant'].includes(installing.state) && resolve(installing.state)
      installing.onstatechange = look
      look()
    })
  })
}

const says = (page) => page.locator('#kept p').first().isVisible()

/** Has the landing page count the files that it has looked for, with what it does upon that. */
const countLooks = (page) =>
  page.addInitScript(() => {
    const { match } = Cache.prototype
    window.looked = 0
    Cache.prototype.match = async function (...asked) {
      const found = await match.apply(this, asked)
      setTimeout(() => (window.looked += 1))
      return found
    }
  })

/** The number of workers of the site. */
const workers = (page) => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)

/** A browser tidies up when it likes. */
async function until(condition) {
  for (let tries = 0; tries < 600; tries += 1) {
    if (await condition()) return
    await new Promise((again) => setTimeout(again, 50))
  }
  assert.fail(`not so: ${condition}`)
}

const origin = (page) => page.evaluate(() => window.origin)

test('after one visit the landing page and the self-check open without a network, in the sandbox', async (t) => {
  const { site, page, seen } = await visit(t, { locale: 'en-GB' })
  await stored(page)
  await site.stop()
  await assert.rejects(fetch(site.origin), 'the server is gone')
  for (const path of ['/start.html', '/start.html?from=singlemessage']) {
    await page.goto(site.origin + path)
    await stored(page)
  }
  await page.locator('a.go').click()
  const app = await journey.ready(page)
  assert.equal(page.url(), `${site.origin}/check.html`)
  assert.equal(await origin(page), 'null')
  await journey.walk(app, journey.pointer(app), FAMILY)
  assert.ok(await journey.contactIsShown(app))
  const answer = await page.goto(`${site.origin}/check-compat.html`)
  assert.ok(answer.fromServiceWorker())
  const sent = await answer.allHeaders()
  for (const [name, value] of Object.entries(journey.HEADERS)) assert.equal(sent[name.toLowerCase()], value)
  await page.locator('footer.shell').waitFor()
  assert.equal(await origin(page), 'null')
  assert.deepEqual([seen.console, seen.errors], [[], []])
})

test('it keeps the files of its list, with their hashes, and lets everything else go to the network', async (t) => {
  const { site, page } = await visit(t)
  await stored(page)
  const caches = Object.entries(await kept(page))
  const [[name, urls]] = caches
  assert.equal(caches.length, 1)
  assert.ok(name.startsWith(`prescreen ${site.origin}/ `), name)
  assert.deepEqual(urls.sort(), FILES.map((file) => `${site.origin}/${file}`).sort())
  const worker = await readFile('dist/service-worker.js', 'utf8')
  for (const file of FILES) {
    const hash = createHash('sha256').update(await readFile(`dist/${file}`)).digest('base64')
    assert.ok(worker.includes(`  '${file}': 'sha256-${hash}',\n`), file)
  }
  assert.equal(worker.match(/'sha256-/g).length, FILES.length)
  for (const word of ['skipWaiting', 'claim', 'importScripts']) assert.ok(!worker.includes(word), word)
  // The server hears of what is not in its list, and of nothing else.
  await page.goto(`${site.origin}/index.html`)
  await journey.ready(page)
  site.requests.length = 0
  await page.evaluate(async () => {
    for (const file of ['check.html', 'element.html', 'check.html.txt', 'nct07338357.json']) await fetch(file)
    await fetch('start.html', { method: 'POST' })
  })
  const others = site.requests.filter(({ path }) => path !== '/service-worker.js')
  const heard = others.map(({ method, path }) => `${method} ${path}`)
  assert.deepEqual(heard, ['GET /element.html', 'GET /check.html.txt', 'GET /nct07338357.json', 'POST /start.html'])
})

test('a frame in a host page is served by the server, in its sandbox', async (t) => {
  const { site, page } = await visit(t)
  await stored(page)
  site.requests.length = 0
  await page.goto(`${site.origin}/index.html`)
  await journey.ready(page)
  assert.ok(site.requests.some(({ path }) => path === '/check.html'))
})

test('a file that is not the one of the build is never kept, and the old build stays whole', async (t) => {
  const { folder, page } = await visit(t)
  await stored(page)
  const before = await kept(page)
  await upgrade(folder)
  await appendFile(join(folder, 'check.html'), ' ')
  assert.equal(await update(page), 'redundant')
  assert.deepEqual(await kept(page), before)
  await page.reload()
  await stored(page)
  assert.equal(await hasNext(page), false)
  // The same build, whole, is kept.
  await upgrade(folder)
  assert.equal(await update(page), 'installed')
})

test('where the first build is not whole, nothing is kept, nothing is said, and all works', async (t) => {
  for (const spoil of ['file', 'header']) {
    const headers = spoil === 'header' ? { ...HEADERS, '/check.html': {} } : HEADERS
    const { folder, site, page, seen } = await visit(t, { headers })
    if (spoil === 'file') {
      await page.evaluate(async () => {
        await (await navigator.serviceWorker.getRegistration())?.unregister()
        for (const name of await caches.keys()) await caches.delete(name)
      })
      await appendFile(join(folder, 'check.html'), ' ')
      await page.reload()
    }
    assert.equal(await registered(page), 'redundant')
    assert.deepEqual(await kept(page), {})
    assert.equal(await says(page), false)
    await page.locator('a.go').click()
    await journey.ready(page)
    assert.equal(page.url(), `${site.origin}/check.html`)
    assert.deepEqual(seen.errors, [])
  }
})

test('a self-check without its very headers is never kept, and a repaired header reaches the device', async (t) => {
  const { 'Content-Security-Policy': policy, ...allowlist } = journey.HEADERS
  const refused = [
    'sandbox allow-scripts allow-same-origin',
    `${policy} allow-same-origin`,
    'sandbox',
    'img-src https://sandbox.example',
    policy.replace('sandbox', 'sandbox\u00a0'),
    `sandbox allow-scripts allow-same-origin; ${policy}`,
    [policy, 'sandbox allow-scripts'],
  ].map((value) => ({ 'Content-Security-Policy': value, ...allowlist }))
  refused.push(allowlist, { 'Content-Security-Policy': policy })
  const headers = { ...HEADERS, '/check.html': {} }
  const { page } = await visit(t, { headers })
  for (const file of ['/check.html', '/check-compat.html']) {
    for (const wrong of refused) {
      headers[file] = wrong
      assert.equal(await registered(page), 'redundant', `${file}: ${JSON.stringify(wrong)}`)
      assert.deepEqual(await kept(page), {})
    }
    headers[file] = journey.HEADERS
  }
  const other = policy.replace('sandbox allow-scripts', 'Sandbox ').concat(' allow-scripts')
  headers['/check.html'] = { 'Content-Security-Policy': ["frame-ancestors 'self'", `${other};`], ...allowlist }
  await page.reload()
  await stored(page)
})

test('a new build leaves an open journey alone, and is there once the pages were closed', async (t) => {
  const { folder, site, page } = await visit(t)
  await stored(page)
  const [old] = Object.keys(await kept(page))
  // The first visit began before there was a worker; a page that was opened with it has it wait for its end.
  await page.reload()
  const second = await page.context().newPage()
  await second.clock.setFixedTime(`${journey.DAY}T09:00:00+08:00`)
  await second.goto(`${site.origin}/check.html`)
  const app = await journey.ready(second)
  const hand = journey.pointer(app)
  const asked = await journey.walk(app, hand, FAMILY, { stop: ({ fact }) => fact === 'weight' })
  await upgrade(folder)
  assert.equal(await update(page), 'installed')
  assert.equal(Object.keys(await kept(page)).length, 2)
  await page.reload()
  assert.equal(await hasNext(page), false)
  // Closed, it makes way for the next, in the middle of the journey; that needs nothing any more.
  await page.close()
  await site.stop()
  const third = await second.context().newPage()
  await until(async () => {
    await third.goto(`${site.origin}/start.html`)
    return (await hasNext(third)) || third.goto('about:blank').then(() => false)
  })
  await until(async () => !(old in (await kept(third))))
  assert.equal(Object.keys(await kept(third)).length, 1)
  const rest = await journey.walk(app, hand, FAMILY)
  assert.deepEqual([...asked, ...rest], Object.keys(FAMILY))
})

test('where the browser has thrown the files away, nothing is said, and the network has them', async (t) => {
  const { site, page } = await visit(t)
  await stored(page)
  const own = Object.keys(await kept(page))[0]
  const elsewhere = own.replace('/ ', '/other/ ')
  const copy = (from, to, files) =>
    page.evaluate(async ([from, to, files]) => {
      const [source, target] = [await caches.open(from), await caches.open(to)]
      for (const file of files) await target.put(file, await source.match(file))
    }, [from, to, files])
  // Another study of the same site keeps all; that is not ours.
  await copy(own, elsewhere, FILES)
  await countLooks(page)
  for (const file of FILES) {
    await page.evaluate(async ([name, file]) => (await caches.open(name)).delete(file), [own, file])
    site.requests.length = 0
    await page.goto(`${site.origin}/start.html?again`)
    const asked = site.requests.some(({ path }) => path === '/start.html?again')
    assert.equal(asked, file === 'start.html')
    await page.waitForFunction((count) => window.looked === count, FILES.length)
    assert.equal(await says(page), false, file)
    await copy(elsewhere, own, [file])
    await page.reload()
    await stored(page)
  }
})

test('what was taken back is gone after the next visit, and can be offered again', async (t) => {
  // What the browser's own cache holds for a day is not taken back; so these are not to be held there.
  const fresh = Object.fromEntries(FILES.map((file) => [`/${file}`, { 'Cache-Control': 'no-cache' }]))
  const headers = { ...fresh, '/service-worker.js': HEADERS['/service-worker.js'] }
  for (const file of FILES.slice(1)) Object.assign(headers[`/${file}`], journey.HEADERS)
  for (const path of ['start.html', 'check.html']) {
    const { folder, site, page } = await visit(t, { headers })
    await stored(page)
    await page.evaluate((name) => caches.open(name), `prescreen ${site.origin}/other/ 0`)
    await cp(join(folder, 'service-worker-removal.js'), join(folder, 'service-worker.js'))
    for (const file of FILES) await rm(join(folder, file))
    const device = page.context()
    await page.goto('about:blank')
    const next = await device.newPage()
    await page.close()
    // Taken away on the server, it still opens; but the worker is asked for.
    const answer = await next.goto(`${site.origin}/${path}`)
    assert.ok(answer.ok() && answer.fromServiceWorker())
    const looker = await device.newPage()
    await looker.goto(`${site.origin}/index.html`)
    const other = { [`prescreen ${site.origin}/other/ 0`]: [] }
    const isGone = async (page) => (await workers(page)) === 0 && isDeepStrictEqual(await kept(page), other)
    await until(() => isGone(looker))
    for (const file of FILES) assert.equal((await next.goto(`${site.origin}/${file}`)).status(), 404)
    await looker.close()
    // A landing page that is still on the server asks for the worker, and keeps nothing.
    await cp('dist/start.html', join(folder, 'start.html'))
    await next.goto(`${site.origin}/start.html`)
    await registered(next)
    await until(() => isGone(next))
    assert.equal(await says(next), false)
    await cp('dist', folder, { recursive: true })
    await next.reload()
    await stored(next)
  }
})

test('nothing of the answers is kept anywhere', async (t) => {
  const { site, page } = await visit(t)
  await stored(page)
  const keptNow = () =>
    page.evaluate(async () => {
      const names = await caches.keys()
      const files = []
      for (const name of names) {
        const cache = await caches.open(name)
        for (const request of await cache.keys()) {
          files.push([name, request.url, await (await cache.match(request)).text()])
        }
      }
      const databases = (await indexedDB.databases()).map(({ name }) => name)
      return { files, databases, local: { ...localStorage }, session: { ...sessionStorage }, cookie: document.cookie }
    })
  const before = await keptNow()
  await page.locator('a.go').click()
  const app = await journey.ready(page)
  await journey.walk(app, journey.pointer(app), FAMILY)
  await page.goto(`${site.origin}/start.html`)
  await stored(page)
  const after = await keptNow()
  assert.deepEqual(after, before)
  assert.deepEqual({ ...after, files: 0 }, { files: 0, databases: [], local: {}, session: {}, cookie: '' })
  // What was kept would be found.
  await page.evaluate(() => caches.open('answers').then((cache) => cache.put('x', new Response('x'))))
  assert.notDeepEqual(await keptNow(), before)
})

test('where no worker can be had, the landing page says nothing of it and leads on', async (t) => {
  const { page, close } = await openPage(browser)
  t.after(close)
  await page.goto(`file://${process.cwd()}/dist/start.html`)
  await page.locator('a.go').click()
  await journey.ready(page)
  assert.ok(page.url().endsWith('/dist/check.html'))
})
