// What stands around the app, and the page without it, on each size, light and dark; and that what is wrong with a screen
// is found. The screens themselves are in `screens-zh` and `screens-en`.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as journey from './journey.mjs'
import { measure } from './measure.mjs'
import { RULES, apart } from './screens/axe.mjs'
import * as inPage from './screens/in-page.mjs'
import { TERMS, inspector, titleOf, walked } from './screens/inspector.mjs'
import { treeOf } from './screens/tree.mjs'
import { listed, parts, play } from './screens/way.mjs'
import { site, browser } from './served.mjs'

const SIZES = [
  { width: 320, height: 568 },
  { width: 768, height: 1024 },
  { width: 1280, height: 800 },
]

// What the app in its frame has, not the document around it.
const RULES_OF_SHELL = { ...RULES, 'landmark-one-main': { enabled: false }, 'page-has-heading-one': { enabled: false } }

/** Gives a function that says what is wrong with a document that is not the app's, all help unfolded, at each size. */
async function around(page, frame, { headings = 1, rules = RULES } = {}) {
  const { axe, evaluate } = await apart(page, frame, rules)
  return async (name, schemes) => {
    const faults = [...(await frame.evaluate(inPage.typing))]
    for (const [place, size] of SIZES.entries()) {
      const colorScheme = schemes[place]
      await page.setViewportSize(size)
      await page.emulateMedia({ colorScheme })
      const found = [...(await frame.evaluate(measure, headings)), ...(await axe()), ...(await evaluate(inPage.spaced))]
      faults.push(...found.map((fault) => `${name}, ${size.width}, ${colorScheme}: ${fault}`))
    }
    return faults
  }
}

function assertNone(faults) {
  assert.equal(faults.join('\n'), '')
}

test('the shell around the app', async (t) => {
  const { page } = await journey.openApp(t, browser, `${site.origin}/check.html`)
  const inspect = await around(page, page.mainFrame(), { headings: 0, rules: RULES_OF_SHELL })
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
  const inspect = await around(page, page.mainFrame(), { headings: 2 })
  assertNone(await inspect('static', ['light', 'dark', 'light']))
  assertNone(await inspect('static', ['dark', 'light', 'dark']))
})

for (const path of ['index.html', 'element.html', 'start.html']) {
  test(`the page around it, ${path}`, async (t) => {
    const { page } = await journey.open(t, browser, `${site.origin}/${path}`)
    if (path === 'start.html') await page.locator('#kept p').first().waitFor()
    else await journey.ready(page)
    const inspect = await around(page, page.mainFrame())
    assertNone(await inspect(path, ['light', 'dark', 'light']))
  })
}

/** Opens the app, and lets a test break it before it is asked what is wrong. */
async function openBroken(t, language = 'en') {
  const still = { locale: language === 'en' ? 'en-GB' : 'zh-CN', reducedMotion: 'reduce', viewport: { width: 390, height: 844 } }
  const opened = await journey.openApp(t, browser, `${site.origin}/check.html`, still)
  return { ...opened, inspect: await inspector(opened.page, opened.app, language) }
}

const found = (faults, expected) => {
  for (const fault of expected) assert.ok(faults.some((line) => fault.test(line)), `${fault} in:\n${faults.join('\n')}`)
}

test('what is wrong is found: boxes, colours, names, headings', async (t) => {
  const { app, inspect } = await openBroken(t)
  await app.evaluate(() => {
    const button = document.querySelector('main button')
    button.style = 'min-height: 43px; height: 43px; width: 500px; color: #888; background: #999'
    document.querySelector('main').append(document.createElement('input'), document.createElement('h1'))
  })
  const faults = await inspect('start', { isFirst: true })
  found(faults, [/320 by 568, light: \d+ px wide/, /is 500 by 43 px/, /2 headings/, /color-contrast at/, /label at/])
  assert.ok(!faults.some((line) => /1280 by 800, light: \d+ px wide/.test(line)))
})

test('what is wrong is found: titles, focus, what can be typed, languages, motion', async (t) => {
  const { app, inspect } = await openBroken(t)
  await app.evaluate(() => {
    document.title = 'Some points are still open'
    const main = document.querySelector('main')
    const field = main.appendChild(document.createElement('input'))
    field.setAttribute('autocomplete', 'bday')
    field.required = true
    field.focus()
    main.querySelector('p').append('白血病')
    main.querySelector('button').style = 'transition: color 1s'
  })
  const wrong = [/the title is Some points/, /the focus, not title/, /INPUT can be typed into/, /autocomplete=bday/, /INPUT is required/]
  const more = [/"白血病" has no language/, /BUTTON.primary moves/, /letters change something/]
  found(await inspect('start'), [...wrong, ...more])
})

test('what is wrong is found: Latin words without a language, a heading out of sight', async (t) => {
  const { app, inspect } = await openBroken(t, 'zh-Hans')
  await journey.step(app, () => app.locator(journey.ONWARD).click())
  await app.evaluate(() => {
    document.querySelector('h1').append('Leukaemia')
    document.querySelector('main').style = 'padding-top: 2000px'
  })
  found(await inspect('question diagnosis'), [/"Leukaemia" has no language/, /title has the focus and is not in sight/])
})

test('what is wrong is found: a control that Tab misses, without outline, under something, in forced colours', async (t) => {
  const { page, app } = await openBroken(t)
  await journey.step(app, () => app.locator(journey.ONWARD).click())
  await app.evaluate(() => {
    document.querySelector('.language').tabIndex = -1
    document.querySelector('.back').style = 'outline: none'
    const cover = document.body.appendChild(document.createElement('div'))
    cover.style = 'position: fixed; inset: auto 0 0; height: 60%; background: red'
    document.querySelector('.choice label').style = 'border: 0'
    document.querySelector('input').checked = true
  })
  found(await walked(page, app), [/"Back" has the focus, and no outline/, /is covered or out of sight/, /Tab stops at/])
  await page.emulateMedia({ forcedColors: 'active' })
  found(await app.evaluate(inPage.forced), [/LABEL. has no border/])
  await app.evaluate(() => (document.querySelector('input:checked + label').style = 'outline: none'))
  found(await app.evaluate(inPage.forced), [/is chosen, and nothing shows it/])
})

test('what is wrong is found: spaced text that is cut off or leaves its box', async (t) => {
  const { page, app } = await openBroken(t)
  const { evaluate } = await apart(page, app)
  assert.deepEqual(await evaluate(inPage.spaced), [])
  await app.evaluate(() => {
    const button = document.querySelector('main button')
    button.style = `height: ${button.offsetHeight}px; width: ${button.offsetWidth}px; min-width: 0; white-space: nowrap; padding: 0`
    button.textContent = 'A text that is a good deal wider than its button is'
    document.querySelector('.lead').style = 'height: 2rem; overflow: hidden'
  })
  found(await evaluate(inPage.spaced), [/leaves its box/, /P.lead is cut off/])
})

test('what is wrong is found: borders and a focus that are hard to see', async (t) => {
  const { app } = await openBroken(t)
  await journey.step(app, () => app.locator(journey.ONWARD).click())
  assert.deepEqual(await app.evaluate(inPage.contrast), [])
  await app.evaluate(() => {
    document.documentElement.style.setProperty('--line', '#aaa')
    document.documentElement.style.setProperty('--focus', '#ccc')
  })
  found(await app.evaluate(inPage.contrast), [/the border of LABEL. has a contrast of 2\.\d+ to 1/, /the focus has a contrast of 1\.\d+ to 1/])
})

test('choosing alone leads nowhere: only Continue does', async (t) => {
  const { app } = await openBroken(t)
  await journey.step(app, () => app.locator(journey.ONWARD).click())
  for (const place of [0, 3, 1]) {
    await app.locator('.choice label').nth(place).click()
    const { name, focus } = await journey.look(app)
    assert.deepEqual([name, focus], ['question diagnosis', `answer-${place}`])
  }
})

test('what is wrong is found: another tree, a screen that was not reached, a step that leads elsewhere', async (t) => {
  const { page, app } = await openBroken(t)
  const tree = await treeOf(page, app)
  const before = await tree()
  await app.evaluate(() => document.querySelector('main h2').setAttribute('aria-hidden', 'true'))
  assert.notEqual(await tree(), before)
  assert.ok(listed().length >= 80 && parts().length > 3)
  await assert.rejects(play(app, ['tap continue', 'screen check'], () => {}), /the screen is question diagnosis, not check/)
})

test('a title names the kind of screen and nothing more', () => {
  assert.equal(titleOf('question cll1: nothing_chosen', 'en'), 'Error: Question · Study self-check')
  assert.equal(titleOf('notice several', 'zh-Hans'), titleOf('question cll1', 'zh-Hans'))
  assert.equal(titleOf('result does_not_fit', 'en'), titleOf('result fits_so_far', 'en'))
  assert.ok(TERMS.includes('CLL-1'))
})
