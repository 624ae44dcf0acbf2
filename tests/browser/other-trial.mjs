// The page of a trial that is not the first: families walk through it, and every screen of it is looked at. Nothing on it is
// left of the first trial, and it comes to what the command line comes to. Each trial has a test file of its own, which
// the runner gives its own time.

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import * as journey from './journey.mjs'
import { screenNatively } from './native.mjs'
import { inspector } from './screens/inspector.mjs'
import { parts, play } from './screens/way.mjs'
import { browser, site } from './served.mjs'

const FAMILIES = JSON.parse(readFileSync('tests/browser/others.json', 'utf8'))
const LOCALES = { 'zh-Hans': 'zh-CN', en: 'en-GB' }

/**
 * Tests the page of a trial: `name` as in dist/, the numbers to call, what it must not say (true of another trial alone,
 * or of a child), and the way over all of its screens.
 */
export function testPage({ name, phones, foreign, way }) {
  const trial = JSON.parse(readFileSync(`dist/${name}/${name}.json`, 'utf8'))
  for (const [language, locale] of Object.entries(LOCALES)) {
    const to = { name, language, locale, trial, phones, foreign }
    for (const [verdict, family] of Object.entries(FAMILIES[name])) {
      test(`in ${language} to ${verdict}`, (t) => comesTo(t, to, verdict, family))
    }
    for (const [number, part] of parts(way).entries()) {
      test(`its screens in ${language}, part ${number + 1}`, (t) => looksRight(t, to, part))
    }
  }
}

const urlOf = (name) => `${site.origin}/${name}/check.html`

/** A family answers, reads every screen, and comes to what the command line comes to. */
async function comesTo(t, { name, language, locale, trial, phones, foreign }, verdict, family) {
  const { page, app, seen } = await journey.openApp(t, browser, urlOf(name), { locale })
  const told = []
  const listen = async ({ lang }) => {
    assert.equal(lang, language)
    told.push((await journey.texts(app, 'body')).join())
  }
  const asked = await journey.walk(app, journey.pointer(app), family, { seen: listen, trial })
  assert.deepEqual(asked, Object.keys(family))
  const [expected] = screenNatively([family], journey.DAY, name)
  assert.equal(expected.verdict, verdict)
  const numbers = trial.criteria.map(({ id }) => id)
  assert.deepEqual(await journey.shownFindings(app, numbers), expected.criteria)
  assert.ok(told.length > Object.keys(family).length, 'every screen was read')
  for (const text of told) assert.doesNotMatch(text, foreign)
  assert.deepEqual(await journey.texts(app, '.contact .phone'), [...phones, ...phones])
  assert.ok(await page.locator(`footer.shell a[href="tel:${phones[0].replaceAll(' ', '')}"]`).isVisible(), 'the number to tap')
  assert.deepEqual(seen, { console: [], errors: [], requests: [`GET ${urlOf(name)}`] })
}

/** Every screen of a part of the way fits its place, and can be read and used. */
async function looksRight(t, { name, language, locale }, { at, lines }) {
  const still = { locale, reducedMotion: 'reduce', viewport: { width: 390, height: 844 }, at }
  const { page, app, seen } = await journey.openApp(t, browser, urlOf(name), still)
  const inspect = await inspector(page, app, language)
  const met = new Set()
  const faults = []
  let isFirst = true
  await play(app, lines, async (screen) => {
    // What is missing in a form is said in words of the page, which the first trial's screens show.
    if (!screen.includes(': ') && !met.has(screen)) faults.push(...(await inspect(screen, { isFirst })))
    met.add(screen)
    isFirst = false
  })
  assert.ok(met.size > 0, 'screens were met')
  assert.equal(faults.join('\n'), '')
  assert.deepEqual([seen.console, seen.errors], [[], []])
}
