// What authoring costs: records imported in a second, and the check of a thousand trials, as an author would run it.

import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const TOOL = 'target/release/prescreen'

/** The rows of `cargo bench`: `[[what, …numbers]]`. */
export function benched(name) {
  const said = execFileSync('cargo', ['bench', '--locked', '--quiet', '--bench', name], { encoding: 'utf8', maxBuffer: 2 ** 26 })
  const rows = said.split('\n').filter((line) => line.startsWith('| ')).slice(1)
  return rows.map((line) => line.split('|').slice(1, -1).map((cell) => cell.trim()))
}

/** A command of the tool: `{ wall, processor }` in seconds; it may find problems, but not be used wrongly. */
export function timed(given, input) {
  // Bash says the time on the processor too.
  const command = ['-c', `TIMEFORMAT='%R %U %S'; time "$@" ${input ? `< '${input}'` : ''} > /dev/null 2>&1`, '-', TOOL, ...given]
  const { stderr } = spawnSync('bash', command, { encoding: 'utf8' })
  const [wall, user, system] = stderr.trim().split('\n').pop().split(' ').map(Number)
  return { wall, processor: user + system }
}

/** The check of so many copies of the first trial, each with a number, a record and words of its own. */
export function checkMany(count) {
  const folder = mkdtempSync(join(tmpdir(), 'prescreen-bench-'))
  try {
    for (const name of ['trials', 'registry']) mkdirSync(join(folder, name))
    cpSync('www/words', join(folder, 'words'), { recursive: true })
    const trial = readFileSync('www/trials/nct07338357.toml', 'utf8')
    const record = readFileSync('www/registry/NCT07338357.json', 'utf8')
    for (let copy = 0; copy < count; copy += 1) {
      const digits = String(90_000_000 + copy)
      const renamed = (text) => text.replaceAll(/(NCT|nct)07338357/g, `$1${digits}`)
      writeFileSync(join(folder, 'trials', `nct${digits}.toml`), renamed(trial))
      writeFileSync(join(folder, 'registry', `NCT${digits}.json`), renamed(record))
    }
    const files = readdirSync(join(folder, 'trials')).length
    if (files !== count) throw new Error(`there are ${files} trials instead of ${count}`)
    const said = spawnSync(TOOL, ['check', '--www', folder], { encoding: 'utf8', maxBuffer: 2 ** 28 })
    if (said.status !== 0) throw new Error(`the copies are not sound: ${said.stderr.slice(0, 500)}`)
    return timed(['check', '--www', folder])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The screening of so many people, one a line: those of the trial's examples again and again, on one day. */
export function screenMany(count, people) {
  const folder = mkdtempSync(join(tmpdir(), 'prescreen-bench-'))
  try {
    const file = join(folder, 'people.ndjson')
    const lines = people.map(({ given }) => `${JSON.stringify(given)}\n`)
    const block = Array.from({ length: 1000 }, (_, place) => lines[place % lines.length]).join('')
    for (let written = 0; written < count; written += 1000) writeFileSync(file, block, { flag: 'a' })
    return timed(['screen', 'www/trials/nct07338357.toml', '-', '--on', '2026-11-22'], file)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
