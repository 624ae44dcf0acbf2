// A family's way through check.html: the questions are answered from an answers file, with a finger or a keyboard.
// What walks and looks needs little of a browser, so that other engines than Chromium can be walked through too: of the
// frame of the app `evaluate`, `click`, `selectOption`, `waitForSelector` and `isVisible`, of the page `keyboard.press`
// and `goBack`. Playwright has them, and `webdriver.mjs` has them by the same names.

import { readFileSync } from 'node:fs'
import { appFrame, openPage, serve } from './browser.mjs'

/** The day of every check, whatever the day of the test: answers are about today. */
export const DAY = '2026-11-22'
/** The clock of the hospital. */
export const ZONE = 'Asia/Shanghai'

/** One answers file for each verdict. */
export const FAMILIES = JSON.parse(readFileSync('tests/browser/families.json', 'utf8'))
export const TRIAL = JSON.parse(readFileSync('dist/nct07338357.json', 'utf8'))
export const NUMBERS = TRIAL.criteria.map(({ id }) => id)
export const PHONE = '+86 13607868275'

/** What `prescreen serve` sends check.html with. */
export const HEADERS = {
  'Content-Security-Policy': 'sandbox allow-scripts allow-modals allow-downloads allow-top-navigation-to-custom-protocols',
  'Connection-Allowlist': '(response-origin "tel:*")',
}

export function serveSite(folder = 'dist') {
  return serve(folder, (path) => (path.startsWith('/check') ? HEADERS : {}))
}

/** Opens a page on `DAY`, or at another time, before anything of it runs. The page is closed with the test. */
export async function open(t, browser, url, { at = `${DAY}T09:00:00+08:00`, ...options } = {}) {
  const { page, seen, close } = await openPage(browser, { timezoneId: ZONE, ...options })
  t.after(close)
  await page.clock.setFixedTime(at)
  await page.goto(url)
  return { page, seen }
}

/** Opens a page that holds the app, and waits until it can be used. */
export async function openApp(t, browser, url, options) {
  const { page, seen } = await open(t, browser, url, options)
  return { page, seen, app: await ready(page) }
}

/** The app of a page, once it can be used. */
export async function ready(page) {
  const app = await appFrame(page, { timeout: 5000 })
  await app.locator('#page:not([inert]) h1').waitFor()
  return app
}

/** What the screen shown says of itself; `fact` is the question asked, if one is. */
export function look(app) {
  return app.evaluate(() => ({
    heading: document.querySelector('h1').textContent,
    name: document.querySelector('main').dataset.screen,
    title: document.title,
    lang: document.documentElement.lang,
    focus: document.activeElement.id,
    fact: document.querySelector('form')?.dataset.form ?? null,
    isCheck: document.querySelector('.answers') !== null,
    isResult: document.querySelector('.points') !== null,
  }))
}

/** Does what leads to another screen, and waits for it: a screen is drawn anew, its heading with it. */
export async function step(app, act) {
  const headings = await app.evaluate(() => {
    const headings = document.querySelectorAll('h1')
    for (const heading of headings) heading.setAttribute('data-left', '')
    return headings.length
  })
  if (headings !== 1) throw new Error(`the screen has ${headings} headings of the first rank`)
  await act()
  await app.waitForSelector('h1:not([data-left])', { timeout: 20_000 })
}

/** The browser's own Back. Playwright waits for a page that never comes, as only a frame went back. */
export function goBack(app, page) {
  return step(app, async () => void page.goBack({ timeout: 1000, waitUntil: 'commit' }).catch(() => {}))
}

/** A finger or a mouse. */
export function pointer(app) {
  // One that could mean two things is a mistake, which Playwright would not say by itself.
  const strict = { strict: true }
  return {
    tick: (value) => app.click(`input[value="${value}"] + label`, strict),
    // The list that opens is the system's own, out of reach of a test.
    pick: (list, value) => app.selectOption(`#${list}`, value, strict),
    press: (selector) => app.click(selector, strict),
  }
}

/** A keyboard alone. Enter and Space press buttons by turns. */
export function keyboard(app, page) {
  const at = (selector) => app.evaluate((selector) => document.activeElement.matches(selector), selector)
  const until = async (selector, key) => {
    for (let presses = 0; presses < 150; presses += 1) {
      if (await at(selector)) return
      await page.keyboard.press(key)
    }
    throw new Error(`${selector} is not reached by ${key}`)
  }
  let enter = false
  return {
    reach: until,
    async tick(value) {
      if (await app.evaluate(() => document.querySelector('input[type=radio]') !== null)) {
        await until('input[type=radio]', 'Tab')
        await until(`input[value="${value}"]`, 'ArrowDown')
      } else {
        await until(`input[value="${value}"]`, 'Tab')
      }
      // An arrow has chosen a radio already; Space leaves it chosen.
      await page.keyboard.press('Space')
    },
    async pick(list, value) {
      await until(`#${list}`, 'Tab')
      await until(`#${list}:has([value="${value}"]:checked)`, 'ArrowDown')
    },
    async press(selector, key = 'Tab') {
      await until(selector, key)
      enter = !enter
      await page.keyboard.press(enter ? 'Enter' : 'Space')
    },
  }
}

/** Chooses an answer in the form of a question. */
export async function choose(hand, fact, answer, trial = TRIAL) {
  const { kind } = trial.facts.find(({ id }) => id === fact)
  if (kind === 'birth_date' || kind === 'date') {
    const [year, month = 'unknown', day = 'unknown'] = (answer ?? 'unknown').split('-')
    for (const [list, value] of Object.entries({ year, month, day })) {
      await hand.pick(list, /^\d/.test(value) ? String(Number(value)) : value)
    }
  } else {
    for (const value of values(kind, answer)) await hand.tick(value)
  }
}

/** The values of the controls that say an answer: its place in the trial's list. */
function values(kind, answer) {
  if (answer === null) return ['unknown']
  if (kind === 'yes_no') return [Number(answer)]
  // Every amount has one limit, and so two bands, the lower one first.
  if (kind.quantity) return ['below' in answer || 'at_most' in answer ? 0 : 1]
  if (kind.choices) return answer.length === 0 ? ['none'] : answer.map((one) => kind.choices.indexOf(one))
  return [(kind.choice ?? kind.scale).indexOf(answer)]
}

/** What leads on from any screen but the result. */
export const ONWARD = 'main button.primary'

/**
 * Walks from the screen shown until `stop`, else to the result. `seen` is told of each screen before it is left, and
 * of the last one. Returns the questions asked, in order. `trial` is the one that the page is about.
 */
export async function walk(app, hand, answers, { seen = async () => {}, stop = () => false, trial = TRIAL } = {}) {
  const asked = []
  for (;;) {
    const screen = await look(app)
    await seen(screen)
    if (screen.isResult || stop(screen)) return asked
    if (screen.fact) {
      if (!(screen.fact in answers)) throw new Error(`${screen.fact} is asked, and the family has no answer to it`)
      asked.push(screen.fact)
      await choose(hand, screen.fact, answers[screen.fact], trial)
    }
    await step(app, () => hand.press(ONWARD))
  }
}

/** Each criterion's number and finding, as the result shows them, in the order of the registry. */
export async function shownFindings(app, numbers = NUMBERS) {
  const shown = await app.evaluate(() => {
    const findings = { fits: 'fits', conflicts: 'conflicts', open: 'open', team: 'team' }
    return [...document.querySelectorAll('.point')].map((point) => {
      const classes = [...point.querySelector('.badge').classList]
      return { id: point.querySelector('.number').textContent, finding: classes.find((one) => one in findings) }
    })
  })
  return shown.sort((one, other) => numbers.indexOf(one.id) - numbers.indexOf(other.id))
}

/** The texts of elements, their no-break spaces as common ones and without word joiners. */
export async function texts(frame, selector) {
  const all = (selector) => [...document.querySelectorAll(selector)].map((element) => element.innerText)
  return (await frame.evaluate(all, selector)).map((text) => text.replaceAll('\u00a0', ' ').replaceAll('\u2060', ''))
}

/** Whether the contact can be read on the screen: a text, as a link in the app would leave it. */
export async function contactIsShown(app) {
  return (await app.isVisible('.contact .phone')) && (await texts(app, '.contact .phone'))[0] === PHONE
}
