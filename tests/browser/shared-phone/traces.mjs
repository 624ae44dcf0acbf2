// What whoever holds the phone next could find: all that a page can leave in a browser, and what its frames show.

/** Of each window of a page, from the outermost inwards, what it shows of itself without being asked for its stores. */
export function labels(page) {
  return Promise.all(
    page.frames().map((frame) =>
      frame.evaluate(() => ({ url: location.href, title: document.title, name: window.name, state: history.state })),
    ),
  )
}

/**
 * The same, and what is stored. For the end of a test: in Chromium a document without an origin of its own draws no
 * more once it was asked for all of these.
 */
export function traces(page) {
  return Promise.all(page.frames().map((frame) => frame.evaluate(collect)))
}

/** Runs in the page. What refuses is told by the name of its refusal. */
async function collect() {
  const attempt = async (read) => {
    try {
      return await read()
    } catch (error) {
      return error.name
    }
  }
  return {
    url: location.href,
    title: document.title,
    name: window.name,
    state: history.state,
    cookie: await attempt(() => document.cookie),
    local: await attempt(() => ({ ...localStorage })),
    session: await attempt(() => ({ ...sessionStorage })),
    databases: await attempt(async () => (await indexedDB.databases()).map(({ name }) => name)),
    caches: await attempt(() => caches.keys()),
  }
}

/**
 * What the innermost frame shows, and what is chosen in it. Playwright loses the frames of a page that comes back from
 * the browser's cache, so the browser itself is asked.
 */
export async function shown(page) {
  const session = await page.context().newCDPSession(page)
  const { frameTree } = await session.send('Page.getFrameTree')
  let innermost = frameTree
  while (innermost.childFrames) [innermost] = innermost.childFrames
  const frameId = innermost.frame.id
  const { executionContextId: contextId } = await session.send('Page.createIsolatedWorld', { frameId })
  const expression = `({
    text: document.body.innerText,
    heading: document.querySelector('h1')?.textContent,
    chosen: [...document.querySelectorAll('input:checked, option:checked')].map(({ value }) => value),
  })`
  const { result } = await session.send('Runtime.evaluate', { contextId, expression, returnByValue: true })
  return result.value
}

/** A page that keeps what it is told wherever it can, and a form that a browser keeps. */
export const LEAKY = `<!DOCTYPE html><meta charset="utf-8"><link rel="icon" href="data:,"><title>leaky</title>
<body><form><h1>Question</h1><input type="radio" name="answer" value="0">
<input type="radio" name="answer" value="1"></form>
<script>
  window.tell = async (word) => {
    document.title = window.name = word
    history.replaceState(word, '', '#' + word)
    document.cookie = 'said=' + word
    localStorage.setItem('said', word)
    sessionStorage.setItem('said', word)
    await new Promise((done) => (indexedDB.open(word).onsuccess = done))
    await caches.open(word)
    await navigator.clipboard.writeText(word)
  }
</script>`
