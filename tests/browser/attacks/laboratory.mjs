// Runs the attacks on one kind of page in a Chromium of their own, and gathers what anyone has seen of them.

import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { appFrame, launchProfile } from '../browser.mjs'
import { script } from './in-page.mjs'
import { CONTEXTS, ROWS } from './rows.mjs'
import { openSocket } from './site.mjs'

/** How many pages are under attack at once. */
const HANDS = 6
/** How long is waited, once, for what comes late, in milliseconds: longer where it has to come. */
const LATE = { plain: 6000, policy: 3000, locked: 3000 }
/** How long a page stays in front after a tap, and how long at most where someone has yet to be reached. */
const TAPPED = 300
const REACHED = 3000

const LETTERS = { plain: 'u', policy: 'q', locked: 'l' }
const TOKEN = /spy\d{3}[uql][epf]/g

/** What the addresses of one attack on one page have in common with nothing else. */
export const tokenOf = (kind, context, { place }) => `spy${String(place).padStart(3, '0')}${LETTERS[kind]}${context[0]}`

/** Whether an attack came to nothing because the browser has not, or no more, what it uses. */
export const isAbsent = (outcome) => /^threw.* is not (defined|a function|a constructor)/.test(outcome)

/**
 * Runs rows on pages of a kind (`plain`, `policy`, `locked`), in some of the contexts. Without rows, Chromium shows an
 * empty page.
 *
 * Returns `seen`, a map from tokens to the set of who saw them; `outcomes`, from tokens to what became of the code in the
 * page; `events` of the net log; `programs`, what other programs were asked; `heard`, what each host page was told.
 */
export async function run(kind, site, { rows = ROWS, contexts = CONTEXTS } = {}) {
  const lab = await openLaboratory(kind, site, rows)
  try {
    for (const where of contexts) await attackIn(lab, where)
    await new Promise((resolve) => setTimeout(resolve, LATE[kind]))
    for (const attacked of lab.pages) await askHost(lab, attacked)
  } finally {
    await lab.browser.close()
    for (const socket of lab.sockets.values()) socket.close()
  }
  return { ...(await gather(lab, contexts)), outcomes: lab.outcomes, heard: lab.heard }
}

async function attackIn(lab, where) {
  const here = lab.rows.filter((row) => row.contexts.includes(where))
  const alone = here.filter((row) => row.alone && !row.tapped).map((row) => [row])
  await attackAll(lab, where, [here.filter((row) => !row.alone && !row.tapped), ...alone], HANDS)
  await attackAll(lab, where, here.filter((row) => row.tapped).map((row) => [row]), 1)
}

async function openLaboratory(kind, site, rows) {
  const folder = join(site.folder, `${kind}-${rows.length}`)
  const programs = await fakePrograms(folder)
  const netLog = join(folder, 'net-log.json')
  const browser = await launchProfile(join(folder, 'profile'), {
    // Not `Everything`, which adds each byte that came, and that tokens cannot be found in.
    extraFlags: [`--log-net-log=${netLog}`, '--net-log-capture-mode=IncludeSensitive'],
    env: programs.env,
    permissions: ['notifications', 'geolocation'],
  })
  const collected = { pages: [], seen: new Map(), outcomes: new Map(), sockets: new Map(), heard: [] }
  return { kind, site, rows, browser, netLog, programs, ...collected }
}

/** The programs that Chromium asks on Linux who opens a scheme, replaced by one that only notes what it is asked. */
export async function fakePrograms(folder) {
  const bin = join(folder, 'bin')
  await mkdir(bin, { recursive: true })
  const log = join(folder, 'programs')
  await writeFile(log, '')
  for (const name of ['xdg-open', 'xdg-settings', 'xdg-mime', 'xdg-email', 'gio']) {
    await writeFile(join(bin, name), `#!/bin/sh\necho "${name} $*" >>'${log}'\nexit 1\n`)
    await chmod(join(bin, name), 0o755)
  }
  const asked = async () => (await readFile(log, 'utf8')).split('\n').filter(Boolean)
  return { env: { ...process.env, PATH: bin + delimiter + process.env.PATH }, asked }
}

/** Attacks pages in a context, so many at once; each of the groups of rows gets a page that nothing happened to. */
async function attackAll(lab, where, groups, hands) {
  const waiting = groups.filter((group) => group.length > 0)
  const hand = async () => {
    let page
    while (waiting.length > 0) {
      const group = waiting.shift()
      page ??= await openPage(lab, where)
      for (const row of group) await attack(lab, page, row)
      // Code that was stopped by an exception has left the page as it was.
      const stopped = group.every((row) => lab.outcomes.get(tokenOf(lab.kind, where, row)).startsWith('threw'))
      if (!stopped) page = undefined
    }
  }
  await Promise.all(Array.from({ length: hands }, hand))
}

async function openPage(lab, where) {
  const page = await lab.browser.newPage()
  await page.goto(lab.site.address(lab.kind, where))
  const attacked = { page, where, frame: await appFrame(page), rows: [] }
  lab.pages.push(attacked)
  return attacked
}

async function attack(lab, { page, where, frame, rows }, row) {
  const { kind, site, sockets, outcomes } = lab
  rows.push(row)
  const token = tokenOf(kind, where, row)
  if (row.sees === 'udp') sockets.set(token, await openSocket())
  const place = kind !== 'plain' ? frame : { frame, page: frame.parentFrame(), top: page.mainFrame() }[row.unprotected]
  const address = place === frame ? 'about:srcdoc' : ''
  const given = { token, port: site.port, stunPort: sockets.get(token)?.port, address }
  if (row.tapped) {
    await page.bringToFront()
    await page.mouse.click(2, 2)
  }
  // A page that goes away takes the answer with it.
  const outcome = await place.evaluate(script(row), given).catch((error) => `gone: ${error.message}`)
  outcomes.set(token, outcome)
  if (row.tapped && outcome === 'ran') await stayInFront(lab, row, token)
}

/** Stays on a page that was tapped: on an unprotected one until the server was reached. */
async function stayInFront({ kind, site }, row, token) {
  const reached = () => site.reached.some((address) => address.includes(token))
  const patience = kind === 'plain' && row.sees === 'server' ? REACHED : TAPPED
  for (let waited = 0; waited < patience && !(waited >= TAPPED && reached()); waited += 100) {
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

/** What the host page has seen. It cannot look at what is not of its own origin. */
async function askHost(lab, { page, where, rows }) {
  if (where !== 'embedded') return
  for (const row of rows.filter(({ seen }) => seen)) {
    const token = tokenOf(lab.kind, where, row)
    const look = `(() => { try { return (${row.seen})('${token}') } catch (error) {
      if (error.name === 'SecurityError') return false
      throw error
    } })()`
    if (await page.evaluate(look)) note(lab, token, 'host')
  }
  // A page that went elsewhere is no host any more.
  lab.heard.push((await page.evaluate(() => window.heard)) ?? [])
}

const note = ({ seen }, token, who) => seen.set(token, (seen.get(token) ?? new Set()).add(who))

async function gather(lab, contexts) {
  for (const [token, { packets }] of lab.sockets) if (packets > 0) note(lab, token, 'udp')
  const events = await readNetLog(lab.netLog)
  const programs = await lab.programs.asked()
  const noteAll = (texts, who) => {
    for (const text of texts) for (const [token] of text.matchAll(TOKEN)) note(lab, token, who)
  }
  noteAll(lab.site.reached, 'server')
  noteAll(events.map(({ text }) => text), 'log')
  noteAll(programs, 'program')
  for (const row of lab.rows.filter(({ scheme }) => programs.some((line) => line.includes(` ${scheme} `)))) {
    for (const where of contexts) note(lab, tokenOf(lab.kind, where, row), 'program')
  }
  return { seen: lab.seen, events, programs }
}

/** The events of a net log, each with what it is about as text. */
async function readNetLog(file) {
  const { constants, events } = JSON.parse(await readFile(file, 'utf8'))
  const names = new Map(Object.entries(constants.logEventTypes).map(([name, number]) => [number, name]))
  return events.map(({ type, params = {} }) => ({ type: names.get(type), params, text: JSON.stringify(params) }))
}
