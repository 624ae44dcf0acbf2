// The attack matrix: code in the app's frame, after the prelude has run, tries everything in attacks/. A server, UDP
// sockets, the programs that Chromium would start, the host page and Chromium's own net log see nothing of it, but for
// what attacks/gaps.mjs names. That each attack is seen where nothing protects: attacks-unprotected.test.mjs.

import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { appScript } from './attacks/app-script.mjs'
import { BY_HEADER, BY_PRELUDE, LEFT, LOCKED } from './attacks/gaps.mjs'
import { RENAMINGS } from './attacks/hand-on.mjs'
import { lockedNames, renaming } from './attacks/in-page.mjs'
import { fakePrograms, isAbsent, run, tokenOf } from './attacks/laboratory.mjs'
import { CONTEXTS, ROWS } from './attacks/rows.mjs'
import { openSite } from './attacks/site.mjs'
import { appFrame, launch, launchProfile } from './browser.mjs'
import { withoutMemory } from './built/plain-engine.mjs'

let site, locked, policy, blank

before(async () => {
  site = await openSite()
  blank = await run('locked', site, { rows: [] })
  locked = await run('locked', site)
  policy = await run('policy', site, { contexts: ['page'] })
})

after(() => site?.close())

/** The rows that anyone has seen in a context, and who. */
function seen({ seen }, kind, context) {
  const rows = ROWS.map(({ name, ...row }) => ({ name, seen: [...(seen.get(tokenOf(kind, context, row)) ?? [])] }))
  return rows.filter((row) => row.seen.length > 0)
}

for (const context of CONTEXTS) {
  test(`nobody sees anything of an attack, but for what is named: ${context}`, () => {
    assert.deepEqual(seen(locked, 'locked', context), LEFT[context])
  })

  test(`every attack was tried in the app's own document: ${context}`, () => {
    for (const row of ROWS.filter((row) => row.contexts.includes(context))) {
      const outcome = locked.outcomes.get(tokenOf('locked', context, row))
      // Where an attack has the page to itself, that may be gone by the end of it, but not before.
      const expected = row.alone || row.tapped ? /^(ran|not settled|threw: |gone: )/ : /^(ran|not settled|threw: )/
      assert.match(outcome, expected, row.name)
      assert.doesNotMatch(outcome, /the page is gone/, row.name)
    }
  })
}

test('the policy alone stops all but these attacks', () => {
  const names = seen(policy, 'policy', 'page').map(({ name }) => name)
  // What another Chromium has no more needs no prelude there.
  const outcome = (name) => policy.outcomes.get(tokenOf('policy', 'page', ROWS.find((row) => row.name === name)))
  const needed = [...BY_PRELUDE, ...BY_HEADER].filter((name) => names.includes(name) || !isAbsent(outcome(name)))
  assert.ok(needed.length > 20)
  assert.deepEqual(names.sort(), needed.sort())
})

/** The addresses that were asked for, beside Chromium's own business with its maker. */
function addresses({ events }) {
  const makers = /^https?:\/\/([a-z0-9-]+\.)*(google|googleapis|gvt1|gstatic)\.com(:\d+)?(\/|$)/
  const asked = (type, part) => events.filter((event) => event.type === type).map(({ params }) => params[part])
  const urls = [
    ...asked('URL_REQUEST_START_JOB', 'url'),
    ...asked('HTTP_STREAM_JOB_CONTROLLER', 'url'),
    ...asked('HOST_RESOLVER_MANAGER_JOB', 'host'),
  ]
  return new Set(urls.filter((url) => url && !makers.test(url)))
}

/** Where packets were sent, or would be: not on this machine, not to the resolver, and not to see whether IPv6 works. */
function packets({ events }) {
  const sent = events.filter(({ type }) => type === 'UDP_CONNECT').map(({ params }) => params.address)
  return sent.filter((address) => address && !/^127\.|^\[::1\]|:53$|^\[2001:4860:4860::8888\]:443$/.test(address))
}

test('beyond what an empty page has it ask for, Chromium asks for the documents alone', () => {
  const left = LEFT.file.map(({ name }) => tokenOf('locked', 'file', ROWS.find((row) => row.name === name)))
  const beyond = [...addresses(locked)].filter((url) => !left.some((token) => url.includes(token)))
  const documents = ['embedded', 'page'].map((context) => site.address('locked', context))
  // Chromium connects to the server of a page that was opened before, as it may be asked for more.
  assert.deepEqual(beyond.filter((url) => url !== new URL('/', documents[0]).href).sort(), documents.sort())
  assert.deepEqual([...addresses(blank)], [])
  assert.deepEqual([packets(blank), packets(locked), locked.programs], [[], [], []])
})

test('whatever the app says, a host page hears at most one number from the shell', () => {
  const tokens = LEFT.embedded.map(({ name }) => tokenOf('locked', 'embedded', ROWS.find((row) => row.name === name)))
  for (const heard of locked.heard) {
    const fromShell = heard.filter((message) => !tokens.includes(message))
    assert.ok(fromShell.length <= 1 && fromShell.every(Number.isInteger), JSON.stringify(heard))
  }
})

/** The names of what reaches the page around the app: its windows, what they can be told, and the history, one for all. */
const TO_OTHERS = /(?<![a-z\d])(postMessage|source|parent|opener|top|frames|frameElement|(push|replace)State)(?![a-z\d])/i

/** The lines of a script that name any of it. */
function linesToOthers(script) {
  const lines = withoutMemory(script).split('\n').filter((line) => TO_OTHERS.test(line))
  return lines.map((line) => line.replace(/_[0-9a-f]{16}/, ''))
}

/** What the glue does to add to the history, and where the engine that is plain JavaScript takes that from. */
const PUSH = '__wbg_pushState: function() { return handleError(function (arg0, arg1, arg2, arg3) {'
const PUSHED = {
  'check.html': [PUSH, 'arg0.pushState(arg1, getStringFromWasm0(arg2, arg3));'],
  'check-compat.html': [
    'var fimport$ = $_prescreen_bg_js.__wbg_pushState;',
    PUSH,
    'getObject(arg0).pushState(getObject(arg1), getStringFromWasm0(arg2, arg3));',
  ],
}

for (const [file, pushed] of Object.entries(PUSHED)) {
  test(`the app has no code that speaks to the page around it but its own few words to the shell: ${file}`, async () => {
    const lines = linesToOthers(appScript(await readFile(`dist/${file}`, 'utf8')))
    assert.deepEqual(
      lines.map((line) => line.replace(/fimport\$\d+/, 'fimport$')),
      [
        ...pushed,
        "const tell = (word) => parent.postMessage(word, '*');",
        "addEventListener('message', ({ source, data }) => source === parent && resolve(data));",
        // Must be refused, else the app does not start.
        'parent.document;',
      ],
    )
  })
}

test('code that speaks to the page around it would be noticed', () => {
  for (const line of [
    'const say = parent.postMessage',
    "window['postMessage'](1)",
    'self[`postMessage`](1)',
    'const { postMessage } = owner',
    'event.source',
    "event?.['source']",
    'const { source: other } = event',
    'top.name',
    'say(top)',
    'window?.top',
    "window['top']",
    'const { top } = window',
    'const { length, top: other } = self',
    'opener.name',
    'frames[0]',
    'frameElement.ownerDocument',
    "history.pushState(1, '')",
    "history['replaceState'](1, '')",
  ]) {
    assert.deepEqual(linesToOthers(`one\n${line}\nother`), [line])
  }
  assert.deepEqual(linesToOthers('stopped, desktop, resources, apparent'), [])
})

test('what the prelude takes away does not come back', async (t) => {
  const browser = await launch()
  t.after(() => browser.close())
  const page = await browser.newPage()
  await page.goto(site.address('locked', 'file'))
  const all = ([owner, names]) => names.split(' ').map((name) => `${owner}: ${name}`)
  const expected = Object.entries(LOCKED).flatMap(all)
  const frame = await appFrame(page)
  // Names with HTML in them are locked by that, whichever another Chromium has.
  const withoutHtml = (names) => names.filter((name) => !/: .*HTML/.test(name))
  const found = await frame.evaluate(lockedNames)
  assert.deepEqual(withoutHtml(found), withoutHtml(expected))
  assert.ok(found.includes('Element: innerHTML') && found.includes('Element: insertAdjacentHTML'))
  await page.goto(site.address('plain', 'file'))
  assert.deepEqual(await (await appFrame(page)).evaluate(lockedNames), [])
})

test('the picture of the sheet keeps its address, which the prelude alone sees to', async (t) => {
  const browser = await launch()
  t.after(() => browser.close())
  const renamed = async (kind) => {
    const done = []
    for (const [name, way] of Object.entries(RENAMINGS)) {
      const page = await browser.newPage()
      await page.goto(site.address(kind, 'file'))
      const frame = await appFrame(page)
      if (await frame.evaluate(renaming(way))) done.push(name)
      await page.close()
    }
    return done
  }
  assert.deepEqual(await renamed('locked'), [])
  assert.deepEqual(await renamed('policy'), Object.keys(RENAMINGS))
})

test('under the same headers the telephone can be called from the shell', async (t) => {
  for (const context of CONTEXTS) {
    const programs = await fakePrograms(join(site.folder, `call-${context}`))
    const browser = await launchProfile(join(site.folder, `call-${context}`, 'profile'), { env: programs.env })
    t.after(() => browser.close())
    const page = await browser.newPage()
    await page.goto(site.address('locked', context))
    const shell = context === 'embedded' ? page.frameLocator('iframe') : page
    await shell.locator('footer a[href^="tel:"]').click()
    const called = async () => (await programs.asked()).some((line) => line.includes(' tel '))
    for (let tries = 0; tries < 100 && !(await called()); tries += 1) await page.waitForTimeout(50)
    assert.ok(await called(), context)
  }
})
