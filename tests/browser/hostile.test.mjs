// The hostile host: real session replay and a spy run in its page before the widget, while a mouse and a keyboard walk the
// journey. What they recorded is searched for answers, questions, results, keys and places. That they would have found
// them is shown first, on the app's own screens where nothing keeps them from the host.

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { launch } from './browser.mjs'
import { recorded, serveHosts } from './hostile/host.mjs'
import { comeOverTheEdge, realHand } from './hostile/hand.mjs'
import { assertUnseen, channelsThatFind, collector, found } from './hostile/search.mjs'
import * as journey from './journey.mjs'
import { screenNatively } from './native.mjs'

const FAMILY = journey.FAMILIES.fits_so_far
const SIZE = { width: 900, height: 1000 }

/** On each of these the spy must have found a word in the control. */
const CHANNELS = [
  'JSON.stringify', 'TextDecoder', 'TextEncoder', 'WebAssembly', 'XMLHttpRequest', 'attachShadow', 'console', 'event',
  'fetch', 'history', 'intersection', 'listener', 'look active', 'look cookie', 'look entries', 'look history',
  'look name', 'look selected', 'look title', 'look url', 'look windows', 'memory', 'mutation', 'performance',
  'postMessage', 'resize', 'sendBeacon', 'storage', 'timer',
]

let site, browser

before(async () => {
  site = await serveHosts()
  browser = await launch()
})

after(async () => {
  await browser?.close()
  await site?.stop()
})

async function openHost(t, name, options) {
  return journey.open(t, browser, `${site.origin}/host-${name}.html`, { viewport: SIZE, locale: 'en-GB', ...options })
}

test('control', async (t) => {
  const { page, app } = await journey.openApp(t, browser, `${site.origin}/check.html`, { viewport: SIZE, locale: 'en-GB' })
  const hand = realHand(page, app)
  const { words, screens, seen } = collector(app)
  await journey.walk(app, hand, FAMILY, { seen })
  const union = new Set()
  for (const place of ['light', 'shadow', 'frame']) {
    const { page } = await openHost(t, 'control')
    await page.evaluate(([place, screens]) => control.start(place, screens), [place, screens.map(({ html }) => html)])
    const root = place === 'frame' ? page.frames()[1] : page.mainFrame()
    const look = () => page.evaluate(() => spy.look())
    const again = realHand(page, root, { look })
    await again.copy('h1')
    for (const [name, given] of hand.acts) await again[name](...given)
    const { spied, replayed } = await recorded(page)
    const ch = channelsThatFind(words, spied)
    console.log(place, [...ch].sort().join(' '))
    ch.forEach((c) => union.add(c))
    console.log(found(words, JSON.stringify(replayed)).length, found(words, spied.join()).length, words.size, spied.length, replayed.length)
    const kinds = {}
    for (const { type, data } of replayed) { const k = `${type}/${data.source}/${data.type}`; kinds[k] = (kinds[k] ?? 0) + 1 }
    console.log(kinds, spied.filter(([c, t]) => c === 'event' && /keydown/.test(t)).slice(0, 3))
  }
  console.log('missing', CHANNELS.filter((c) => !union.has(c)))
})
