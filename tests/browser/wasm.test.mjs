// The npm package in a real browser, as WebAssembly and as the plain JavaScript that check-compat.html runs: both screen
// as the native engine does, case by case and person by person.

import assert from 'node:assert/strict'
import { readFileSync, readdirSync } from 'node:fs'
import { after, before, test } from 'node:test'
import { launch, openPage, serve } from './browser.mjs'
import { FAMILIES, NUMBERS, TRIAL } from './journey.mjs'
import { screenNatively } from './native.mjs'
import { person } from './people.mjs'

/** The first day there is, a common one, 28 and 29 February, and a day after the planned end of the trial. */
const DAYS = ['2026-01-13', '2026-11-22', '2027-02-28', '2028-02-29', '2031-03-01']
const PEOPLE_A_DAY = 400

/**
 * Cases that a JavaScript object cannot say: it has a key once, it forgets how a number was written and
 * all but its first 17 digits, and a text that is not JSON gives none. The native engine is held to them by `cargo test`.
 */
const UNSAYABLE = [
  'A duplicate key is refused',
  'A duplicate key with the same value is refused',
  'A key that is a duplicate once its escape is read is refused',
  'weight: a decimal far behind the point is refused',
  'weight: an exponent is refused',
  'weight: a capital exponent is refused',
  'weight: an exponent of zero is refused',
  'weight: an exponent in a band is refused',
  'weight: a number too long for a machine is refused',
  'no JSON',
  'a repeated key',
  'an exponent',
  'a repeated part of an amount',
  'several mistakes at once, in the order of the file',
]

let site, browser, closePage, page

before(async () => {
  site = await serve('.')
  browser = await launch()
  const opened = await openPage(browser)
  page = opened.page
  closePage = opened.close
  await page.goto(`${site.origin}/pkg/api/package.json`)
  await page.evaluate(async () => {
    const { default: init, screen } = await import('/pkg/api/prescreen.js')
    await init()
    const script = await (await fetch('/pkg/compat-api/prescreen.js')).text()
    const compat = new Function(`${script}; return wasm_bindgen`)()
    // It has no module to load.
    await compat({ module_or_path: new Uint8Array() })
    const engines = { WebAssembly: screen, JavaScript: compat.screen }
    const trial = await (await fetch('/dist/nct07338357.json')).json()
    // Answers come as text: whatever a JSON file can say reaches the engine, `__proto__` included.
    const tried = (run) => {
      try {
        return run()
      } catch (error) {
        return { name: error.name, isError: error instanceof Error, text: error.message, error: error.mistakes }
      }
    }
    window.screenEach = (engine, cases) => cases.map(([answers, on]) => tried(() => engines[engine](trial, JSON.parse(answers), on)))
    window.screenWrong = (engine, parts) =>
      parts.map(([key, value]) => {
        const wrong = structuredClone(trial)
        Object.assign(wrong.criteria[0], { [key]: value })
        return tried(() => engines[engine](wrong, {}, '2026-11-22'))
      })
  })
})

after(async () => {
  await closePage?.()
  await browser?.close()
  await site?.stop()
})

/** What the package finds, or the error it throws, for each pair of an answers file and a day. Both engines agree. */
async function screenEach(cases) {
  const [results, others] = await Promise.all(
    ['WebAssembly', 'JavaScript'].map((engine) =>
      page.evaluate(([engine, cases]) => window.screenEach(engine, cases), [engine, cases]),
    ),
  )
  assert.equal(results.length, cases.length)
  assert.deepEqual(others, results)
  return results
}

function read(file) {
  return JSON.parse(readFileSync(`tests/rule/${file}`, 'utf8'))
}

/** What a result says under one name of a case's expectations. */
function found(result, name, expected) {
  switch (name) {
    case 'findings': {
      const findings = Object.fromEntries(result.criteria.map(({ id, finding }) => [id, finding]))
      return Object.fromEntries(Object.keys(expected).map((id) => [id, findings[id]]))
    }
    case 'first_question':
      return result.questions[0] ?? null
    case 'asks':
      return expected.filter((key) => result.questions.includes(key))
    case 'does_not_ask':
      return expected.filter((key) => !result.questions.includes(key))
    default:
      return result[name]
  }
}

test('every case of the rule tables comes out as expected', async () => {
  const files = readdirSync('tests/rule').filter((file) => !['refused.json', 'messages.json'].includes(file))
  const cases = files.flatMap((file) => read(file).cases)
  assert.ok(cases.length > 400, `only ${cases.length} cases`)
  const results = await screenEach(cases.map(({ answers, on }) => [JSON.stringify(answers), on]))
  for (const [place, { name, expect }] of cases.entries()) {
    assert.deepEqual(results[place].criteria?.map(({ id }) => id), NUMBERS, name)
    for (const [key, expected] of Object.entries(expect)) {
      assert.deepEqual(found(results[place], key, expected), expected, `${name}: ${key}`)
    }
  }
})

test('what an object cannot say is listed, and nothing else', () => {
  const cases = [...read('refused.json'), ...read('messages.json')]
  const unsayable = cases.filter(({ answers_text }) => !isSayable(answers_text))
  assert.deepEqual(unsayable.map(({ name }) => name), UNSAYABLE)
})

function isSayable(text) {
  let value
  try {
    value = JSON.parse(text)
  } catch {
    return false
  }
  // Trailing zeros count for nothing anyway, nor does how a letter was escaped.
  const bare = (json) => json.replaceAll(/\s/g, '').replaceAll(/(\.|(?<=\.\d+))0+(?=[,}\]])/g, '')
  const unescaped = text.replaceAll(/\\u([0-9a-f]{4})/g, (_, code) => String.fromCharCode(parseInt(code, 16)))
  return bare(JSON.stringify(value)) === bare(unescaped)
}

test('a part of a trial of another type is refused in words', async () => {
  const parts = [
    ['soft', 'yes', 'invalid type: string "yes", expected a boolean'],
    ['soft', [], 'invalid type: JsValue([]), expected a boolean'],
    ['id', 5, 'invalid type: floating point `5.0`, expected a string'],
    ['polarity', 'sideways', 'unknown variant `sideways`, expected `inclusion` or `exclusion`'],
  ]
  for (const engine of ['WebAssembly', 'JavaScript']) {
    const results = await page.evaluate(([engine, parts]) => window.screenWrong(engine, parts), [engine, parts])
    const found = results.map(({ name, text }) => [name, text])
    assert.deepEqual(found, parts.map(([, , text]) => ['TrialError', `Error: ${text}`]), engine)
  }
})

test('wrong answers are refused by key and their neighbours accepted', async () => {
  const cases = read('refused.json').filter(({ name }) => !UNSAYABLE.includes(name))
  const results = await screenEach(cases.map(({ answers_text, on }) => [answers_text, on]))
  for (const [place, { name, keys }] of cases.entries()) {
    const mistakes = results[place].error ?? []
    assert.deepEqual([...new Set(mistakes.map(({ key }) => key))].sort(), keys, name)
  }
})

test('each kind of refusal has its exact message', async () => {
  const cases = read('messages.json').filter(({ name }) => !UNSAYABLE.includes(name))
  const results = await screenEach(cases.map(({ answers_text, on }) => [answers_text, on]))
  const expected = cases.map(({ name: about, error }) => {
    const text = error.map(({ key, message }) => (key === null ? message : `\`${key}\`: ${message}`)).join('\n')
    return { about, name: 'AnswersError', isError: true, text, error }
  })
  const found = results.map((result, place) => ({ about: cases[place].name, ...result }))
  assert.deepEqual(found, expected)
})

test('two thousand people are judged as the native engine judges them', async (t) => {
  const seen = { fits_so_far: 0, open: 0, does_not_fit: 0, refused: 0 }
  for (const [place, day] of DAYS.entries()) {
    const seeds = Array.from({ length: PEOPLE_A_DAY }, (_, number) => place * PEOPLE_A_DAY + number)
    const people = seeds.map((seed) => person(TRIAL, FAMILIES.fits_so_far, seed, day))
    const natively = screenNatively(people, day)
    const results = await screenEach(people.map((answers) => [JSON.stringify(answers), day]))
    for (const [number, result] of results.entries()) {
      const expected = natively[number]
      const compared = expected.error ? { error: result.error, line: number + 1 } : result
      assert.deepEqual(compared, expected, `seed ${seeds[number]} on ${day}: ${JSON.stringify(people[number])}`)
      seen[expected.verdict ?? 'refused'] += 1
    }
  }
  t.diagnostic(JSON.stringify(seen))
  for (const [outcome, count] of Object.entries(seen)) {
    assert.ok(count > 100, `only ${count} ${outcome}: the people are too dull`)
  }
})
