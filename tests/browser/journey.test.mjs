// Whole journeys on the page's own address, each from the first screen to a result.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as journey from './journey.mjs'
import { screenNatively } from './native.mjs'
import { titleOf } from './screens/inspector.mjs'
import { site, browser } from './served.mjs'

const LANGUAGES = {
  'zh-Hans': {
    locale: 'zh-CN',
    titles: {
      fits_so_far: '目前的回答里，没有和研究要求冲突的地方',
      open: '还有几项没有确定',
      does_not_fit: '有 6 项目前可能不符合',
    },
  },
  en: {
    locale: 'en-GB',
    titles: {
      fits_so_far: 'Nothing you told us rules this study out',
      open: 'Some points are still open',
      does_not_fit: '6 points may not fit now',
    },
  },
}

/** Holds each screen to its language, its title, and the focus where reading goes on. */
function judge(language) {
  const screens = []
  const seen = async (screen) => {
    assert.equal(screen.lang, language)
    // It stands on the disk of some browsers, so it says what kind of screen it is and nothing more.
    assert.equal(screen.title, titleOf(screen.name, language))
    // The first screen does not take the focus: the page around it may be what is being read.
    if (screens.length > 0) {
      assert.equal(screen.focus, 'title', screen.heading)
      assert.notEqual(screen.heading, screens.at(-1).heading)
    }
    screens.push(screen)
  }
  return { screens, seen }
}

async function assertResult(app, page, family, title) {
  assert.deepEqual(await journey.texts(app, 'h1'), [title])
  const [expected] = screenNatively([family], journey.DAY)
  assert.deepEqual(await journey.shownFindings(app), expected.criteria)
  assert.ok(await journey.contactIsShown(app), 'the contact is on the result')
  const link = page.locator('footer.shell a[href="tel:+8613607868275"]')
  assert.ok(await link.isVisible(), 'the number to tap stands below the app')
}

/** From a start to a result nothing was said, nothing failed, and nothing but the document was asked for. */
function assertQuiet(seen) {
  assert.deepEqual(seen, { console: [], errors: [], requests: [`GET ${site.origin}/check.html`] })
}

for (const [language, { locale, titles }] of Object.entries(LANGUAGES)) {
  for (const [verdict, family] of Object.entries(journey.FAMILIES)) {
    test(`by pointer in ${language} to ${verdict}`, async (t) => {
      const { page, app, seen } = await journey.openApp(t, browser, `${site.origin}/check.html`, { locale })
      const judged = judge(language)
      const asked = await journey.walk(app, journey.pointer(app), family, { seen: judged.seen })
      assert.deepEqual(asked, Object.keys(family))
      await assertResult(app, page, family, titles[verdict])
      assertQuiet(seen)
    })
  }
}

for (const [language, { locale, titles }] of Object.entries(LANGUAGES)) {
  const verdict = language === 'en' ? 'open' : 'does_not_fit'
  test(`by keyboard alone in ${language}`, async (t) => {
    const { page, app, seen } = await journey.openApp(t, browser, `${site.origin}/check.html`, { locale })
    const hand = journey.keyboard(app, page)
    const judged = judge(language)
    const family = journey.FAMILIES[verdict]
    await journey.walk(app, hand, family, { seen: judged.seen, stop: ({ fact }) => fact === 'birth_date' })
    // Back is before the heading, which has the focus.
    await journey.step(app, () => hand.press('[data-action=back]', 'Shift+Tab'))
    const asked = await journey.walk(app, hand, family, { seen: judged.seen })
    assert.deepEqual(asked, Object.keys(family).slice(1))
    await assertResult(app, page, family, titles[verdict])
    assertQuiet(seen)
  })
}
