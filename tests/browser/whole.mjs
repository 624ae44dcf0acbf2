// One whole journey in an engine whose clock cannot be set: the day is the real one, so what is expected of each screen
// and of the result comes from the native tool, on that day.

import assert from 'node:assert/strict'
import * as journey from './journey.mjs'
import { interviewNatively } from './native.mjs'
import { titleOf } from './screens/inspector.mjs'

const WORDS = {
  'zh-Hans': {
    fits_so_far: () => '目前的回答里，没有和研究要求冲突的地方',
    open: () => '还有几项没有确定',
    does_not_fit: (count) => (count === 1 ? '有一项目前可能不符合' : `有 ${count} 项目前可能不符合`),
  },
  en: {
    fits_so_far: () => 'Nothing you told us rules this study out',
    open: () => 'Some points are still open',
    does_not_fit: (count) => (count === 1 ? 'One point may not fit now' : `${count} points may not fit now`),
  },
}

/** What the native tool asks a family and finds, on the day that it is for a browser in the hospital's time. */
export function expected(verdict) {
  const day = new Intl.DateTimeFormat('sv-SE', { timeZone: journey.ZONE }).format()
  return interviewNatively(journey.FAMILIES[verdict], day)
}

/**
 * Walks a family to its result, and holds each screen and the result to what is expected. `begun` is how many questions
 * are behind it; `seen` is told of each screen.
 */
export async function assertWholeJourney(app, hand, verdict, language, { begun = 0, seen = async () => {} } = {}) {
  const { answers, criteria, verdict: found } = expected(verdict)
  const words = WORDS[language]
  const judge = async (screen) => {
    assert.equal(screen.lang, language)
    assert.equal(screen.title, titleOf(screen.name, language))
    // The first screen does not take the focus.
    if (screen.fact || screen.isResult) assert.equal(screen.focus, 'title', screen.heading)
    await seen(screen)
  }
  const asked = await journey.walk(app, hand, answers, { seen: judge })
  assert.deepEqual(asked, Object.keys(answers).slice(begun))
  assert.deepEqual(await journey.shownFindings(app), criteria)
  const conflicts = criteria.filter(({ finding }) => finding === 'conflicts').length
  assert.deepEqual(await journey.texts(app, 'h1'), [words[found](conflicts)])
  assert.ok(await journey.contactIsShown(app), 'the contact is on the result')
}

/** Goes back with the browser's own Back from the result, over the answers to be checked, to the questions before. */
export async function assertBack(app, page, verdict) {
  const asked = Object.keys(expected(verdict).answers).toReversed()
  for (const fact of [null, ...asked.slice(0, 2)]) {
    await journey.goBack(app, page)
    assert.equal((await journey.look(app)).fact, fact)
  }
}

/** The shell says that the app runs, has the number to tap, and is kept apart from what embeds it. */
export async function assertShell(shell) {
  assert.ok(await shell.isVisible('footer.shell a[href="tel:+8613607868275"]'))
  assert.deepEqual(await shell.evaluate(() => document.documentElement.className), 'ready')
}
