// Starts Firefox and WebKit, each with its driver on a free port and in a folder of its own, and ends all of it.

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ZONE } from './journey.mjs'
import { openSession, pageOf, until } from './webdriver.mjs'

/**
 * How each engine is started. The differences that a test may ask for: `language` (`zh-CN` or `en-GB`), and what is
 * lacking: `without` `'WebAssembly'` or `'scripts'`. For Firefox, `profile` is a `folder` that stays, and the `prefs` in it.
 */
const ENGINES = {
  Firefox: {
    hasConsole: true,
    hasBack: true,
    command: (port) => ['geckodriver', `--port=${port}`, '--websocket-port=0', '--allow-system-access'],
    env: () => ({}),
    capabilities({ language, without, profile }) {
      const prefs = {
        'intl.accept_languages': language,
        // It watches addresses that lead on to others, and writes to the console.
        'privacy.bounceTrackingProtection.mode': 0,
        // From a file to a server, Firefox ends the process of the page that is left. What that page does on leaving, which
        // is to forget, would be cut off there, and the console be told of it as of a timeout.
        'dom.abort_script_on_child_shutdown': false,
        ...profile?.prefs,
      }
      if (without === 'WebAssembly') prefs['javascript.options.wasm'] = false
      if (without === 'scripts') prefs['javascript.enabled'] = false
      const args = ['-headless', ...(profile ? ['-profile', profile.folder] : [])]
      return { 'moz:firefoxOptions': { binary: process.env.FIREFOX ?? 'firefox-esr', args, prefs } }
    },
  },
  // MiniBrowser, which comes with WebKit. After Back its driver waits for a page that never comes, as only a frame went.
  WebKit: {
    command: (port) => ['WebKitWebDriver', `--port=${port}`],
    env: ({ language, without }) => ({
      // WebKit knows its language from the C library alone, which seldom has any installed: from `C` comes a language
      // `C`, which is not English, and from a lacking one comes `en-US`.
      LC_ALL: language === 'zh-CN' ? 'C.UTF-8' : 'en_GB.UTF-8',
      GDK_BACKEND: 'x11',
      // It cannot be switched off as root otherwise.
      WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: process.getuid() === 0 ? '1' : '0',
      ...(without === 'WebAssembly' && { JSC_useWasm: '0' }),
    }),
    capabilities({ without }) {
      const args = without === 'scripts' ? ['--enable-javascript=false'] : []
      return { 'webkitgtk:browserOptions': { args: ['--automation', ...args] } }
    },
  },
}

/** What runs now, so that none of it outlives a test that is stopped. Each leads a group of processes. */
const running = new Set()
process.on('exit', () => running.forEach((child) => kill(child, 'SIGKILL')))
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1))

/**
 * Starts an engine with nothing in its profile. Returns its `page`, `close`, and, where it can be had, `consoleTexts`:
 * what pages have left in the console since it was asked last, which is errors, and what a policy stopped.
 */
export async function start(name, { language = 'en-GB', without, profile } = {}) {
  const { command, env, capabilities } = ENGINES[name]
  const folder = await mkdtemp(join(tmpdir(), 'prescreen-'))
  const children = []
  let session
  const close = async () => {
    await session?.close().catch(() => {})
    for (const child of children.toReversed()) await end(child)
    await rm(folder, { recursive: true, maxRetries: 10 })
  }
  const given = { ...process.env, HOME: folder, TMPDIR: folder, TZ: ZONE, ...env({ language, without }) }
  const run = (line, env) => children[children.push(spawnGroup(line, env)) - 1]
  try {
    if (name === 'WebKit') given.DISPLAY = await startScreen(run, given)
    const port = await freePort()
    const driver = run(command(port), given)
    const origin = `http://127.0.0.1:${port}`
    await until(() => driver.failure ?? fetch(`${origin}/status`), 'a driver that listens')
    if (driver.failure) throw new Error(driver.failure)
    session = await openSession(origin, capabilities({ language, without, profile }))
  } catch (error) {
    await close()
    throw new Error(`${name} does not start: ${error.message}\n${children.map(({ printed }) => printed).join('\n')}`)
  }
  const page = pageOf(session, ENGINES[name])
  return { page, close, consoleTexts: ENGINES[name].hasConsole && (() => consoleTexts(session)) }
}

/** WebKit has no mode without a screen. Xvfb chooses a free number and tells it. */
async function startScreen(run, env) {
  const screen = run(['Xvfb', '-displayfd', '3', '-screen', '0', '1400x1100x24', '-nolisten', 'tcp'], env)
  let number = ''
  screen.stdio[3].on('data', (text) => (number += text))
  await until(() => screen.failure ?? number.endsWith('\n'), 'Xvfb')
  return `:${number.trim()}`
}

function spawnGroup([command, ...args], env) {
  const child = spawn(command, args, { env, detached: true, stdio: ['ignore', 'pipe', 'pipe', 'pipe'] })
  child.printed = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (child.printed += text))
  child.on('error', (error) => (child.failure = error.message))
  child.on('exit', (code, signal) => (child.failure = `${command} has ended with ${code ?? signal}`))
  running.add(child)
  return child
}

async function end(child) {
  if (!child.failure) {
    kill(child, 'SIGTERM')
    await once(child, 'exit')
  }
  // What the leader started may be left.
  kill(child, 'SIGKILL')
  running.delete(child)
}

function kill({ pid }, signal) {
  try {
    if (pid) process.kill(-pid, signal)
  } catch {
    // The whole group has ended.
  }
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address()
  server.close()
  await once(server, 'close')
  return port
}

/**
 * The console is no part of WebDriver. Firefox lets a driver act as the browser itself, which has the console of all its
 * pages. WebKit's driver has no way to it: what stays unseen there, the tests say.
 */
async function consoleTexts({ command }) {
  await command('POST', '/moz/context', { context: 'chrome' })
  const texts = await command('POST', '/execute/sync', { script: `return (${readConsole})()`, args: [] })
  await command('POST', '/moz/context', { context: 'content' })
  return texts
}

/** Runs in Firefox itself, some of whose own scripts write too. */
function readConsole() {
  const all = Services.console.getMessageArray().filter((message) => message instanceof Ci.nsIScriptError)
  Services.console.reset()
  const ofPages = all.filter(({ sourceName }) => !/^(chrome|resource|moz-extension):/.test(sourceName))
  return ofPages.map(({ errorMessage }) => errorMessage)
}
