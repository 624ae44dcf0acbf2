// The sheet for the study team, as it is printed and as it stands on a phone.

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import * as journey from './journey.mjs'
import { print, squeeze, squeezed } from './printed.mjs'
import { site, browser } from './served.mjs'

const LANGUAGES = {
  'zh-Hans': { locale: 'zh-CN', title: '研究条件自助核对表', age: '年龄：', signed: '医生签名、日期', verified: '没有经过核实' },
  en: { locale: 'en-GB', title: 'Self-check sheet', age: 'Age: ', signed: 'Doctor and date', verified: 'not verified' },
}

/** The families of the other tests, and those whose sheets are longest. */
const FAMILIES = { ...journey.FAMILIES, ...JSON.parse(readFileSync('tests/page/sheet/longest.json', 'utf8')) }

/** The age in completed years, as far as the year alone is known. */
const AGES = { fits_so_far: '11', open: '15', does_not_fit: '2', all_seven: '15', six_open: '15', almost_nineteen: '18' }

const RECORD = JSON.parse(readFileSync('www/registry/NCT07338357.json', 'utf8'))
const REGISTRY = words(RECORD.protocolSection.eligibilityModule.eligibilityCriteria)

/** The criteria of the registry, one text each. The record writes some signs as Markdown does. */
function words(text) {
  const lines = text.replace(/\\(?=[<>])/g, '').split('\n').map((line) => line.trim())
  return lines.filter((line) => /^(\d+\.|\*)\s/.test(line)).map((line) => line.replace(/^(\d+\.|\*)\s+/, ''))
}

async function openResult(t, family, locale, options = {}) {
  const opened = await journey.openApp(t, browser, `${site.origin}/check.html`, { locale, ...options })
  await journey.walk(opened.app, journey.pointer(opened.app), family)
  return opened
}

function openSheet(app) {
  return journey.step(app, () => app.locator('main [data-action=sheet]').first().click())
}

/** What is wrong with a page that should be the sheet of a family. */
function faults(page, name, { title, age, signed, verified }) {
  const text = squeezed(page)
  const faults = []
  const wanted = [title, signed, verified, 'NCT07338357/BG-CT-25-012', journey.PHONE, ...REGISTRY]
  if (name in AGES) wanted.push(age + AGES[name])
  for (const words of wanted) if (!text.includes(squeeze(words))) faults.push(`lacks ${words}`)
  for (const number of journey.NUMBERS) {
    const times = page.filter(({ text }) => text.trim() === number).length
    if (times !== 1) faults.push(`${number} is there ${times} times`)
  }
  const smallest = Math.min(...page.map(({ size }) => size))
  if (smallest < 7.4) faults.push(`letters of ${smallest.toFixed(1)} pt`)
  return [...faults, ...births(text, name)]
}

/** Whether the year of birth, or its month and day in the usual notations, stand in a text without room. */
function births(text, name) {
  const birth = FAMILIES[name].birth_date
  if (!birth) return []
  const [year, month, day] = birth.split('-').map(Number)
  const told = [`${year}`]
  if (day) {
    const english = new Date(birth).toLocaleDateString('en-GB', { month: 'long' })
    told.push(`${month}月${day}日`, `${day}${english}`, `${english}${day},`, birth.slice(5))
  }
  return told.filter((words) => text.includes(words)).map((words) => `tells the birth: ${words}`)
}

test('the registry has 21 criteria', () => {
  assert.equal(REGISTRY.length, 21)
  assert.equal(journey.NUMBERS.length, 21)
})

for (const [language, { locale, ...expected }] of Object.entries(LANGUAGES)) {
  for (const [name, family] of Object.entries(FAMILIES)) {
    test(`the printed sheet of ${name} in ${language}`, async (t) => {
      const { app } = await openResult(t, family, locale, { viewport: { width: 390, height: 844 } })
      const [first, ...rest] = await print(browser, app)
      assert.deepEqual(faults(first, name, expected), [])
      // The explanations follow, and tell no birthday either.
      assert.ok(rest.length >= 1)
      const [title] = await journey.texts(app, 'h1')
      assert.ok(squeezed(rest[0]).startsWith(squeeze(title)), squeezed(rest[0]).slice(0, 80))
      const explained = rest.map(squeezed).join('')
      assert.deepEqual(births(explained, name), [])
      await openSheet(app)
      const alone = await print(browser, app)
      assert.equal(alone.length, 1)
      assert.deepEqual(faults(alone[0], name, expected), [])
      // Two or three screenshots of a phone.
      const { height } = await app.locator('.short-sheet').boundingBox()
      assert.ok(height <= 3 * 844, `${height} px`)
    })
  }

  test(`the sheet on the smallest phone in ${language}`, async (t) => {
    const { app } = await openResult(t, FAMILIES.six_open, locale, { viewport: { width: 320, height: 568 } })
    await openSheet(app)
    const wide = await app.evaluate(() => document.documentElement.scrollWidth)
    assert.ok(wide <= 320, `${wide} px`)
    const shown = await journey.texts(app, '#text')
    assert.match(shown[0], /[0-9a-f]{12}$/, 'the build is in the text that is copied')
    assert.ok(!(await app.isVisible('.sheet')), 'the form is for paper')
  })
}

test('what is wrong with a printed sheet is found', async (t) => {
  const { locale, ...expected } = LANGUAGES.en
  const { app } = await openResult(t, FAMILIES.does_not_fit, locale)
  await openSheet(app)
  const longer = () => {
    document.querySelector('.found').textContent = 'one more word '.repeat(400)
  }
  assert.ok((await print(browser, app, { change: longer })).length > 1)
  const worse = () => {
    const [, , third, , fifth] = document.querySelectorAll('.sheet .row:not(.columns)')
    third.remove()
    fifth.style = 'font-size: 6pt'
    fifth.querySelector('.found').textContent = 'born 14 March 2024'
    document.querySelector('.claim').remove()
  }
  const [page] = await print(browser, app, { change: worse })
  const found = faults(page, 'does_not_fit', expected).join('\n')
  for (const fault of ['lacks not verified', 'I3 is there 0 times', 'letters of 6.0 pt', 'birth: 2024', 'birth: 14March']) {
    assert.ok(found.includes(fault), `${fault} in:\n${found}`)
  }
})
