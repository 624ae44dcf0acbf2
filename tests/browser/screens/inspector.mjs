// Looks at a screen as people meet it: on each size, light and dark, in forced colours, with spaced text, by keyboard.

import { measure } from '../measure.mjs'
import { apart } from './axe.mjs'
import * as inPage from './in-page.mjs'

/** Each size, and whether axe looks at it too: its rules know one column from another, not one phone from another. */
const SIZES = [
  { width: 320, height: 568, axe: true },
  { width: 390, height: 844 },
  { width: 768, height: 1024 },
  { width: 1280, height: 800, axe: true },
  // 1280 px at 400 %.
  { width: 320, height: 256 },
  // A phone on its side.
  { width: 640, height: 320 },
]
const PHONE = { width: 390, height: 844 }

/** Terms that stand in Chinese reports as they stand here. */
export const TERMS = readTerms()

const TITLES = {
  'zh-Hans': { page: '临床研究自助核对', error: '错误：', question: '问题', check: '检查您的回答', result: '结果', sheet: '给研究团队的一页', code: '回答的二维码', erase: '清除' },
  en: { page: 'Study self-check', error: 'Error: ', question: 'Question', check: 'Check your answers', result: 'Result', sheet: 'Page for the study team', code: 'Code', erase: 'Erase' },
}

/** The title that a screen of this name should have. */
export function titleOf(name, language) {
  const words = TITLES[language]
  const kind = words[name.split(' ')[0] === 'notice' ? 'question' : name.split(' ')[0]]
  return `${name.includes(': ') ? words.error : ''}${kind ? `${kind} · ` : ''}${words.page}`
}

/** Gives a function that says what is wrong with the screen shown in the app, which has this name. */
export async function inspector(page, app, language) {
  const { axe, evaluate } = await apart(page, app)
  const schemes = language === 'en' ? ['light', 'dark'] : ['dark', 'light']
  return async (name, { isFirst = false } = {}) => {
    const faults = [...(await read(app, name, language, isFirst)), ...(await pressed(page, app))]
    const walk = await walked(page, app)
    for (const [place, { axe: ruled, ...size }] of SIZES.entries()) {
      const colorScheme = schemes[(place + (place > 2)) % 2]
      await page.setViewportSize(size)
      await page.emulateMedia({ colorScheme })
      const found = [...(await app.evaluate(measure, 1)), ...(ruled ? await axe() : [])]
      if (ruled) found.push(...(await app.evaluate(inPage.contrast)))
      if (place === 0) found.push(...(await evaluate(inPage.spaced)))
      faults.push(...found.map((fault) => `${size.width} by ${size.height}, ${colorScheme}: ${fault}`))
    }
    await page.emulateMedia({ forcedColors: 'active' })
    faults.push(...(await app.evaluate(inPage.forced)))
    await page.emulateMedia({ forcedColors: 'none' })
    await page.setViewportSize(PHONE)
    return [...faults, ...walk].map((fault) => `${name}: ${fault}`)
  }
}

/** What the screen says of itself, before anything is done to it. */
async function read(app, name, language, isFirst) {
  const title = await app.evaluate(() => document.title)
  const wanted = titleOf(name, language)
  const faults = title === wanted ? [] : [`the title is ${title}, not ${wanted}`]
  // The first screen takes no focus: the page around it may be what is being read.
  if (!isFirst) faults.push(...(await app.evaluate(inPage.beginning, name.includes(': ') ? 'problem' : 'title')))
  faults.push(...(await app.evaluate(inPage.typing)), ...(await app.evaluate(inPage.motion)))
  return [...faults, ...(await app.evaluate(inPage.languages, TERMS))]
}

/** Letters and digits change nothing. */
async function pressed(page, app) {
  const state = () =>
    app.evaluate(() => {
      const form = [...document.querySelectorAll('input, select')].map((control) => `${control.checked} ${control.value}`)
      return `${document.body.innerHTML}${form.join()}`
    })
  const before = await state()
  for (const key of ['a', 'm', '7']) await page.keyboard.press(key)
  return (await state()) === before ? [] : ['keys of letters change something']
}

/** Tab stops at every control once, in the order of reading, each shows it, and then the focus leaves the frame. */
export async function walked(page, app) {
  const wanted = await app.evaluate(inPage.stops)
  const faults = []
  const met = []
  await app.evaluate(() => {
    document.activeElement.blur()
    getSelection().collapse(document.body, 0)
  })
  await app.locator('body').evaluate((body) => {
    body.tabIndex = -1
    body.focus({ preventScroll: true })
    body.removeAttribute('tabindex')
  })
  for (let presses = 0; presses < wanted.length + 3; presses += 1) {
    await page.keyboard.press('Tab')
    const focused = await app.evaluate(inPage.focused)
    if (focused === null) break
    met.push(focused.name)
    faults.push(...focused.faults)
  }
  if (met.join('\n') !== wanted.join('\n')) faults.push(`Tab stops at ${met.join(' | ')}, not at ${wanted.join(' | ')}`)
  return faults
}

function readTerms() {
  const of = (text) => text.match(/[A-Za-z][A-Za-z0-9-]*/g)
  return of(`AML ALL APL M0 M2 M3 M4 M7 CLL CML MDS JMML CLL-1 CLEC12A CD371 MRD CR CR1 CR2 CNSL MRI DLI GVHD CAR-T T
    WHO PICC PORT KPS Lansky BG-CT-25-012 etc I II III IV I1 I2 I3 I4 I5 I6 I7 I8 I9 I10 E1 E2 E3 E4 E5 E6 E7 E8 E9 E10 E11 A4
    AGE SEX TNBC ER PR HER2 PI3K ECOG RECIST CT tenalisib alpelisib buparlisib RP6530-2301 E12 E13 E14 E15 E16 E17
    NK NK510 NK510-06 NSCLC PD-1 PD-L1 TPS EGFR ALK ROS1 HIV QTc LVEF G-CSF GM-CSF EPO HBsAg HBV-DNA HCV IU Gilbert
    NEUT ANC PLT HGB Hb ALT AST TBIL CREA Cr CCr eGFR B g L dL mL min`)
}
