// The second trial's page: an adult patient, women only, several hospitals, a study that recruits. Nothing on it is left of
// the first trial, and it comes to what the command line comes to.

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import * as journey from './journey.mjs'
import { screenNatively } from './native.mjs'
import { inspector } from './screens/inspector.mjs'
import { parts, play } from './screens/way.mjs'
import { browser, site } from './served.mjs'

const NAME = 'nct06189209'
const trial = JSON.parse(readFileSync(`dist/${NAME}/${NAME}.json`, 'utf8'))
const FAMILIES = JSON.parse(readFileSync('tests/browser/second.json', 'utf8'))
const LOCALES = { 'zh-Hans': 'zh-CN', en: 'en-GB' }
const PHONE = '+41325800175'

/** What is true of the first trial alone, or of a child. */
const OF_THE_FIRST = /child|parent|leuk|transplant|CAR-\u2060?T|Guangxi|Beijing|孩子|儿童|家长|白血病|移植|广西|北京/i

const url = () => `${site.origin}/${NAME}/check.html`

for (const [language, locale] of Object.entries(LOCALES)) {
  for (const [verdict, family] of Object.entries(FAMILIES)) {
    test(`in ${language} to ${verdict}`, async (t) => {
      const { page, app, seen } = await journey.openApp(t, browser, url(), { locale })
      const told = []
      const listen = async ({ lang }) => {
        assert.equal(lang, language)
        told.push((await journey.texts(app, 'body')).join())
      }
      const asked = await journey.walk(app, journey.pointer(app), family, { seen: listen, trial })
      assert.deepEqual(asked, Object.keys(family))
      const [expected] = screenNatively([family], journey.DAY, NAME)
      assert.equal(expected.verdict, verdict)
      const numbers = trial.criteria.map(({ id }) => id)
      assert.deepEqual(await journey.shownFindings(app, numbers), expected.criteria)
      assert.ok(told.length > Object.keys(family).length, 'every screen was read')
      for (const text of told) assert.doesNotMatch(text, OF_THE_FIRST)
      assert.deepEqual(await journey.texts(app, '.contact .phone'), [PHONE, PHONE])
      assert.ok(await page.locator(`footer.shell a[href="tel:${PHONE}"]`).isVisible(), 'the number to tap')
      assert.deepEqual(seen, { console: [], errors: [], requests: [`GET ${url()}`] })
    })
  }

  for (const [number, { at, lines }] of parts('tests/page/second_every_screen.txt').entries()) {
    test(`its screens in ${language}, part ${number + 1}`, async (t) => {
      const still = { locale, reducedMotion: 'reduce', viewport: { width: 390, height: 844 }, at }
      const { page, app, seen } = await journey.openApp(t, browser, url(), still)
      const inspect = await inspector(page, app, language)
      const met = new Set()
      const faults = []
      await play(app, lines, async (name) => {
        // What is missing in a form is said in words of the page, which the first trial's screens show.
        if (!name.includes(': ') && !met.has(name)) faults.push(...(await inspect(name, { isFirst: name === 'start' })))
        met.add(name)
      })
      assert.ok(met.size > 0, 'screens were met')
      assert.equal(faults.join('\n'), '')
      assert.deepEqual([seen.console, seen.errors], [[], []])
    })
  }
}
