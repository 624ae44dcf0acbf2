// The journey in Firefox.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { engine, others, testEngine } from './engine-suite.mjs'

testEngine('Firefox')

test('what a page leaves in the console is found', async () => {
  await engine.page.goto(`${others.origin}/noisy.html`)
  const texts = (await engine.consoleTexts()).join('\n')
  assert.match(texts, /Error: nobody caught this/)
  assert.match(texts, /blocked the loading of a resource \(img-src\) at https:\/\/b\.invalid/)
})
