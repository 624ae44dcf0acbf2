// The built site and a browser, for the whole of a test file: made before its first test, ended after its last.

import { after, before } from 'node:test'
import { launch } from './browser.mjs'
import { serveSite } from './journey.mjs'

export let site, browser

before(async () => {
  site = await serveSite()
  browser = await launch()
})

after(async () => {
  await browser?.close()
  await site?.stop()
})
