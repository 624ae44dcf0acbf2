// The rules of axe in a frame. They run in a world of their own, as the locked prelude would stop them in that of the page.

import { readFileSync } from 'node:fs'

const AXE = readFileSync('node_modules/axe-core/axe.min.js', 'utf8')
/** Off by default, as it is the one rule of WCAG 2.2. */
export const RULES = { 'target-size': { enabled: true } }

/** The id of a frame, as the browser's own tools know it. */
export async function frameId(session, frame) {
  const frames = (tree) => [tree.frame, ...(tree.childFrames ?? []).flatMap(frames)]
  const all = frames((await session.send('Page.getFrameTree')).frameTree)
  return all.find(({ url }) => url === frame.url()).id
}

/**
 * A world apart in the document of a frame: `axe` says what axe finds in the document as it stands, and `evaluate` runs
 * a function there, with what the page's own world has locked away.
 */
export async function apart(page, frame, rules = RULES) {
  const session = await page.context().newCDPSession(page)
  const id = await frameId(session, frame)
  const { executionContextId: contextId } = await session.send('Page.createIsolatedWorld', { frameId: id })
  await session.send('Runtime.evaluate', { contextId, expression: `${AXE}; 0` })
  const run = async (expression) => {
    const how = { contextId, expression, awaitPromise: true, returnByValue: true }
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', how)
    return exceptionDetails ? [result.description] : result.value
  }
  const options = JSON.stringify({ iframes: false, resultTypes: ['violations'], rules })
  const found = `axe.run(document, ${options}).then(({ violations }) =>
    violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => id + ' at ' + target.join(' '))))`
  return { axe: () => run(found), evaluate: (does) => run(`(${does})()`) }
}
