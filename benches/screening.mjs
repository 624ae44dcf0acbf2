// What screening costs in WebAssembly, beside the same trial as a plain JavaScript function and in json-logic-js, in one
// run. All three are first held to the findings of the trial's example people.

import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { RULES, logic } from './screening/logic.mjs'
import { personOf } from './screening/person.mjs'
import { plain, verdictOf } from './screening/plain.mjs'
import { inTurns } from './timing.mjs'

const TRIAL = 'nct07338357'
const NAMES = ['conflicts', 'open', 'fits', 'team']
const COPIES = [100, 300, 1000]

/** Rows of `[what, { engine, plain, logic }]`, each `{ median, least }` in microseconds for one person. */
export async function measureScreening() {
  const Screening = await engine()
  const definition = JSON.parse(readFileSync(`dist/${TRIAL}.json`, 'utf8'))
  const people = examplePeople()
  const before = (some, copies = 1) => new Screening(definition, some.map(({ on, answers }) => [on, answers]), copies)
  const all = before(people)
  const persons = people.map(({ given, on }) => personOf(given, on))
  holdToFindings(people, all.found(), persons)

  const rows = []
  const timed = (name, count, calls) => rows.push([name, forEach(count, inTurns(calls))])
  timed('one person, findings and verdict', people.length, {
    engine: (times) => all.screen(times),
    plain: (times) => screenAll(times, persons, (person, found) => plain(person, found)),
    logic: (times) => screenAll(times, persons, (person, found) => logic(RULES, person, found)),
  })
  timed('the same from answers that are looked at first', people.length, { engine: (times) => all.accept_and_screen(times) })
  timed('findings, verdict and questions worth asking', people.length, { engine: (times) => all.screen_and_ask(times) })
  timed('the same with nothing answered', 1, nothingAnswered(before, people))
  for (const copies of COPIES) timed(`${copies} trials, one person, findings and verdict`, 1, manyTrials(before, people, persons, copies))
  return rows
}

function nothingAnswered(before, people) {
  const nobody = before(people.filter(({ given }) => Object.keys(given).length === 0).slice(0, 1))
  return { engine: (times) => nobody.screen_and_ask(times) }
}

/** Each trial in places of its own in memory; the answers are those of the first person, who fits. */
function manyTrials(before, [first], [person], copies) {
  const trials = before([first], copies)
  const persons = Array.from({ length: copies }, () => ({ ...person }))
  const rules = Array.from({ length: copies }, () => structuredClone(RULES))
  const found = new Uint8Array(RULES.length)
  return {
    engine: (times) => trials.screen(times),
    plain: (times) => screenAll(times, persons, (person, found) => plain(person, found)),
    logic: (times) => repeat(times, () => rules.forEach((each) => verdictOf(logic(each, person, found)))),
  }
}

function repeat(times, work) {
  for (let count = 0; count < times; count += 1) work()
}

function screenAll(times, persons, screen) {
  const found = new Uint8Array(RULES.length)
  repeat(times, () => {
    for (const person of persons) verdictOf(screen(person, found))
  })
}

const forEach = (count, timings) =>
  Object.fromEntries(
    Object.entries(timings).map(([name, { median, least }]) => [name, { median: median / count, least: least / count }]),
  )

async function engine() {
  const folder = new URL('../target/bench/wasm/', import.meta.url)
  const { initSync, Screening } = await import(new URL('screening_in_wasm.js', folder))
  initSync({ module: readFileSync(new URL('screening_in_wasm_bg.wasm', folder)) })
  return Screening
}

/** The trial's example people, as answers files and as the engine has them, with what is found. */
export function examplePeople() {
  const command = 'target/release/examples/people'
  // What is said of the trial itself is for its author.
  const lines = execFileSync(command, [`www/trials/${TRIAL}.toml`], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 2 ** 26 })
  return lines.trimEnd().split('\n').map((line) => JSON.parse(line))
}

/** A yardstick that finds something else would measure something else. */
function holdToFindings(people, foundInWasm, persons) {
  people.forEach(({ name, findings }, place) => {
    const found = new Uint8Array(findings.length)
    const named = () => [...found].map((finding) => NAMES[finding])
    assert.deepEqual(foundInWasm.slice(place * findings.length, (place + 1) * findings.length), findings, `WebAssembly: ${name}`)
    plain(persons[place], found)
    assert.deepEqual(named(), findings, `plain JavaScript: ${name}`)
    logic(RULES, persons[place], found)
    assert.deepEqual(named(), findings, `json-logic-js: ${name}`)
  })
}
