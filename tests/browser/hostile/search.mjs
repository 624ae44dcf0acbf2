// Searches what a hostile host recorded for what only the family should know.

import assert from 'node:assert/strict'

/** Collects the words of every screen of a journey, and its markup: to be given to a walk as `seen`. */
export function collector(app) {
  const words = new Set()
  const screens = []
  const seen = async (screen) => {
    const { html, texts } = await app.evaluate(() => {
      const walker = document.createTreeWalker(document.querySelector('#page'), NodeFilter.SHOW_TEXT)
      const texts = []
      // The prelude has locked innerHTML.
      const writer = new XMLSerializer()
      while (walker.nextNode()) texts.push(walker.currentNode.data.trim())
      const nodes = [...document.querySelector('#page').childNodes]
      return { html: nodes.map((node) => writer.serializeToString(node)).join(''), texts }
    })
    // Numbers and single words of English stand anywhere by chance.
    for (const text of texts) if (/\p{Script=Han}{3}|[a-z] [a-z]/iu.test(text)) words.add(text)
    screens.push({ ...screen, html })
  }
  return { words, screens, seen }
}

/** Each run of %XX as the letters it stands for, where it stands for any. */
function plain(text) {
  const decode = (run) => {
    try {
      return decodeURIComponent(run)
    } catch {
      return run
    }
  }
  return `${text} ${text.replaceAll(/(%[\da-f]{2})+/gi, decode)}`
}

/** The words that stand in a text, however they were escaped in it. */
export function found(words, text) {
  const searched = plain(text)
  return [...words].filter((word) => searched.includes(word) || searched.includes(JSON.stringify(word).slice(1, -1)))
}

/** The channels of the spy on which any of the words came in. */
export function channelsThatFind(words, spied) {
  return new Set(spied.filter(([, text]) => found(words, text).length > 0).map(([channel]) => channel))
}

/**
 * All that a host may notice while a family answers: that the frame has the focus, that and when it was pressed, and
 * that it is busy.
 */
const VISIBLE = [
  /^event (blur|focus|pageshow|load|visibilitychange) at (window|#document)/,
  /^event (pointer|mouse)(over|enter) at IFRAME/,
  /^look active IFRAME/,
  /^look (focus|tapped) true$/,
  /^look history 0: \d+, 1: null$/,
  // That an event was slow, or the first: no key, no place. A key can be the one that led into the frame.
  /^performance name: [a-z]+, entryType: (event|first-input), [^]*cancelable: (true|false)$/,
  /^performance .*entryType: (longtask|long-animation-frame|paint)/,
  // What the recorders and the clock of the tests do by themselves.
  /^timer function$/,
  /^postMessage undefined$/,
]

/** The presses of which some event told the place. */
export function presses(spied, places) {
  const text = spied.map(([, text]) => text).join('\n')
  const spot = ([x, y]) => new RegExp(`clientX=${Math.floor(x)}(\\.\\d+)? clientY=${Math.floor(y)}(\\.\\d+)?\\b`)
  return places.filter((place) => spot(place).test(text))
}

/** Nothing but `VISIBLE` was noticed, no word was found, and no event says where a press was. */
export function assertUnseen({ spied, replayed }, { words, places = [] }) {
  const lines = spied.map(([channel, text]) => `${channel} ${text}`)
  assert.deepEqual(lines.filter((line) => !VISIBLE.some((allowed) => allowed.test(line))), [])
  assert.deepEqual(replayed, [])
  assert.deepEqual(found(words, lines.join('\n')), [])
  assert.deepEqual(presses(spied, places), [])
}
