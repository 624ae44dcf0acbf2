// What a phone loads stays within the limits of benches/bytes/limits.mjs, in bytes after brotli 11.

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { brotli } from '../../benches/bytes/brotli.mjs'
import { LIMITS } from '../../benches/bytes/limits.mjs'
import { withoutEach } from '../../benches/bytes/parts.mjs'

for (const { file, most } of LIMITS) {
  test(`${file} is within its limit`, () => {
    const bytes = brotli(readFileSync(file))
    assert.ok(bytes <= most, `${file} has ${bytes} bytes after brotli, ${bytes - most} more than its limit`)
  })
}

test('a limit is near what it limits, so that growth is noticed', () => {
  for (const { file, most } of LIMITS) {
    const bytes = brotli(readFileSync(file))
    assert.ok(bytes > 0.95 * most, `${file} has ${bytes} bytes after brotli: lower its limit of ${most}`)
  }
})

test('every part of the page is found, so that what it costs can be told', () => {
  const page = readFileSync('dist/check.html', 'utf8')
  const rests = withoutEach(page).map(([, rest]) => rest)
  assert.ok(rests.every((rest) => 0 < rest.length && rest.length < page.length))
  assert.equal(new Set(rests).size, rests.length)
})
