// What a host page may say of the colours and corners: an accent is worn where it can be read, and nowhere else.

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import * as journey from './journey.mjs'
import { site, browser } from './served.mjs'

const OWN = { light: 'rgb(11, 90, 130)', dark: 'rgb(140, 200, 236)' }

/** Contrast with white and with #f1f6f9, or with #14181b and #1d2429, as published calculators give it. */
const WORN = [
  ['005eb8', 'light', 'rgb(0, 94, 184)'],
  ['005EB8', 'light', 'rgb(0, 94, 184)'],
  // 4.54:1 with white, and too little with the tint.
  ['767676', 'light', OWN.light],
  ['707070', 'light', 'rgb(112, 112, 112)'],
  // 4.48:1 with white.
  ['777777', 'light', OWN.light],
  // 4.00:1.
  ['ff0000', 'light', OWN.light],
  // 1.07:1, and 16:1 in the dark.
  ['ffff00', 'light', OWN.light],
  ['ffff00', 'dark', 'rgb(255, 255, 0)'],
  ['005eb8', 'dark', OWN.dark],
  ['ffffff', 'dark', 'rgb(255, 255, 255)'],
  ['000000', 'light', 'rgb(0, 0, 0)'],
  ['000000', 'dark', OWN.dark],
]

/** What says nothing: another name, another form, another range. */
const IGNORED = [
  'accent=%23005eb8',
  'accent=05b',
  'accent=005eb8ff',
  'accent=blue',
  'accent=var(--x)',
  'accent=005eb8;--paper:red',
  'Accent=005eb8',
  'colour=005eb8',
  'radius=-1',
  'radius=25',
  'radius=8px',
  'radius=1e1',
  'radius=',
  'theme=sepia',
  'lang=fr',
  '__proto__=accent',
  'constructor=theme',
  '%',
]

const openApp = (t, fragment, options) => journey.openApp(t, browser, `${site.origin}/check.html#${fragment}`, options)

const worn = (app) =>
  app.evaluate(() => {
    const { backgroundColor, color, borderRadius } = getComputedStyle(document.querySelector('.primary'))
    const { backgroundColor: paper } = getComputedStyle(document.body)
    return { accent: backgroundColor, on: color, paper, radius: borderRadius }
  })

for (const [accent, theme, expected] of WORN) {
  const word = Object.values(OWN).includes(expected) ? 'not worn' : 'worn'
  test(`the accent ${accent} is ${word} in ${theme}`, async (t) => {
    const { app, seen } = await openApp(t, `theme=${theme}&accent=${accent}`)
    const { accent: found, on, paper } = await worn(app)
    assert.equal(found, expected)
    // Words on the accent have the colour of the page, as the contrast of the two is the same both ways.
    if (word === 'worn') assert.equal(on, paper)
    assert.deepEqual([seen.console, seen.errors], [[], []])
  })
}

test('when the device turns dark, an accent that cannot be read then is taken off, and put on again', async (t) => {
  const { page, app } = await openApp(t, 'accent=005eb8', { colorScheme: 'light', reducedMotion: 'reduce' })
  // What the device turned to is told to the page some pictures later.
  const isWorn = async (accent) => {
    for (let tries = 0; tries < 100 && (await worn(app)).accent !== accent; tries += 1) await page.waitForTimeout(50)
    assert.equal((await worn(app)).accent, accent)
  }
  await isWorn('rgb(0, 94, 184)')
  for (const colorScheme of ['dark', 'light', 'dark']) {
    await page.emulateMedia({ colorScheme })
    await isWorn(colorScheme === 'dark' ? OWN.dark : 'rgb(0, 94, 184)')
  }
})

test('the corners are those asked for, from 0 to 24 pixels', async (t) => {
  for (const [given, expected] of [['radius=0', '0px'], ['radius=24', '24px'], ['', '8px']]) {
    const { app } = await openApp(t, given)
    assert.equal((await worn(app)).radius, expected)
  }
})

test('the shell around the app knows the same two schemes', async (t) => {
  for (const [fragment, expected] of [
    ['theme=dark', 'dark'],
    ['lang=en&theme=light&radius=3', 'light'],
    ['theme=dark-blue', ''],
    ['my-theme=dark', ''],
    ['theme=', ''],
  ]) {
    const { page, app } = await openApp(t, fragment)
    const schemes = await Promise.all([page, app].map((one) => one.evaluate(() => document.documentElement.dataset.theme)))
    assert.deepEqual(schemes, [expected, expected], fragment)
  }
})

test('anything else in the address says nothing', async (t) => {
  const { page, app } = await openApp(t, '', { colorScheme: 'light', locale: 'zh-CN' })
  const plain = { ...(await worn(app)), lang: 'zh-Hans' }
  for (const fragment of IGNORED) {
    await page.goto('about:blank')
    await page.goto(`${site.origin}/check.html#${fragment}`)
    const other = await journey.ready(page)
    assert.deepEqual({ ...(await worn(other)), lang: (await journey.look(other)).lang }, plain, fragment)
  }
})

test('printed, the page is black on white whatever the accent', async (t) => {
  const { page, app } = await openApp(t, 'accent=005eb8', { colorScheme: 'light' })
  await page.emulateMedia({ media: 'print' })
  const accent = await app.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--prescreen-accent'))
  assert.equal(accent.trim(), '#000')
})

test('what a host is told of the rule is what the style says', () => {
  const style = readFileSync('www/style.css', 'utf8')
  for (const colour of ['--paper: #ffffff', '--tint: #f1f6f9', '--paper: #14181b', '--tint: #1d2429']) {
    assert.ok(style.includes(colour), colour)
  }
})
