// What the bytes of check.html are: what each part costs is the file with it minus the file without it, after brotli 11.
// Parts that say the same as others cost little alone, so the costs do not add up to the whole.

import { brotli } from './brotli.mjs'

const block = (id) => [new RegExp(`(?<=id=&quot;${id}&quot;>)[^<]*`)]

// Each is a list of what is cut out of the file as it stands, the frame's document still written as an attribute.
const ENGINE = block('engine')
const TEXTS = block('texts')
const NUMBERS = block('numbers')
const PAPER = [/(?<=<p id="why" lang="en"><\/p>\n<\/div>\n)[^]*?(?=<\/main>\n<iframe)/]
const SCREEN = [/(?<=<div id=&quot;page&quot; inert>)[^]*?(?=<script type=&quot;text\/plain&quot;)/]
const GLUE = [/(?<=const glue = )[^]*?return wasm_bindgen;/]
const STYLES = [/(?<=<style>)[^]*?(?=<\/style>)/g]

/** All scripts: those that are no data. */
const SCRIPTS = [/(?<=<script>)[^]*?(?=<\/script>)/g]

const PARTS = [
  ['the engine as WebAssembly', ENGINE],
  ['wasm-bindgen’s glue', GLUE],
  ['all scripts, the glue among them', SCRIPTS],
  ['texts of the app, both languages', TEXTS],
  ['the page without scripts, both languages', PAPER],
  ['these two together', [...TEXTS, ...PAPER]],
  ['the trial’s rules and the known cases', NUMBERS],
  ['styles', STYLES],
  ['the first screen as it will be drawn', SCREEN],
]

/** The parts of a page with what each costs: `[name, bytes]`. */
export function partsOf(page) {
  const whole = brotli(page)
  return [...withoutEach(page).map(([name, rest]) => [name, whole - brotli(rest)]), ['all but the engine', brotli(without(page, ENGINE))]]
}

/** The page without each of its parts: `[name, rest]`. */
export const withoutEach = (page) => PARTS.map(([name, cuts]) => [name, without(page, cuts)])

const without = (page, cuts) => cuts.reduce(cutOut, page)

function cutOut(page, cut) {
  const rest = page.replace(cut, '')
  // A page built otherwise would have every part cost nothing.
  if (rest.length === page.length) throw new Error(`nothing in the page is found by ${cut}`)
  return rest
}
