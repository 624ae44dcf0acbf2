// The journey in Firefox and WebKit: as a page of its own, in a host, from the disk, offline, without WebAssembly and
// without scripts. Their clocks cannot be set, so the day is the real one, and what is expected comes from the native tool.
//
// What stays unseen: WebKit's console, which its driver does not give. A script that fails in the app shows the page
// without scripts, in every engine, and that is seen.

import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { after, before, beforeEach, describe, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { serve } from './browser.mjs'
import { NAMES, start } from './engines.mjs'
import * as journey from './journey.mjs'
import { measure } from './measure.mjs'
import { interviewNatively } from './native.mjs'
import { assertPaper } from './paper.mjs'
import { until } from './webdriver.mjs'

const WORDS = {
  'zh-Hans': {
    page: '临床研究自查',
    fits_so_far: () => '您的回答里，没有发现不符合的地方',
    open: () => '还有几点没有确定',
    does_not_fit: (count) => (count === 1 ? '有一点目前可能不符合' : `有 ${count} 点目前可能不符合`),
  },
  en: {
    page: 'Study self-check',
    fits_so_far: () => 'Nothing you told us rules this study out',
    open: () => 'Some points are still open',
    does_not_fit: (count) => (count === 1 ? 'One point may not fit now' : `${count} points may not fit now`),
  },
}

/** Pages beside those of the site. */
const OTHERS = {
  'script.html': '<title>it did not run</title><script>document.title = "it ran"</script>',
  'noisy.html': `<iframe srcdoc='<meta http-equiv="Content-Security-Policy" content="img-src https://a.invalid"><script>
    new Image().src = "https://b.invalid/"
    throw new Error("nobody caught this")</script>'></iframe>`,
  'narrow.html': '<body>',
}

let folder, others

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'prescreen-'))
  await Promise.all(Object.entries(OTHERS).map(([name, html]) => writeFile(join(folder, name), `<!doctype html>${html}`)))
  others = await serve(folder)
})

after(async () => {
  await others.stop()
  await rm(folder, { recursive: true })
})

const onDisk = (file) => pathToFileURL(resolve('dist', file)).href
/** The app of check.html on its own page, and in a host. */
const ALONE = ['iframe']
const IN_HOST = ['iframe', 'iframe']

/** What the native tool asks a family, and finds, on the day that it is for the browser. */
function expected(verdict) {
  const day = new Intl.DateTimeFormat('sv-SE', { timeZone: journey.ZONE }).format()
  return interviewNatively(journey.FAMILIES[verdict], day)
}

/** Opens a page that holds the app, and waits until it can be used. */
async function open(page, url, path = ALONE) {
  // From the same page with another fragment, nothing would be loaded.
  await page.goto('about:blank')
  await page.goto(url)
  const app = page.frame(...path)
  await app.waitForSelector('#page:not([inert]) h1')
  return app
}

/**
 * Walks a family to its result, and holds each screen and the result to what is expected. `begun` is how many questions
 * are behind it.
 */
async function assertWholeJourney(app, hand, verdict, language, { begun = 0, seen = async () => {} } = {}) {
  const { answers, criteria, verdict: found } = expected(verdict)
  const words = WORDS[language]
  const judge = async (screen) => {
    assert.equal(screen.lang, language)
    assert.equal(screen.title, `${screen.heading} - ${words.page}`)
    // The first screen does not take the focus.
    if (screen.fact) assert.equal(screen.focus, 'title', screen.heading)
    await seen(screen)
  }
  const asked = await journey.walk(app, hand, answers, { seen: judge })
  assert.deepEqual(asked, Object.keys(answers).slice(begun))
  assert.deepEqual(await journey.shownFindings(app), criteria)
  const conflicts = criteria.filter(({ finding }) => finding === 'conflicts').length
  assert.deepEqual(await journey.texts(app, 'h1'), [words[found](conflicts)])
  assert.equal((await journey.look(app)).focus, 'title')
  assert.ok(await journey.contactIsShown(app), 'the contact is on the result')
}

/** The shell, which has the number to tap, says that the app runs. */
async function assertShell(shell) {
  assert.ok(await shell.isVisible('footer.shell a[href="tel:+8613607868275"]'))
  assert.deepEqual(await shell.evaluate(() => [document.documentElement.className, window.origin]), ['ready', 'null'])
}

/** Walks back with the browser's own Back, over the questions that were asked last. */
async function assertBack(app, page, questions) {
  for (const question of questions) {
    await journey.goBack(app, page)
    assert.equal((await journey.look(app)).fact, question)
  }
}

/** Opens a page in a window so wide, which is a frame, as neither engine has a window narrower than some 450 px. */
async function openAt(page, width, url) {
  await page.resize(1400, 1000)
  await page.goto(`${others.origin}/narrow.html`)
  await page.frame().evaluate(({ url, width }) => {
    const frame = document.body.appendChild(document.createElement('iframe'))
    frame.style = `width: ${width}px; height: 800px; border: 0`
    frame.src = url
  }, { url, width })
  const app = page.frame(...IN_HOST)
  await app.waitForSelector('#page:not([inert]) h1')
  assert.equal(await app.evaluate(() => innerWidth), width)
  return app
}

/** Starts an engine for one test, which lacks something. */
async function startFor(t, name, options) {
  const engine = await start(name, options)
  t.after(engine.close)
  return engine
}

test('what a page leaves in the console of Firefox is found', async (t) => {
  const { page, consoleTexts } = await startFor(t, 'Firefox')
  await page.goto(`${others.origin}/noisy.html`)
  const texts = (await consoleTexts()).join('\n')
  assert.match(texts, /Error: nobody caught this/)
  assert.match(texts, /blocked the loading of a resource \(img-src\) at https:\/\/b\.invalid/)
})

for (const name of NAMES) {
  describe(name, () => {
    let site, engine, page

    before(async () => {
      site = await journey.serveSite()
      engine = await start(name, { language: 'zh-CN' })
      page = engine.page
    })

    beforeEach(() => site.requests.splice(0))

    after(async () => {
      await engine?.close()
      await site?.stop()
    })

    /** Nothing but these files was asked for, and where that can be told, the console is empty. */
    async function assertQuiet(...files) {
      assert.deepEqual(site.requests, files.map((path) => ({ method: 'GET', path })))
      if (engine.consoleTexts) assert.deepEqual(await engine.consoleTexts(), [])
    }

    test('by pointer in Chinese on its own page, and back', async () => {
      const app = await open(page, `${site.origin}/check.html`)
      await assertWholeJourney(app, journey.pointer(app), 'fits_so_far', 'zh-Hans')
      await assertShell(page.frame())
      await assertQuiet('/check.html')
      const asked = Object.keys(expected('fits_so_far').answers)
      await assertBack(app, page, [null, ...asked.toReversed().slice(0, 2)])
      assert.equal(await page.url(), `${site.origin}/check.html`)
    })

    test('by keyboard alone in English', async () => {
      const app = await open(page, `${site.origin}/check.html#lang=en`)
      const hand = journey.keyboard(app, page)
      const family = journey.FAMILIES.does_not_fit
      await journey.walk(app, hand, family, { stop: ({ fact }) => fact === 'birth_date' })
      // Back is before the heading, which has the focus.
      await journey.step(app, () => hand.press('[data-action=back]', 'Shift+Tab'))
      await assertWholeJourney(app, hand, 'does_not_fit', 'en', { begun: 1 })
      await assertQuiet('/check.html')
    })

    test('in a host, and back', async () => {
      await page.resize(1280, 1000)
      const app = await open(page, `${site.origin}/`, IN_HOST)
      // As a family would; a driver does not scroll a page for what is in a frame of another origin.
      await page.frame().evaluate(() => document.querySelector('iframe').scrollIntoView())
      await assertWholeJourney(app, journey.pointer(app), 'open', 'zh-Hans')
      await assertShell(page.frame('iframe'))
      await assertQuiet('/', '/check.html')
      await assertBack(app, page, [null, ...Object.keys(expected('open').answers).toReversed().slice(0, 2)])
      assert.equal(await page.url(), `${site.origin}/`)
    })

    test('from the disk', async () => {
      const app = await open(page, `${onDisk('check.html')}#lang=en`)
      await assertWholeJourney(app, journey.pointer(app), 'open', 'en')
      await assertShell(page.frame())
      await assertQuiet()
    })

    test('when the server is stopped after the page is loaded', async () => {
      const own = await journey.serveSite()
      const app = await open(page, `${own.origin}/check.html`)
      await own.stop()
      await assert.rejects(fetch(own.origin))
      await assertWholeJourney(app, journey.pointer(app), 'does_not_fit', 'zh-Hans')
      await assertShell(page.frame())
      assert.deepEqual(own.requests, [{ method: 'GET', path: '/check.html' }])
      await assertQuiet()
    })

    test('on a small phone, a phone and a desk nothing is too wide or too small to tap', async () => {
      for (const [width, language] of [[320, 'en'], [390, 'zh-Hans'], [1280, 'en']]) {
        const app = await openAt(page, width, `${site.origin}/check.html#lang=${language}`)
        const faults = []
        const seen = async () => faults.push(...(await app.evaluate(measure, 1)))
        await assertWholeJourney(app, journey.pointer(app), 'open', language, { seen })
        assert.equal(faults.join('\n'), '', `${width} px wide`)
      }
    })

    test('without WebAssembly all criteria are there to be ticked on paper, and a link leads to the page that needs none', async (t) => {
      const lame = await startFor(t, name, { without: 'WebAssembly' })
      const shell = lame.page.frame()
      await lame.page.goto(`${site.origin}/check.html`)
      await shell.waitForSelector(':root.failed .sorry')
      assert.equal(await shell.evaluate(() => typeof WebAssembly), 'undefined')
      await assertPaper(shell)
      assert.match((await journey.texts(shell, '.sorry'))[0], /没有被核对[^]*nothing was checked, and there is no result/)
      await shell.click('.sorry #compat')
      await until(async () => (await lame.page.url()).startsWith(`${site.origin}/check-compat.html`), 'the other page')
      for (const [verdict, language] of [['does_not_fit', 'zh-Hans'], ['fits_so_far', 'en'], ['open', 'en']]) {
        const app = await open(lame.page, `${site.origin}/check-compat.html#lang=${language}`)
        await assertWholeJourney(app, journey.pointer(app), verdict, language)
        await assertShell(shell)
      }
      if (lame.consoleTexts) assert.deepEqual(await lame.consoleTexts(), [])
    })

    test('without scripts all criteria are there to be ticked on paper', async (t) => {
      // The driver's own scripts run even so: in Firefox and in WebKit they are not those of the page.
      const still = await startFor(t, name, { without: 'scripts' })
      const script = `${others.origin}/script.html`
      await page.goto(script)
      assert.equal(await page.frame().evaluate(() => document.title), 'it ran')
      await still.page.goto(script)
      assert.equal(await still.page.frame().evaluate(() => document.title), 'it did not run')
      for (const url of [`${site.origin}/check.html`, onDisk('check.html')]) {
        await still.page.goto(url)
        await assertPaper(still.page.frame())
        assert.equal(await still.page.frame().isVisible('.sorry'), false, 'nothing went wrong')
      }
    })
  })
}
