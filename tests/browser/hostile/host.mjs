// Hostile host pages around check.html: what they do to the snippet of the README, and what they recorded.

import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as journey from '../journey.mjs'

const SCRIPTS = {
  'rrweb.js': 'node_modules/rrweb/umd/rrweb.min.js',
  'console.js': 'node_modules/@rrweb/rrweb-plugin-console-record/umd/rrweb-plugin-console-record.min.js',
  'tell.js': 'tests/browser/hostile/tell.js',
  'spy.js': 'tests/browser/hostile/spy.js',
  'replay.js': 'tests/browser/hostile/replay.js',
  'control.js': 'tests/browser/hostile/control.js',
  'talk.js': 'tests/browser/hostile/talk.js',
}
const ATTRIBUTE = / sandbox="[^"]*"/

const readme = await readFile('README.md', 'utf8')
export const SNIPPET = /<iframe[^]*?<\/iframe>/.exec(readme)[0]
const bare = SNIPPET.replace(ATTRIBUTE, '')
/** Sent without the header. */
const headless = (snippet) => snippet.replace('check.html', 'unguarded.html')

/** Each takes something more away. */
const HOSTS = {
  plain: SNIPPET,
  dropped: bare,
  removed: `${SNIPPET}<script>document.querySelector('iframe').removeAttribute('sandbox')</script>`,
  made: `<script>document.body.append(Object.assign(document.createElement('iframe'),
    { src: 'check.html', width: 800, height: 700, frameBorder: 0 }))</script>`,
  unguarded: headless(bare),
  // The inner frame is opened before it is parsed, while it is parsed, and as the host's own document.
  rewritten: `<iframe></iframe><script>
    fetch('unguarded.html').then((answer) => answer.text()).then((text) => {
      document.querySelector('iframe').srcdoc = text.replace(/ sandbox="[^"]*" srcdoc/, ' srcdoc')
    })</script>`,
  watched: `${headless(bare)}<script>
    const frame = document.querySelector('iframe')
    const open = () => frame.contentDocument?.querySelector('iframe[sandbox]')?.removeAttribute('sandbox')
    frame.onload = () => {
      open()
      frame.contentDocument.querySelector('iframe').srcdoc += ''
    }
    for (let each = 0; each < 500; each += 1) setTimeout(open, each * 2)</script>`,
  written: `<iframe></iframe><script>
    fetch('unguarded.html').then((answer) => answer.text()).then((text) => {
      const { contentDocument } = document.querySelector('iframe')
      contentDocument.write(text.replace(/ sandbox="[^"]*" srcdoc/, ' srcdoc'))
      contentDocument.close()
    })</script>`,
  talking: `${SNIPPET}<script src="talk.js"></script>`,
  control: '<script src="control.js"></script>',
}

/** Recorders first, then whatever of the widget is there. */
function hostPage(widget) {
  const names = ['tell.js', 'spy.js', 'rrweb.js', 'console.js', 'replay.js']
  const scripts = names.map((name) => `<script src="${name}"></script>`).join('')
  return `<!DOCTYPE html><meta charset="utf-8"><link rel="icon" href="data:,"><title>Ward 7</title>${scripts}
    <body><p id="outside">Visiting hours: 10 to 18.</p>${widget}`
}

/** The built page, with and without its header, among hosts of every kind. */
export async function serveHosts(more = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'prescreen-'))
  const pages = Object.entries({ ...HOSTS, ...more }).map(([name, widget]) => [`host-${name}.html`, hostPage(widget)])
  await Promise.all([
    ...Object.entries(SCRIPTS).map(([name, path]) => copyFile(path, join(folder, name))),
    ...['check.html', 'unguarded.html'].map((name) => copyFile('dist/check.html', join(folder, name))),
    ...pages.map(([name, text]) => writeFile(join(folder, name), text)),
    writeFile(join(folder, 'quiet'), ''),
  ])
  const site = await journey.serveSite(folder)
  const stop = async () => {
    await site.stop()
    await rm(folder, { recursive: true })
  }
  return { origin: site.origin, stop }
}

/** What the recorders have by now. `since` is what an earlier call gave: all before it is left out. */
export async function recorded(page, since = { spied: [], replayed: [] }) {
  const { spied, replayed } = await page.evaluate(() => {
    spy.look()
    return { spied: spy.all(), replayed: window.replay }
  })
  return { spied: spied.slice(since.spied.length), replayed: replayed.slice(since.replayed.length) }
}
