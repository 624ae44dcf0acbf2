// Pictures of every screen for reviewers: each size, both languages, light and dark. `make screenshots` runs it. With a
// pattern, such as `^notice`, only the screens whose names it finds.

import { mkdirSync, rmSync } from 'node:fs'
import { launch, openPage } from '../browser.mjs'
import * as journey from '../journey.mjs'
import { parts, play } from './way.mjs'

const ONLY = new RegExp(process.argv[2] ?? '')
const FOLDER = 'target/screenshots'
const WIDTHS = [320, 390, 768, 1280]
const LOCALES = { 'zh-Hans': 'zh-CN', en: 'en-GB' }

const site = await journey.serveSite()
const browser = await launch()
if (!process.argv[2]) rmSync(FOLDER, { recursive: true, force: true })
let count = 0

for (const [language, locale] of Object.entries(LOCALES)) {
  const met = new Set()
  for (const { at = `${journey.DAY}T09:00:00+08:00`, lines } of parts()) {
    const { page, close } = await openPage(browser, { timezoneId: journey.ZONE, locale, reducedMotion: 'reduce' })
    await page.clock.setFixedTime(at)
    await page.goto(`${site.origin}/check.html`)
    const app = await journey.ready(page)
    await play(app, lines, async (name) => {
      if (met.has(name) || !ONLY.test(name)) return
      met.add(name)
      await take(page, app, language, name)
    })
    await close()
  }
  if (ONLY.test('paper')) await takePaper(language, locale)
}
await browser.close()
await site.stop()
console.log(`${count} pictures in ${FOLDER}`)

/** The whole screen, however long: the frame is made as high as what stands in it. */
async function take(page, app, language, name) {
  for (const colorScheme of ['light', 'dark']) {
    await page.emulateMedia({ colorScheme })
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 640 })
      const height = await app.evaluate(() => document.documentElement.scrollHeight)
      await page.setViewportSize({ width, height: height + 60 })
      await save(page, language, colorScheme, width, name)
    }
  }
}

async function takePaper(language, locale) {
  for (const colorScheme of ['light', 'dark']) {
    const { page, close } = await openPage(browser, { locale, colorScheme, javaScriptEnabled: false })
    await page.goto(`${site.origin}/check.html`)
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 640 })
      const height = await page.evaluate(() => document.documentElement.scrollHeight)
      await page.setViewportSize({ width, height })
      await save(page, language, colorScheme, width, 'paper')
    }
    await close()
  }
}

async function save(page, language, colorScheme, width, name) {
  const folder = `${FOLDER}/${language}-${colorScheme}-${width}`
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: `${folder}/${name.replaceAll(/[: ]+/g, '-')}.png` })
  count += 1
}
