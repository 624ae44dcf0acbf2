// Each attack of the matrix works where nothing protects the page, and is seen there: a row that cannot fail is no row.

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { HERE, NOT_SHOWN } from './attacks/gaps.mjs'
import { isAbsent, run, tokenOf } from './attacks/laboratory.mjs'
import { CONTEXTS, ROWS } from './attacks/rows.mjs'
import { openSite } from './attacks/site.mjs'

let site, found

before(async () => {
  site = await openSite()
  found = await run('plain', site)
})

after(() => site?.close())

/** The rows of a context that were not seen by those who should see them. */
const unseen = (context) =>
  ROWS.filter((row) => row.contexts.includes(context))
    .filter((row) => !found.seen.get(tokenOf('plain', context, row))?.has(row.sees))
    .map(({ name }) => name)

for (const context of CONTEXTS) {
  test(`every attack on an unprotected page is seen, or named with the reason why it cannot be: ${context}`, () => {
    const named = Object.keys(NOT_SHOWN).filter((name) => (NOT_SHOWN[name].contexts ?? CONTEXTS).includes(context))
    const outcome = (name) => found.outcomes.get(tokenOf('plain', context, ROWS.find((row) => row.name === name)))
    const hidden = unseen(context)
    // What another Chromium has no more is no way out of it; what it has anew is tried, and need not be named.
    const uncertain = (name) => NOT_SHOWN[name].sometimes || NOT_SHOWN[name].why === HERE
    const said = (names) => names.map((name) => `${name}: ${outcome(name)}`)
    assert.deepEqual(said(hidden.filter((name) => !named.includes(name) && !isAbsent(outcome(name)))), [], 'not seen')
    const shown = named.filter((name) => !hidden.includes(name) && !uncertain(name))
    assert.deepEqual(said(shown), [], 'seen, and named all the same')
  })
}

test('no two attacks have the same name, and none is named that does not exist', () => {
  const names = ROWS.map(({ name }) => name)
  assert.equal(new Set(names).size, names.length)
  assert.deepEqual(Object.keys(NOT_SHOWN).filter((name) => !names.includes(name)), [])
  for (const { why } of Object.values(NOT_SHOWN)) assert.ok(why.length > 10)
})

test('the host page hears what it can be told', () => {
  assert.ok(found.heard.flat().length > 0)
})
