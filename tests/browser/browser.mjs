// What the browser tests share: Chromium, a page that remembers what it was seen to do, and a static server.
// It knows nothing of trials or questions.

import { execFileSync } from 'node:child_process'
import { createServer, request as ask } from 'node:http'
import { readFile, realpath } from 'node:fs/promises'
import { extname, join, sep } from 'node:path'
import { chromium } from 'playwright-core'

/** Mostly to keep Chromium from talking to anyone by itself. */
const FLAGS = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-gpu',
  '--disable-quic',
  '--disable-sync',
  '--no-first-run',
]

/** The flag replaces Playwright's own list, of which the entries that keep Chromium quiet are repeated. */
const WITHOUT = ['HttpsUpgrades', 'MediaRouter', 'NetworkTimeServiceQuerying', 'OptimizationHints', 'PreconnectToSearch']

const options = (without, extraFlags) => ({
  executablePath: execFileSync('which', [process.env.CHROMIUM ?? 'chromium'], { encoding: 'utf8' }).trim(),
  // Chromium refuses to run its sandbox as root.
  chromiumSandbox: process.getuid() !== 0,
  args: [...FLAGS, `--disable-features=${without}`, ...extraFlags],
})

/**
 * Starts the command named by the variable CHROMIUM, or else `chromium`. `extraFlags` come after the harness's own;
 * `withoutFlags` are taken from Playwright's.
 */
export function launch({ extraFlags = [], withoutFlags = [] } = {}) {
  // A sandboxed frame in a process of its own starts before Playwright has told it of the language, colours, screen and
  // clock that a test asked for. Its origin stays opaque either way.
  const flags = options(['IsolateSandboxedIframes', ...WITHOUT], extraFlags)
  return chromium.launch({ ignoreDefaultArgs: withoutFlags, ...flags })
}

/**
 * Starts Chromium as people have it: with a profile of its own in a folder, as a private window looks up and connects to
 * nothing ahead of time, and with each sandboxed frame in a process of its own. Nothing stands between it and the network.
 *
 * Returns Playwright's context, with which the browser closes. `rest` are Playwright's options for it.
 */
export function launchProfile(folder, { extraFlags = [], ...rest } = {}) {
  return chromium.launchPersistentContext(folder, { ...options(WITHOUT, extraFlags), ...rest })
}

/**
 * Opens an empty page in a profile of its own, which can reach nothing but servers on 127.0.0.1.
 *
 * `options` are Playwright's for a context: viewport, locale, colorScheme, reducedMotion, javaScriptEnabled, …
 * Returns the page, `close`, and `seen`, which fills while the page runs, all frames and workers included:
 * `seen.console` (`{ type, text }`), `seen.errors` (uncaught, as text) and `seen.requests`: 'GET http://127.0.0.1:1/a',
 * or 'CONNECT host:443' for what would be encrypted and for sockets. What goes past a proxy, as WebRTC does, is not in it.
 */
export async function openPage(browser, options = {}) {
  const seen = { console: [], errors: [], requests: [] }
  const proxy = await listen(recordingProxy(seen.requests))
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    locale: 'zh-CN',
    proxy: { server: proxy.origin, bypass: '<-loopback>' },
    ...options,
  })
  context.on('console', (message) => seen.console.push({ type: message.type(), text: message.text() }))
  context.on('weberror', (error) => seen.errors.push(String(error.error())))
  const close = async () => {
    await context.close()
    await proxy.stop()
  }
  return { page: await context.newPage(), seen, close }
}

/**
 * Notes each request and passes on those to 127.0.0.1. Playwright's own list is not enough: whatever runs in a process
 * that it has not reached yet is missing from it, without a word.
 */
function recordingProxy(requests) {
  const proxy = createServer((request, response) => {
    requests.push(`${request.method} ${request.url}`)
    if (new URL(request.url).hostname !== '127.0.0.1') {
      response.writeHead(502).end()
      return
    }
    const onward = ask(request.url, { method: request.method, headers: request.headers }, (answer) => {
      response.writeHead(answer.statusCode, answer.rawHeaders)
      answer.pipe(response)
    })
    onward.on('error', () => response.destroy())
    request.pipe(onward)
  })
  proxy.on('connect', (request, socket) => {
    requests.push(`CONNECT ${request.url}`)
    socket.on('error', () => {})
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n')
  })
  return proxy
}

/**
 * The frame in which the app of check.html runs, once its document is parsed: the one written with `srcdoc`,
 * whether check.html is the page itself or is embedded in another.
 */
export async function appFrame(page, { timeout = 10_000 } = {}) {
  const end = Date.now() + timeout
  for (;;) {
    const frame = page.frames().find((frame) => frame.url() === 'about:srcdoc')
    if (frame) {
      await frame.waitForLoadState('domcontentloaded', { timeout: Math.max(1, end - Date.now()) })
      return frame
    }
    if (Date.now() > end) {
      throw new Error(`no srcdoc frame after ${timeout} ms; the frames are: ${page.frames().map((f) => f.url()).join(', ')}`)
    }
    await new Promise((again) => setTimeout(again, 20))
  }
}

const MEDIA_TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.mjs': 'text/javascript; charset=utf-8',
  '.pdf': 'application/pdf',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
}

/**
 * Serves a folder on a free port of this machine. `headersFor(path)` gives the extra headers of an answer, where `path`
 * is the one asked for, such as `/check.html`.
 *
 * Returns its `origin`, the `requests` that reached it (`{ method, path }`), and `stop`.
 */
export async function serve(folder, headersFor = () => ({})) {
  const root = await realpath(folder)
  const requests = []
  const server = createServer(async (request, response) => {
    const { pathname: path, search } = new URL(request.url, 'http://localhost')
    requests.push({ method: request.method, path: path + search })
    try {
      const file = await realpath(join(root, decodeURIComponent(path.endsWith('/') ? `${path}index.html` : path)))
      if (!file.startsWith(root + sep)) throw new Error('outside the folder')
      const body = await readFile(file)
      response.writeHead(200, { 'Content-Type': MEDIA_TYPES[extname(file)] ?? 'application/octet-stream', ...headersFor(path) })
      response.end(body)
    } catch {
      response.writeHead(404, { 'Content-Type': 'text/plain' }).end('not found')
    }
  })
  return { ...(await listen(server)), requests }
}

async function listen(server) {
  await new Promise((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve))
  const stop = () =>
    new Promise((resolve) => {
      server.close(resolve)
      server.closeAllConnections()
    })
  return { origin: `http://127.0.0.1:${server.address().port}`, stop }
}
