// The example of the npm package runs in Node as it stands.

import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { test } from 'node:test'

test('the example screens one person and names what is wrong with another', () => {
  const printed = execFileSync('node', ['examples/api/screen.mjs'], { encoding: 'utf8' })
  assert.match(printed, /verdict: 'open'/)
  assert.match(printed, /id: 'I2', finding: 'fits'/)
  assert.match(printed, /AnswersError \[\s*\{\s*key: 'weight',\s*message:/)
})
