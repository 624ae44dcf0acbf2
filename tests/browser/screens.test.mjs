// Every screen, in both languages, on a small phone, a phone and a desk, light and dark: it can be read and tapped.

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import * as journey from './journey.mjs'
import { measure } from './measure.mjs'
import { site, browser } from './served.mjs'

const SIZES = [
  { width: 320, height: 568 },
  { width: 390, height: 844 },
  { width: 1280, height: 800 },
]
const LOCALES = { 'zh-Hans': 'zh-CN', en: 'en-GB' }

/** Is asked every question there is, and meets a conflict. */
const ASKED_ALL = { ...journey.FAMILIES.open, allo_hsct: true, allo_hsct_date: '2026-11-01' }

const AXE = readFileSync('node_modules/axe-core/axe.min.js', 'utf8')
// Off by default, as it is the one rule of WCAG 2.2.
const RULES = { 'target-size': { enabled: true } }
// What the app in its frame has, not the document around it.
const RULES_OF_SHELL = { ...RULES, 'landmark-one-main': { enabled: false }, 'page-has-heading-one': { enabled: false } }

/**
 * Gives a function that says what is wrong with the document of a frame as it stands, all help unfolded, at each size.
 * axe runs in a world of its own, as the locked prelude would stop it in that of the page.
 */
async function inspector(page, frame, { headings = 1, rules = RULES } = {}) {
  const session = await page.context().newCDPSession(page)
  const frames = (tree) => [tree.frame, ...(tree.childFrames ?? []).flatMap(frames)]
  const all = frames((await session.send('Page.getFrameTree')).frameTree)
  const { id } = all.find(({ url }) => url === frame.url())
  const { executionContextId: contextId } = await session.send('Page.createIsolatedWorld', { frameId: id })
  await session.send('Runtime.evaluate', { contextId, expression: `${AXE}; 0` })
  const options = JSON.stringify({ iframes: false, resultTypes: ['violations'], rules })
  const expression = `axe.run(document, ${options}).then(({ violations }) =>
    violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => id + ' at ' + target.join(' '))))`
  const axe = async () => {
    const run = { contextId, expression, awaitPromise: true, returnByValue: true }
    const { result } = await session.send('Runtime.evaluate', run)
    return result.value ?? [`axe: ${result.description}`]
  }
  return async (name, schemes) => {
    const faults = []
    for (const [place, size] of SIZES.entries()) {
      const colorScheme = schemes[place]
      await page.setViewportSize(size)
      await page.emulateMedia({ colorScheme })
      const found = [...(await frame.evaluate(measure, headings)), ...(await axe())]
      faults.push(...found.map((fault) => `${name}, ${size.width}, ${colorScheme}: ${fault}`))
    }
    return faults
  }
}

function assertNone(faults) {
  assert.equal(faults.join('\n'), '')
}

for (const [language, locale] of Object.entries(LOCALES)) {
  // Between them the languages see each size light and dark.
  const schemes = language === 'en' ? ['light', 'dark', 'light'] : ['dark', 'light', 'dark']

  async function openApp(t, options) {
    // A colour on its way to another is not yet the one to be judged.
    const still = { locale, reducedMotion: 'reduce', ...options }
    const opened = await journey.openApp(t, browser, `${site.origin}/check.html`, still)
    const inspect = await inspector(opened.page, opened.app)
    const faults = []
    const names = []
    const check = async (name) => {
      names.push(name)
      faults.push(...(await inspect(name, schemes)))
    }
    const hand = journey.keyboard(opened.app, opened.page)
    const press = (selector) => journey.step(opened.app, () => opened.app.locator(selector).click())
    return { ...opened, hand, press, check, names, faults }
  }

  test(`every screen of a journey in ${language}`, async (t) => {
    const { app, hand, press, check, names, faults } = await openApp(t)
    const seen = async ({ fact, heading, isCheck, isResult }) => {
      await check(fact ?? heading)
      if (['diagnosis', 'birth_date', 'serious_conditions'].includes(fact)) {
        await press(journey.ONWARD)
        await check(`${fact}, nothing chosen`)
      }
      if (isCheck || isResult) {
        await press('[data-action=erase]')
        await check('erase')
        await press('main [data-action=back]')
      }
    }
    const asked = await journey.walk(app, hand, ASKED_ALL, { seen })
    assert.deepEqual(asked, journey.TRIAL.facts.map(({ id }) => id))
    assert.ok(names.length > asked.length + 8, names.join())
    assertNone(faults)
  })

  test(`every other result in ${language}`, async (t) => {
    for (const verdict of ['fits_so_far', 'open', 'does_not_fit']) {
      const { app, hand, press, check, faults } = await openApp(t)
      if (verdict === 'fits_so_far') {
        await press('[data-action=result]')
        await check('nothing answered')
        await press('[data-action=back]')
      }
      await journey.walk(app, hand, journey.FAMILIES[verdict])
      await check(verdict)
      assertNone(faults)
    }
  })

  test(`the screen of a wrong clock in ${language}`, async (t) => {
    const { check, faults } = await openApp(t, { at: '2026-01-12T12:00:00+08:00' })
    await check('clock')
    assertNone(faults)
  })
}

test('the shell around the app', async (t) => {
  const { page } = await journey.openApp(t, browser, `${site.origin}/check.html`)
  const inspect = await inspector(page, page.mainFrame(), { headings: 0, rules: RULES_OF_SHELL })
  assertNone(await inspect('shell', ['light', 'dark', 'light']))
  assertNone(await inspect('shell', ['dark', 'light', 'dark']))
  // The app fills what the contact leaves.
  for (const size of SIZES) {
    await page.setViewportSize(size)
    const [frame, footer] = await Promise.all(['iframe', 'footer'].map((tag) => page.locator(tag).boundingBox()))
    assert.deepEqual([frame.x, frame.y, frame.width], [0, 0, size.width])
    assert.equal(frame.height, footer.y)
    assert.equal(footer.y + footer.height, size.height)
    assert.ok(frame.height > 0.8 * size.height, `${frame.height} of ${size.height} px for the app`)
  }
  // A link of less height would be found.
  await page.locator('footer a').evaluate((link) => (link.style = 'min-height: 0; line-height: 28px'))
  assert.match((await inspect('shell', ['light', 'light', 'light'])).join('\n'), /A "\+86 .*" is \d+(\.\d+)? by 28 px/)
})

test('the page without the app', async (t) => {
  const { page } = await journey.open(t, browser, 'about:blank')
  await page.addInitScript(() => delete globalThis.WebAssembly)
  await page.goto(`${site.origin}/check.html`)
  await page.locator(':root.failed').waitFor()
  // It says everything twice, once in each language.
  const inspect = await inspector(page, page.mainFrame(), { headings: 2 })
  assertNone(await inspect('static', ['light', 'dark', 'light']))
  assertNone(await inspect('static', ['dark', 'light', 'dark']))
})

for (const path of ['index.html', 'element.html', 'start.html']) {
  test(`the page around it, ${path}`, async (t) => {
    const { page } = await journey.open(t, browser, `${site.origin}/${path}`)
    if (path === 'start.html') await page.locator('#kept p').first().waitFor()
    else await journey.ready(page)
    const inspect = await inspector(page, page.mainFrame())
    assertNone(await inspect(path, ['light', 'dark', 'light']))
  })
}

test('what is wrong is found', async (t) => {
  const { page, app } = await journey.openApp(t, browser, `${site.origin}/check.html`)
  const inspect = await inspector(page, app)
  await app.evaluate(() => {
    const button = document.querySelector('main button')
    button.style = 'min-height: 43px; height: 43px; width: 500px; color: #888; background: #999'
    document.querySelector('main').append(document.createElement('input'), document.createElement('h1'))
  })
  const faults = await inspect('start', ['light', 'light', 'light'])
  for (const fault of [/320, light: \d+ px wide/, /is 500 by 43 px/, /2 headings/, /color-contrast at/, /label at/]) {
    assert.ok(faults.some((line) => fault.test(line)), `${fault} in:\n${faults.join('\n')}`)
  }
  assert.ok(!faults.some((line) => /1280, light: \d+ px wide/.test(line)))
})
