// The pages that are timed beside check.html, written by hand and as small as they get: one question that is there with
// the page, and a form of 115 inputs; both screen with the plain JavaScript function. And a page that embeds another.

import { readFileSync } from 'node:fs'

const STYLE = 'body{font:16px/1.4 system-ui,sans-serif;max-width:40rem;margin:1rem auto;padding:0 1rem}label{display:block;padding:.5rem}'
const ANSWERS = ['aml', 'apl', 'mixed', 'other_leukaemia', 'not_leukaemia']
const INPUTS = 115

const document = (body) => `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,"><title>Screener</title>
<style>${STYLE}</style></head><body>${body}</body></html>`

/** A question with so many answers. */
const question = (name, answers) =>
  `<fieldset><legend>Which illness did the doctors find?</legend>${answers
    .map((answer) => `<label><input type="radio" name="${name}" value="${answer}"> ${answer}</label>`)
    .join('')}</fieldset>`

/** The function, and a person of whom nothing is known but what is tapped. */
const script = () => {
  const plain = readFileSync('benches/screening/plain.mjs', 'utf8').replaceAll('export ', '').replace(/^\s*\/\/.*\n/gm, '')
  return `<script type="module">${plain}
const p = new Proxy({}, { get: (known, name) => known[name] ?? null }), found = new Uint8Array(21)
const show = () => { document.querySelector('output').textContent = [...plain(p, found)].join(' ') + ' ' + verdictOf(found) }
document.addEventListener('change', ({ target }) => { p[target.name] = target.value; show() })
show()
document.body.dataset.usable = ''
</script>`
}

const screener = (questions) => document(`<h1>Screener</h1><form>${questions}</form><output></output>${script()}`)

const manyQuestions = () =>
  Array.from({ length: INPUTS / ANSWERS.length }, (_, place) => question(place ? `fact${place}` : 'diagnosis', ANSWERS)).join('')

const host = (page) =>
  document(`<h1>A hospital</h1><iframe src="${page}" title="Self-check" style="width:100%;height:44rem;border:0"
sandbox="allow-scripts allow-modals allow-downloads allow-top-navigation-to-custom-protocols"></iframe>`)

/** What is served, by path. */
export function pages() {
  return new Map([
    ['/one.html', screener(question('diagnosis', ANSWERS))],
    ['/many.html', screener(manyQuestions())],
    ['/check.html', readFileSync('dist/check.html', 'utf8')],
    ['/host-one.html', host('one.html')],
    ['/host-check.html', host('check.html')],
  ])
}
