// Every screen in one language: each is looked at once, and the screens met are those that the program lists.

import assert from 'node:assert/strict'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { test } from 'node:test'
import * as journey from '../journey.mjs'
import { browser, site } from '../served.mjs'
import { inspector } from './inspector.mjs'
import { treeOf } from './tree.mjs'
import { listed, parts, play } from './way.mjs'

const LOCALES = { 'zh-Hans': 'zh-CN', en: 'en-GB' }
const TREES = 'tests/browser/tree'

/** Screens where something is missing are read aloud in English, all others in Chinese: one file each. */
const isTold = (name, language) => name.includes(': ') === (language === 'en')

/** A result is long, and one is like another: of these the headings and what can be tapped say enough. */
const isOutlined = (name) => /^result (empty|.*unfinished|does_not_fit)$/.test(name)
const outline = (tree) => tree.split('\n').filter((line) => /heading|button|^main|^$/.test(line)).join('\n')

export function testEveryScreen(language) {
  const met = new Set()
  for (const [number, { at, lines }] of parts().entries()) {
    test(`every screen in ${language}, part ${number + 1}`, async (t) => {
      // A colour on its way to another is not yet the one to be judged.
      const still = { locale: LOCALES[language], reducedMotion: 'reduce', viewport: { width: 390, height: 844 }, at }
      const { page, app, seen } = await journey.openApp(t, browser, `${site.origin}/check.html`, still)
      const inspect = await inspector(page, app, language)
      const tree = await treeOf(page, app)
      const faults = []
      const tell = async (name) => {
        const told = await tree({ whole: name === 'start' })
        compareTree(name, isOutlined(name) ? outline(told) : told)
      }
      let isFirst = true
      await play(app, lines, async (name) => {
        if (!met.has(name)) {
          met.add(name)
          if (isTold(name, language)) await tell(name)
          faults.push(...(await inspect(name, { isFirst })))
        }
        isFirst = false
      })
      assert.equal(faults.join('\n'), '')
      assert.deepEqual([seen.console, seen.errors], [[], []])
    })
  }

  test(`the screens met in ${language} are all there are`, () => {
    assert.deepEqual([...met].sort(), listed().sort())
  })
}

/** Holds a tree to its file; with ACCEPT=1 it is written there instead, to be read by a person. */
export function compareTree(name, told) {
  const path = `${TREES}/${name.replaceAll(/[: ]+/g, '-')}.txt`
  if (process.env.ACCEPT) {
    mkdirSync(TREES, { recursive: true })
    return writeFileSync(path, told)
  }
  assert.equal(told, readFileSync(path, 'utf8'), `${path}; ACCEPT=1 writes it anew`)
}
