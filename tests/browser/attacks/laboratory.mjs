// Runs the attacks of one kind of page in a Chromium of their own, and gathers what anyone has seen of them.

import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { appFrame, launchProfile } from '../browser.mjs'
import { script } from './in-page.mjs'
import { CONTEXTS, ROWS } from './rows.mjs'
import { openSocket } from './site.mjs'

/** How many pages are opened at once. */
const HANDS = 6
/** How long is waited, once, for what comes late. */
const LATE = 3000
/** How long a page stays in front after a tap. */
const TAPPED = 300

/** What the addresses of one attack have in common with nothing else. */
export const tokenOf = (kind, context, { place }) => `spy${String(place).padStart(3, '0')}${KINDS[kind]}${context[0]}`
const KINDS = { plain: 'u', policy: 'q', locked: 'l' }
const TOKEN = /spy\d{3}[uql][epf]/g

/** The programs that Chromium asks on Linux who opens a scheme, replaced by one that only notes what it is asked. */
async function fakePrograms(folder) {
  await mkdir(folder)
  const log = join(folder, 'log')
  await writeFile(log, '')
  for (const name of ['xdg-open', 'xdg-settings', 'xdg-mime', 'xdg-email', 'gio']) {
    await writeFile(join(folder, name), `#!/bin/sh\necho "${name} $*" >>'${log}'\nexit 1\n`)
    await chmod(join(folder, name), 0o755)
  }
  return { folder, log }
}

/**
 * Runs every row in pages of a kind (`plain`, `policy`, `locked`), in each of its contexts.
 *
 * Returns `seen`, a map from tokens to the set of who saw them; `outcomes`, from tokens to what the code in the page said;
 * `events` of the net log; `reached`, what the server was asked for; `programs`, what other programs were asked.
 */
export async function run(kind, site, { rows = ROWS, contexts = CONTEXTS } = {}) {
  const programs = await fakePrograms(join(site.folder, `programs-${kind}`))
  const netLog = join(site.folder, `net-${kind}.json`)
  const browser = await launchProfile(join(site.folder, `profile-${kind}`), {
    extraFlags: [`--log-net-log=${netLog}`, '--net-log-capture-mode=IncludeSensitive'],
    env: { ...process.env, PATH: programs.folder + delimiter + process.env.PATH },
    permissions: ['notifications', 'geolocation'],
  })
  const from = site.reached.length
  const found = { seen: new Map(), outcomes: new Map() }
  const note = (token, who) => found.seen.set(token, (found.seen.get(token) ?? new Set()).add(who))
  const sockets = new Map()
  const attack = (visit) => attackPage({ ...visit, kind, site, browser, sockets, found })
  const opened = await inTurns(contexts.flatMap((where) => visitsOf(rows, where)), HANDS, attack)
  opened.push(...(await inTurns(contexts.flatMap((where) => tapsOf(rows, where)), 1, attack)))
  await new Promise((resolve) => setTimeout(resolve, LATE))
  for (const { page, where, visited } of opened) {
    for (const row of visited.filter((row) => row.seen)) {
      const token = tokenOf(kind, where, row)
      if (await page.evaluate(hostSaw(row, token))) note(token, 'host')
    }
  }
  await browser.close()
  for (const [token, socket] of sockets) {
    if (socket.packets > 0) note(token, 'udp')
    socket.close()
  }
  const events = await readNetLog(netLog)
  const reached = site.reached.slice(from)
  const asked = (await readFile(programs.log, 'utf8')).split('\n').filter(Boolean)
  for (const line of reached) for (const [token] of line.matchAll(TOKEN)) note(token, 'server')
  for (const line of asked) for (const [token] of line.matchAll(TOKEN)) note(token, 'program')
  for (const row of rows.filter(({ scheme }) => asked.some((line) => line.includes(` ${scheme} `)))) {
    for (const where of contexts) note(tokenOf(kind, where, row), 'program')
  }
  for (const { text } of events) for (const [token] of text.matchAll(TOKEN)) note(token, 'log')
  return { ...found, events, reached, programs: asked }
}

/** The question to the host page; it cannot look at what is not of its own origin. */
function hostSaw(row, token) {
  const look = `(${row.seen})(${JSON.stringify(token)}, ${numberOf(row)})`
  return `(() => { try { return ${look} } catch (error) { if (error.name === 'SecurityError') return false; throw error } })()`
}

export const numberOf = ({ place }) => 7_000_000 + place

/** The pages to be opened in a context: one for each attack that needs its own, and one for all the others. */
function visitsOf(rows, where) {
  const here = rows.filter(({ contexts, tapped }) => contexts.includes(where) && !tapped)
  const together = here.filter(({ alone }) => !alone)
  return [together, ...here.filter(({ alone }) => alone).map((row) => [row])]
    .filter((visited) => visited.length > 0)
    .map((visited) => ({ where, visited }))
}

/** The pages of those attacks that need a tap. */
function tapsOf(rows, where) {
  const here = rows.filter(({ contexts, tapped }) => contexts.includes(where) && tapped)
  return here.map((row) => ({ where, visited: [row] }))
}

/** Visits all, so many at once. */
async function inTurns(visits, hands, visit) {
  const waiting = [...visits]
  const opened = []
  const hand = async () => {
    while (waiting.length > 0) opened.push(await visit(waiting.shift()))
  }
  await Promise.all(Array.from({ length: hands }, hand))
  return opened
}

async function attackPage({ where, visited, kind, site, browser, sockets, found }) {
  const page = await browser.newPage()
  await page.goto(site.address(kind, where))
  const frame = await appFrame(page)
  for (const row of visited) {
    const token = tokenOf(kind, where, row)
    const place = kind !== 'plain' ? frame : { frame, page: frame.parentFrame(), top: page.mainFrame() }[row.unprotected]
    const given = { token, port: site.port, number: numberOf(row), stunPort: 9, address: place === frame ? 'about:srcdoc' : '' }
    if (row.sees === 'udp') {
      const socket = await openSocket()
      sockets.set(token, socket)
      given.stunPort = socket.port
    }
    if (row.tapped) {
      await page.bringToFront()
      await page.mouse.click(2, 2)
    }
    // A page that goes away takes the answer with it.
    found.outcomes.set(token, await place.evaluate(script(row), given).catch((error) => `gone: ${error.message}`))
  }
  if (visited[0].tapped) await new Promise((resolve) => setTimeout(resolve, TAPPED))
  return { page, where, visited }
}

/** The events of a net log with what they are about, as text. */
async function readNetLog(file) {
  const { constants, events } = JSON.parse(await readFile(file, 'utf8'))
  const names = new Map(Object.entries(constants.logEventTypes).map(([name, number]) => [number, name]))
  return events.map(({ type, params = {} }) => ({ type: names.get(type), params, text: JSON.stringify(params) }))
}
