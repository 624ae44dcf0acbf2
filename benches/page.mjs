// What the first screen and one answer cost in Chromium with the processor four times slower, beside pages written by
// hand, which take turns with it in one run. Visible is a screen from the first frame after it has a place; it can be
// answered from the first frame in which taps have an effect. As in the browser tests, the frame of the app is in the
// process of its page, so that both are slowed down.

import { launch } from '../tests/browser/browser.mjs'
import { pages } from './page/pages.mjs'
import { servePages } from './page/served.mjs'
import { median } from './timing.mjs'

const SLOWER = 4
/** 150 ms there and back, 1.6 Mbit/s down, 0.75 up. */
const SLOW = { offline: false, latency: 150, downloadThroughput: (1.6 * 2 ** 20) / 8, uploadThroughput: (750 * 2 ** 10) / 8 }
const FIRST_SCREENS = ['one', 'check', 'host-one', 'host-check']
const RUNS = 9

/**
 * Medians in ms of pages loaded in turns: `{ local, slow }`, each by page with `visible` and `usable`, and `answer`: by
 * page the time on the main thread for one answer.
 */
export async function measurePages(runs = RUNS) {
  const server = await servePages(pages())
  const browser = await launch()
  try {
    // The first page of a browser is slower than any other.
    await first(browser, server.origin, 'one')
    const local = await inTurns(runs, FIRST_SCREENS, (page) => first(browser, server.origin, page))
    const slow = await inTurns(runs, FIRST_SCREENS, (page) => first(browser, server.origin, page, SLOW))
    const answer = await inTurns(runs, ['many', 'check'], (page) => answered(browser, server.origin, page))
    return { local, slow, answer }
  } finally {
    await browser.close()
    server.stop()
  }
}

/** Calls for each page by turns; returns by page the median of each value returned. */
async function inTurns(runs, names, measure) {
  const samples = Object.fromEntries(names.map((name) => [name, []]))
  for (let run = 0; run < runs; run += 1) {
    for (const name of run % 2 ? names.toReversed() : names) samples[name].push(await measure(name))
  }
  const medians = (rows) => Object.fromEntries(Object.keys(rows[0]).map((key) => [key, median(rows.map((row) => row[key]))]))
  return Object.fromEntries(names.map((name) => [name, medians(samples[name])]))
}

/** When the first screen is visible and can be answered, in ms after the page was asked for. */
async function first(browser, origin, page, network) {
  return await opened(browser, `${origin}/${page}.html`, network, ({ times }) => times)
}

/** The time on the main thread of one tap that answers, and of that with the one that leads to the next screen. */
function answered(browser, origin, page) {
  return opened(browser, `${origin}/${page}.html`, undefined, async ({ tab, frame, busy }) => {
    const tap = async (css) => {
      const place = await placeOf(frame, css)
      return busy(() => tab.mouse.click(...place))
    }
    if (page === 'many') {
      const answer = await tap('input[value="mixed"]')
      return { tap: answer, answer }
    }
    await tap('main button.primary')
    await frame.waitForSelector('form input')
    const choice = await tap('input[value="2"] + label')
    return { tap: choice, answer: choice + (await tap('main button.primary')) }
  })
}

/** The middle of an element, brought into view beforehand. */
async function placeOf(frame, css) {
  const element = frame.locator(css).first()
  await element.scrollIntoViewIfNeeded()
  const { x, y, width, height } = await element.boundingBox()
  return [x + width / 2, y + height / 2]
}

async function opened(browser, url, network, use) {
  const context = await browser.newContext({ viewport: { width: 412, height: 823 }, locale: 'zh-CN' })
  try {
    const tab = await context.newPage()
    await tab.addInitScript(watch)
    const devtools = await context.newCDPSession(tab)
    // Time on the processor, so that others on the machine do not count.
    await devtools.send('Performance.enable', { timeDomain: 'threadTicks' })
    await devtools.send('Network.enable')
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
    if (network) await devtools.send('Network.emulateNetworkConditions', network)
    await tab.goto(url, { waitUntil: 'commit' })
    const { frame, times } = await screenIn(tab)
    return await use({ tab, frame, times, busy: (act) => busy(tab, devtools, act) })
  } finally {
    await context.close()
  }
}

/** Runs in every frame: notes when a screen is visible there, and when it can be answered. */
function watch() {
  const [now, frame] = [() => performance.timeOrigin + performance.now(), requestAnimationFrame.bind(window)]
  const seen = (globalThis.__seen = {})
  const has = (css) => document.querySelector(css)?.getBoundingClientRect().height > 0
  const look = () => {
    if (!seen.visible && has('#page h1, form input')) frame(() => (seen.visible ??= now()))
    if (has('#page:not([inert]) h1, [data-usable] form input')) frame(() => (seen.usable = now()))
    else frame(look)
  }
  frame(look)
}

/** The frame that has the screen, once it can be answered, and the times since the tab was sent there. */
async function screenIn(tab) {
  for (const end = Date.now() + 30_000; Date.now() < end; await tab.waitForTimeout(100)) {
    for (const frame of tab.frames()) {
      const seen = await frame.evaluate(() => globalThis.__seen).catch(() => undefined)
      if (!seen?.usable) continue
      const begun = await tab.evaluate(() => performance.timeOrigin)
      return { frame, times: { visible: seen.visible - begun, usable: seen.usable - begun } }
    }
  }
  throw new Error(`no screen can be answered at ${tab.url()}`)
}

/** How long the main thread is busy because of an act, in ms. */
async function busy(tab, devtools, act) {
  const spent = async () => {
    const { metrics } = await devtools.send('Performance.getMetrics')
    return metrics.find(({ name }) => name === 'TaskDuration').value * 1000
  }
  // What the page still does by itself is over.
  await tab.waitForTimeout(400)
  const before = await spent()
  await act()
  await tab.waitForTimeout(700)
  return (await spent()) - before
}
