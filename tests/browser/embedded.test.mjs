// The app in a hospital's page: what a family does on its way besides answering.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as journey from './journey.mjs'
import { screenNatively } from './native.mjs'
import { site, browser } from './served.mjs'

const FAMILY = journey.FAMILIES.fits_so_far

/** The demo page of a hospital with the app in it, in English. */
async function openHost(t, options) {
  const opened = await journey.openApp(t, browser, `${site.origin}/`, { locale: 'en-GB', ...options })
  const { app } = opened
  const hand = journey.pointer(app)
  return { ...opened, hand, press: (selector) => journey.step(app, () => hand.press(selector)) }
}

/** Answers until a question is asked. */
function walkTo({ app, hand }, question, family = FAMILY) {
  return journey.walk(app, hand, family, { stop: ({ fact }) => fact === question })
}

const action = (name) => `[data-action="${name}"]`
const isQuestion = async (app, fact) => assert.equal((await journey.look(app)).fact, fact)
const chosen = (app) => app.locator('input:checked').evaluateAll((inputs) => inputs.map(({ value }) => value))
const picked = (app) => app.locator('select').evaluateAll((lists) => lists.map(({ value }) => value))
const rows = (app) => journey.texts(app, '.answers .given')

/** The place of a fact, by which an answer is changed. */
const place = (fact) => journey.TRIAL.facts.findIndex(({ id }) => id === fact)

test('the journey in a host page ends with the same result, and the host hears nothing', async (t) => {
  const host = await openHost(t)
  await host.page.evaluate(() => {
    window.heard = []
    addEventListener('message', ({ data }) => window.heard.push(data))
  })
  const asked = await journey.walk(host.app, host.hand, FAMILY)
  assert.deepEqual(asked, Object.keys(FAMILY))
  assert.deepEqual(await journey.shownFindings(host.app), screenNatively([FAMILY], journey.DAY)[0].criteria)
  assert.ok(await journey.contactIsShown(host.app))
  assert.deepEqual(await host.page.evaluate(() => window.heard), [])
  const requests = [`GET ${site.origin}/`, `GET ${site.origin}/check.html`]
  assert.deepEqual(host.seen, { console: [], errors: [], requests })
})

test('Tab leads into the app and out of it again', async (t) => {
  const { page, app } = await openHost(t)
  const inFrame = () => page.evaluate(() => document.activeElement.tagName === 'IFRAME')
  const press = async (until) => {
    for (let presses = 0; presses < 30; presses += 1) {
      await page.keyboard.press('Tab')
      if (await until()) return
    }
    assert.fail('Tab does not get there')
  }
  await press(inFrame)
  await press(() => app.evaluate(() => document.activeElement.matches('[data-action=continue]')))
  await press(async () => !(await inFrame()))
  assert.equal(await page.evaluate(() => document.activeElement.getAttribute('href')), 'tel:+8613607868275')
})

test('the language is switched in the middle, and every answer stays', async (t) => {
  const host = await openHost(t)
  const { app, hand, press } = host
  await walkTo(host, 'allo_hsct')
  await hand.tick(1)
  await press(action('language:zh-Hans'))
  const { lang, fact, focus } = await journey.look(app)
  assert.deepEqual([lang, fact, focus], ['zh-Hans', 'allo_hsct', 'title'])
  const asked = await journey.walk(app, hand, FAMILY, { stop: ({ isCheck }) => isCheck })
  assert.deepEqual(asked, Object.keys(FAMILY).slice(Object.keys(FAMILY).indexOf('allo_hsct')))
  const inChinese = await rows(app)
  assert.equal(inChinese.length, asked.length + Object.keys(FAMILY).indexOf('allo_hsct'))
  await press(action('language:en'))
  const inEnglish = await rows(app)
  assert.ok(inChinese.includes('11 周岁（2015年3月9日出生）'), inChinese.join())
  assert.ok(inEnglish.includes('11 years old (born 9 March 2015)'), inEnglish.join())
  await press(journey.ONWARD)
  assert.equal((await journey.look(app)).heading, 'Nothing you told us rules this study out')
})

test('what is chosen and not sent survives the Back of the browser', async (t) => {
  const host = await openHost(t)
  const { app, page, hand, press } = host
  await walkTo(host, 'weight')
  await hand.tick(1)
  await journey.goBack(app, page)
  await isQuestion(app, 'birth_date')
  await press(journey.ONWARD)
  await isQuestion(app, 'weight')
  assert.deepEqual(await chosen(app), ['1'])
})

test('after erasing, the Back of the browser leaves at once', async (t) => {
  const host = await openHost(t)
  await walkTo(host, 'weight')
  await host.press(action('erase'))
  await host.press(action('erase-all'))
  await host.page.goBack({ timeout: 1000 }).catch(() => {})
  await host.page.waitForURL('about:blank')
})

test('Back of the browser and of the page lead to the question before, its answer chosen', async (t) => {
  const host = await openHost(t)
  const { app, page, press } = host
  await walkTo(host, 'weight')
  await journey.goBack(app, page)
  await isQuestion(app, 'birth_date')
  assert.deepEqual(await picked(app), ['2015', '3', '9'])
  await journey.goBack(app, page)
  await isQuestion(app, 'disease_course')
  assert.deepEqual(await chosen(app), ['0'])
  await press(action('back'))
  await isQuestion(app, 'diagnosis')
  assert.deepEqual(await chosen(app), ['0'])
  assert.equal(page.url(), `${site.origin}/`)
  // What is answered is not asked again.
  await press(journey.ONWARD)
  await isQuestion(app, 'weight')
})

test('an answer is changed from the answers to be checked, and what it opens is asked', async (t) => {
  const host = await openHost(t)
  const { app, hand, press } = host
  const family = { ...FAMILY, allo_hsct: false }
  delete family.allo_hsct_date
  await journey.walk(app, hand, family, { stop: ({ isCheck }) => isCheck })
  const before = await rows(app)
  await press(action(`change:${place('allo_hsct')}`))
  await isQuestion(app, 'allo_hsct')
  assert.deepEqual(await chosen(app), ['0'])
  await hand.tick(1)
  await press(journey.ONWARD)
  await isQuestion(app, 'allo_hsct_date')
  await journey.choose(hand, 'allo_hsct_date', '2025-03')
  await press(journey.ONWARD)
  assert.ok((await journey.look(app)).isCheck)
  const after = await rows(app)
  assert.equal(after.length, before.length + 1)
  assert.ok(after.includes('March 2025'), after.join())
})

test('the result so far is shown, says that it is not whole, and leads on', async (t) => {
  const host = await openHost(t)
  const { app, press } = host
  await walkTo(host, 'weight')
  await press(action('result'))
  assert.equal((await journey.look(app)).heading, 'Some points are still open')
  const { diagnosis, disease_course, birth_date } = FAMILY
  const [expected] = screenNatively([{ diagnosis, disease_course, birth_date }], journey.DAY)
  assert.deepEqual(await journey.shownFindings(app), expected.criteria)
  assert.match(await app.locator('main').innerText(), /This is the result so far/)
  await press('main [data-action=continue]')
  await isQuestion(app, 'weight')
})

test('everything is erased, and Back does not bring an answer back', async (t) => {
  const host = await openHost(t)
  const { app, page, press } = host
  await walkTo(host, 'weight')
  await press(action('erase'))
  await press('main [data-action=back]')
  await isQuestion(app, 'weight')
  await press(action('erase'))
  await press(action('erase-all'))
  await isEmptyStart(app)
  await press(action('back'))
  // At the first screen again, the browser's own Back leaves at once.
  await page.goBack({ timeout: 1000 }).catch(() => {})
  await page.waitForURL('about:blank')
})

/** The first screen, with nothing to go back to or to erase; then the first question, with nothing chosen. */
async function isEmptyStart(app) {
  assert.equal((await journey.look(app)).heading, 'Look at what this study asks for')
  assert.equal(await app.locator(`${action('back')}, ${action('erase')}`).count(), 0)
  await journey.step(app, () => app.locator(journey.ONWARD).click())
  await isQuestion(app, 'diagnosis')
  assert.deepEqual(await chosen(app), [])
}

test('a page that was left and returned to begins anew', async (t) => {
  // Browsers inside other apps keep no page that was left, and phones short of memory drop it.
  const host = await openHost(t)
  await walkTo(host, 'weight')
  await host.page.goto(`${site.origin}/nct07338357.json`)
  await host.page.goBack({ timeout: 1000 }).catch(() => {})
  await host.page.waitForURL(`${site.origin}/`)
  await isEmptyStart(await journey.ready(host.page))
})

test('Continue without a choice says what is missing, and leads to it', async (t) => {
  const host = await openHost(t)
  const { app, hand, press } = host
  await press(journey.ONWARD)
  await press(journey.ONWARD)
  let screen = await journey.look(app)
  assert.equal(screen.focus, 'problem')
  assert.ok(screen.title.startsWith('Error: '), screen.title)
  assert.equal(await app.locator('fieldset').getAttribute('aria-describedby'), 'error why')
  await hand.press('#problem [data-focus]')
  assert.equal((await journey.look(app)).focus, 'answer-0')
  assert.deepEqual(await chosen(app), [], 'the control is focused, not chosen')
  await hand.tick(0)
  await press(journey.ONWARD)
  screen = await journey.look(app)
  assert.deepEqual([screen.fact, screen.focus], ['disease_course', 'title'])

  await walkTo(host, 'birth_date')
  await hand.pick('year', '2015')
  await hand.pick('month', '2')
  await press(journey.ONWARD)
  await hand.press('#problem [data-focus]')
  assert.equal((await journey.look(app)).focus, 'day')
  await hand.pick('day', '30')
  await press(journey.ONWARD)
  assert.match(await app.locator('#error').innerText(), /This date does not exist/)
  assert.deepEqual(await picked(app), ['2015', '2', '30'])
})

test('none of these and the others untick each other', async (t) => {
  const host = await openHost(t)
  const { app, hand } = host
  await walkTo(host, 'serious_conditions')
  await hand.tick(0)
  await hand.tick(1)
  assert.deepEqual(await chosen(app), ['0', '1'])
  await hand.tick('none')
  assert.deepEqual(await chosen(app), ['none'])
  await hand.tick('unknown')
  assert.deepEqual(await chosen(app), ['unknown'])
  await hand.tick(2)
  assert.deepEqual(await chosen(app), ['2'])
})

test('an answer that conflicts is a bump: what may change is said, and the way goes on', async (t) => {
  const host = await openHost(t)
  const { app, page, hand, press } = host
  const family = { ...FAMILY, allo_hsct_date: '2026-11-01' }
  await walkTo(host, 'allo_hsct_date', family)
  await journey.choose(hand, 'allo_hsct_date', family.allo_hsct_date)
  await press(journey.ONWARD)
  assert.equal((await journey.look(app)).heading, 'One point may not fit now')
  const [words] = await journey.texts(app, '.notice')
  assert.match(words, /This point may fit from 14 December 2026\./)
  assert.match(words, /You can still call and ask the study team\./)
  await press('main [data-action=result]')
  assert.equal((await journey.look(app)).heading, 'One point may not fit now')
  assert.ok((await journey.look(app)).isResult)
  await journey.goBack(app, page)
  assert.equal(await app.locator('.notice').count(), 1)
  await press(journey.ONWARD)
  await isQuestion(app, 'cns')
})

for (const [name, at] of [
  ['the day before the last update of the record', '2026-01-12T23:59:00+08:00'],
  ['a clock that was never set', '1970-01-01T00:00:00Z'],
]) {
  test(`a wrong clock is said, and nothing is compared: ${name}`, async (t) => {
    const { app, page, seen } = await openHost(t, { at })
    assert.equal((await journey.look(app)).heading, 'The date on this device looks wrong')
    assert.equal(await app.locator('form, .points, .badge').count(), 0)
    const buttons = await app.locator('button').evaluateAll((buttons) => buttons.map(({ dataset }) => dataset.action))
    assert.deepEqual(buttons, ['language:zh-Hans'])
    assert.ok(await journey.contactIsShown(app))
    await journey.step(app, () => app.locator(action('language:zh-Hans')).click())
    assert.equal((await journey.look(app)).heading, '这台设备的日期好像不对')
    const shell = page.frames().find((frame) => frame.url().endsWith('/check.html'))
    assert.ok(await shell.locator('a[href="tel:+8613607868275"]').isVisible())
    assert.deepEqual([seen.console, seen.errors], [[], []])
  })
}

test('the day is that of the device, not that of London', async (t) => {
  // 13 January in Nanning, still the 12th in Greenwich.
  const { app } = await openHost(t, { at: '2026-01-13T00:01:00+08:00' })
  assert.equal((await journey.look(app)).heading, 'Look at what this study asks for')
  assert.match((await journey.texts(app, 'main'))[0], /today is 13 January 2026/)
})
