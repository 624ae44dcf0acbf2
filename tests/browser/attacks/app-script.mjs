// The app's script as it stands in check.html, and check.html without the prelude in it.

import { createHash } from 'node:crypto'

/** The script of the document in the frame, as a browser reads it. */
export function appScript(checkHtml) {
  const [, app] = /<iframe [^>]*srcdoc="([^"]*)"/.exec(checkHtml)
  const document = app.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
  return /<script>([^]*)<\/script>\s*<\/body>/.exec(document)[1]
}

/** check.html without its prelude, under a policy that allows just that: what the policy stops alone. */
export function withoutPrelude(checkHtml, prelude) {
  const script = appScript(checkHtml)
  // As the bundler cuts it: comments and indentation are gone, and the tags are filled in.
  const lines = prelude.split('\n').map((line) => line.trim())
  const [before, after] = lines.filter((line) => line && !line.startsWith('//')).join('\n').split('/*{{tags}}*/')
  const [from, to] = [script.indexOf(before), script.indexOf(after)]
  if (from < 0 || to < from) throw new Error('dist/check.html was not built with this www/prelude.js: run `make build`')
  const rest = script.slice(0, from) + script.slice(to + after.length)
  const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;')
  const hash = (text) => createHash('sha256').update(text).digest('base64')
  for (const part of [escaped(script), hash(script)]) if (!checkHtml.includes(part)) throw new Error(`not there: ${part}`)
  return checkHtml.replace(escaped(script), () => escaped(rest)).replaceAll(hash(script), hash(rest))
}
