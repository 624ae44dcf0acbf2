// The page without the app, which a family prints or reads where scripts or WebAssembly are lacking.
// Of the page it needs `evaluate` alone, so that it serves Playwright's and that of `webdriver.mjs`.

import assert from 'node:assert/strict'
import { NUMBERS, PHONE, TRIAL } from './journey.mjs'

const TITLE = { 'zh-Hans': '研究条件清单（可以打印）', en: 'The study’s points, to print and tick' }

/** Every criterion with its number, a box to tick where families are asked, the contact, and no app: in both languages. */
export async function assertPaper(page) {
  for (const [language, title] of Object.entries(TITLE)) {
    const shown = await page.evaluate(read, language)
    // What is never asked has none.
    const boxes = TRIAL.criteria.map(({ rule }) => Boolean(rule))
    assert.deepEqual(shown, { title, numbers: NUMBERS, boxes, phones: [PHONE], isAppDrawn: false, isLinkDrawn: true })
  }
}

/** Runs in the page: what a reader of one language sees of it. */
function read(language) {
  const paper = document.querySelector(`.paper[lang="${language}"]`)
  const isDrawn = (element) => element.checkVisibility({ visibilityProperty: true })
  const drawn = (selector) => [...paper.querySelectorAll(selector)].filter(isDrawn)
  const points = drawn('.group .boxes > li')
  return {
    title: drawn('h1').map((heading) => heading.innerText).join(),
    numbers: points.map((point) => point.querySelector('.number').innerText),
    boxes: points.map((point) => getComputedStyle(point, '::before').content.includes('□')),
    phones: drawn('.phone').map((phone) => phone.innerText.replaceAll('\u00a0', ' ')),
    isAppDrawn: isDrawn(document.querySelector('iframe')),
    isLinkDrawn: isDrawn(document.querySelector('footer.shell a[href="tel:+8613607868275"]')),
  }
}
