// check-compat.html in Chromium without WebAssembly: check.html leads to it, and it ends with the same results.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as journey from './journey.mjs'
import { screenNatively } from './native.mjs'
import { site, browser } from './served.mjs'

/** A page that never had WebAssembly, at an address of the site. */
async function openWithout(t, path, options) {
  const { page, seen } = await journey.open(t, browser, 'about:blank', options)
  await page.addInitScript(() => delete globalThis.WebAssembly)
  await page.goto(site.origin + path)
  return { page, seen }
}

for (const [locale, verdict] of [['zh-CN', 'does_not_fit'], ['en-GB', 'fits_so_far'], ['zh-CN', 'open']]) {
  test(`without WebAssembly a family comes to ${verdict} in ${locale}`, async (t) => {
    const { page, seen } = await openWithout(t, '/check.html', { locale })
    await page.locator(':root.failed #compat').click()
    const app = await journey.ready(page)
    assert.equal(await app.evaluate(() => typeof WebAssembly), 'undefined')
    const family = journey.FAMILIES[verdict]
    assert.deepEqual(await journey.walk(app, journey.pointer(app), family), Object.keys(family))
    assert.deepEqual(await journey.shownFindings(app), screenNatively([family], journey.DAY)[0].criteria)
    const requests = [`GET ${site.origin}/check.html`, `GET ${site.origin}/check-compat.html`]
    assert.deepEqual(seen, { console: [], errors: [], requests })
  })
}
