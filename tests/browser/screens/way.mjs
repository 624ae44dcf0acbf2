// The way over every screen, as the Rust tests prove it complete: `tests/page/every_screen.txt`, played in a browser. The
// other trials have ways of their own.

import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import * as journey from '../journey.mjs'

/** Every screen that the program says there is. The page without scripts is none of them. */
export function listed() {
  const list = ['target/release/examples/screens', ['www/trials/nct07338357.toml'], { encoding: 'utf8' }]
  return execFileSync(...list).trim().split('\n')
}

/** The parts of the way, each of which begins with the page opened anew: `{ at, lines }`. */
export function parts(way = 'tests/page/every_screen.txt') {
  const parts = []
  let at
  for (const line of readFileSync(way, 'utf8').split('\n')) {
    const [verb, ...rest] = line.split(' ')
    if (verb === 'begin') parts.push({ at, lines: [] })
    else if (verb === 'on') parts.at(-1).at = `${rest[0]}T12:00:00+08:00`
    else if (parts.length > 0 && line !== '' && verb !== '#') parts.at(-1).lines.push(line)
  }
  return parts
}

/** The name of the screen shown. */
export const nameOf = (app) => app.evaluate(() => document.querySelector('main').dataset.screen)

/** Plays lines; `seen` is told of each screen that has a name, every time it is come to. */
export async function play(app, lines, seen) {
  for (const line of lines) {
    const [verb, ...rest] = line.split(' ')
    const object = rest.join(' ')
    if (verb === 'screen') {
      const name = await nameOf(app)
      if (name !== object) throw new Error(`the screen is ${name}, not ${object}`)
      await seen(name)
    } else {
      await journey.step(app, () => act(app, verb, object))
    }
  }
}

async function act(app, verb, object) {
  if (verb === 'back') return app.locator('nav [data-action=back]').click()
  if (verb === 'tap') return app.locator(`[data-action="${object}"]`).first().click()
  if (verb !== 'send') throw new Error(`${verb} is no verb`)
  await app.evaluate(choose, object.split(' ').filter(Boolean).map((pair) => pair.split('=')))
  return app.locator(journey.ONWARD).click()
}

/** Runs in the page: exactly this is chosen. A finger could not choose what contradicts itself; a form that came so could. */
function choose(pairs) {
  for (const [list, value] of pairs) {
    const select = document.querySelector(`select[name="${list}"]`)
    if (select) select.value = value
  }
  for (const input of document.querySelectorAll('form input')) {
    input.checked = pairs.some(([name, value]) => input.name === name && input.value === value)
  }
}
