// The machine on which something is measured, and what it had to do besides.

import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { cpus } from 'node:os'

const first = (command, given) => execFileSync(command, given, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).split('\n')[0].trim()

/** One line on the machine and the versions, with the day. */
export function machine() {
  const [processor, cores] = [cpus()[0]?.model ?? 'a processor that does not say its name', cpus().length]
  const chromium = first(process.env.CHROMIUM ?? 'chromium', ['--version'])
  return [
    `${new Date().toISOString().slice(0, 16).replace('T', ' ')} UTC`,
    `${processor.trim()}, ${cores} cores`,
    `node ${process.versions.node}, ${first('rustc', ['--version']).replace(/ \(.*/, '')}, ${chromium}`,
  ]
}

/** How many wanted a processor in the last minute. */
export const load = () => Number(readFileSync('/proc/loadavg', 'utf8').split(' ')[0])
