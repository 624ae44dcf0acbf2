// The journey in Firefox.

import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { engine, openSheet, others, site, tap, testEngine } from './engine-suite.mjs'
import { start } from './engines.mjs'

testEngine('Firefox')

test('what a page leaves in the console is found', async () => {
  await engine.page.goto(`${others.origin}/noisy.html`)
  const texts = (await engine.consoleTexts()).join('\n')
  assert.match(texts, /Error: nobody caught this/)
  assert.match(texts, /blocked the loading of a resource \(img-src\) at https:\/\/b\.invalid/)
})

test('where Firefox gives noise for a picture, words say that there is none', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'prescreen-'))
  t.after(() => rm(folder, { recursive: true, maxRetries: 10 }))
  const wary = await start('Firefox', { profile: { folder, prefs: { 'privacy.resistFingerprinting': true } } })
  t.after(wary.close)
  await wary.page.goto(`${site.origin}/check.html`)
  const app = wary.page.frame('iframe')
  await app.waitForSelector('#page:not([inert]) h1')
  await openSheet(app)
  assert.deepEqual(await tap(app, 'picture'), { end: 'failed', focus: 'picture' })
  assert.equal(await app.isVisible('#picture img'), false)
  // And the rest is as everywhere.
  assert.deepEqual(await tap(app, 'copy'), { end: 'done', focus: 'copy' })
})
