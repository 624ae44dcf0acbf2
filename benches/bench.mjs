// node benches/bench.mjs
// Measures what the project costs, prints one table, this project beside others, and writes it to benches/RESULTS.md
// with the day and the machine. `make bench` builds what it needs.

import { readFileSync, writeFileSync } from 'node:fs'
import { benched, checkMany, screenMany } from './authoring.mjs'
import { brotli, kilobytes } from './bytes/brotli.mjs'
import { LIMITS } from './bytes/limits.mjs'
import { modulesOf } from './bytes/modules.mjs'
import { partsOf } from './bytes/parts.mjs'
import { load, machine } from './machine.mjs'
import { measurePages } from './page.mjs'
import { examplePeople, measureScreening } from './screening.mjs'

const RESULTS = 'benches/RESULTS.md'
const PERSONS = 1_000_000
const TRIALS = 1000

/** Bytes after brotli 11 of whole screeners for the same criteria, measured before, each with the form that it has. */
const PEERS = 'SurveyJS 301.1 kB, LHC-Forms 649.9, React with json-logic-js 62.9, json-logic-js with a bare form 3.8, a bare Leptos form without criteria 36.6'
const ENGINES = 'cql-execution 112.8 kB, datalogic 293.9, fhirpath.js 136.9, json-rules-engine 21.1, json-logic-js 1.7'

const rows = []
/** A row of the table: what, this project, others, the aim, and the load of the machine. */
const row = (what, own, others = '', aim = '') => rows.push([what, own, others, aim, load().toFixed(1)])
const times = (own, other) => `${(own / other).toFixed(own / other < 10 ? 2 : 0)} times`
const micro = (value) => (value < 1000 ? `${value.toPrecision(3)} µs` : `${(value / 1000).toPrecision(3)} ms`)
const milli = (value) => `${value.toFixed(0)} ms`

function bytes() {
  const size = Object.fromEntries(LIMITS.map(({ file }) => [file, brotli(readFileSync(file))]))
  const [{ aim }] = LIMITS
  const page = size['dist/check.html']
  const kB = (file) => `${kilobytes(size[file])} kB`
  row('check.html, complete, brotli 11', kB('dist/check.html'), PEERS, `40 kB: missed by ${kilobytes(page - aim)}`)
  row('check-compat.html, the same without WebAssembly', kB('dist/check-compat.html'))
  row('the page’s WebAssembly alone', kB('pkg/page/prescreen_bg.wasm'))
  row('the npm package’s WebAssembly alone', kB('pkg/api/prescreen_bg.wasm'), ENGINES)
}

function native() {
  const found = Object.fromEntries(benched('engine'))
  const people = examplePeople().length
  const all = (what) => Number(found[`all example people, ${what}`]) / people
  row('native: one person, findings and verdict', micro(all('findings and verdict')), '', '1 µs')
  row('native: the same from answers that are looked at first', micro(all('accepted, findings and verdict')))
  row('native: findings, verdict and questions worth asking', micro(all('findings, verdict and questions')), '', '20 µs')
  row('native: questions worth asking, nothing answered', micro(Number(found['21 criteria, questions, nothing answered'])), '', '20 µs')
  for (const count of [100, 300, 1000]) {
    row(`native: ${count} trials, one person`, micro(Number(found[`${count} trials, findings and verdict, all answered`])))
  }
}

const AIMS = { 'one person, findings and verdict': '2 µs', 'findings, verdict and questions worth asking': '20 µs', '1000 trials, one person, findings and verdict': '1 ms' }

async function webAssembly() {
  for (const [what, { engine, plain, logic }] of await measureScreening()) {
    const ratio = (name, other) => other && `${name} ${micro(other.median)} (${times(other.median, engine.median)})`
    const others = [ratio('plain JavaScript', plain), ratio('json-logic-js', logic)].filter(Boolean).join(', ')
    row(`WebAssembly: ${what}`, `${micro(engine.median)} (least ${micro(engine.least)})`, others, AIMS[what])
  }
}

async function pages() {
  const { local, slow, answer } = await measurePages()
  for (const [network, found] of [['', local], [', 150 ms and 1.6 Mbit/s', slow]]) {
    for (const [place, own, other] of [['own page', 'check', 'one'], ['embedded', 'host-check', 'host-one']]) {
      for (const [moment, aim] of [['visible', '1.25 times'], ['usable', '2 times']]) {
        const what = moment === 'visible' ? 'visible' : 'can be answered'
        const [mine, theirs] = [found[own][moment], found[other][moment]]
        row(`first screen ${what}, ${place}${network}`, milli(mine), `one question by hand, ${place}: ${milli(theirs)}; ratio ${times(mine, theirs)}`, aim)
      }
    }
  }
  const { check, many } = answer
  const beside = (mine) => `115 inputs by hand: ${milli(many.answer)}; ratio ${times(mine, many.answer)}`
  row('main thread for one tap on an answer', milli(check.tap), beside(check.tap), 'once')
  row('main thread for an answer and the way to the next screen', milli(check.answer), beside(check.answer))
}

function authoring() {
  const found = benched('import')
  const [, studies, , each] = found.find(([what]) => what === 'files of one study') ?? []
  if (each) row(`import of ${studies} records, on one core`, `${each} in a second of processor`, '', '5,000 in a second')
  else row('import', 'not measured: the collection of records is not beside the project')
  const check = checkMany(TRIALS)
  row(`check of ${TRIALS} trials like the first`, `${check.wall.toFixed(1)} s (${check.processor.toFixed(1)} s of processor)`, '', '1 s')
  const screen = screenMany(PERSONS, examplePeople())
  const each_ = (screen.processor / PERSONS) * 1e6
  row(`screen of ${PERSONS} persons from lines of JSON`, `${screen.wall.toFixed(1)} s (${each_.toFixed(1)} µs of processor each)`, '', 'seconds')
}

const line = (cells) => `| ${cells.join(' | ')} |`
const table = (head, body) => [line(head), line(head.map(() => '---')), ...body.map(line)].join('\n')

bytes()
native()
await webAssembly()
await pages()
authoring()

const main = table(['what', 'this project', 'others', 'aim', 'load'], rows)
const parts = table(['part of check.html', 'kB'], partsOf(readFileSync('dist/check.html', 'utf8')).map(([name, size]) => [name, kilobytes(size)]))
const modules = table(['module', 'kB raw', 'kB after brotli'], modulesOf(readFileSync('target/named/page.wasm')).map(([name, raw, size]) => [name, kilobytes(raw), kilobytes(size)]))

const text = `# What it costs

Written by \`make bench\`; benches/README.md says how each figure is taken.

${machine().map((one) => `- ${one}`).join('\n')}

A kB is 1,000 bytes. Load is how many programs wanted a processor in the minute before the row; times of the screening, of the main thread and of the import are times on the processor, those of the first screen are not. "Others" are timed in the same run, but for the bytes, which were measured before. Behind a time of others stands how many times the time of this project it is; a ratio is this project by the other.

${main}

## What the bytes of check.html are

Each is the file with the part minus the file without it, after brotli 11. Parts that say the same as others cost little alone, so the costs do not add up.

${parts}

## What the bytes of its WebAssembly are

By the module of the source that a function comes from; what is generic is named after the library that it stands in.

${modules}
`
writeFileSync(RESULTS, text)
console.log(text)
