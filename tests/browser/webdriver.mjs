// A client of WebDriver (https://www.w3.org/TR/webdriver2/), as small as the tests need: one session, its page and frames.
// It knows nothing of the app. A library would bring a downloader of drivers, which is of no use in a closed network.

/** Two slow cores may be busy with something else; on an idle machine nothing here takes a second. */
const PATIENCE = 20_000

/** Waits until `condition` gives something true, and gives that. Meanwhile it may fail. */
export async function until(condition, what) {
  const end = Date.now() + PATIENCE
  for (;;) {
    let cause
    const found = await Promise.resolve(condition()).catch((error) => void (cause = error))
    if (found) return found
    if (Date.now() > end) throw new Error(`${what}: not within ${PATIENCE} ms`, { cause })
    await new Promise((again) => setTimeout(again, 20))
  }
}

/** Opens a session with the driver that listens at `origin`. */
export async function openSession(origin, capabilities) {
  const opened = await send(origin, 'POST', '/session', { capabilities: { alwaysMatch: capabilities } })
  const root = `${origin}/session/${opened.sessionId}`
  // One at a time: a driver has one page, and need not expect a second command while it is busy with the first.
  let last = Promise.resolve()
  const command = (method, path, body) => {
    last = last.catch(() => {}).then(() => send(root, method, path, body))
    return last
  }
  return { command, close: () => send(root, 'DELETE', '') }
}

async function send(root, method, path, body = {}) {
  const sent = method === 'POST' && { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }
  const signal = AbortSignal.timeout(PATIENCE)
  const answer = await fetch(root + path, { method, signal, ...sent }).catch((cause) => {
    throw new Error(`${method} ${path}: no answer`, { cause })
  })
  const { value } = await answer.json()
  if (!answer.ok) throw new Error(`${method} ${path}: ${value.error}: ${value.message}`)
  return value
}

/** The name of an element's number, and the keys of the tests, as the standard has them. */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf'
const KEYS = { Tab: '\uE004', Enter: '\uE007', Shift: '\uE008', Space: ' ', ArrowDown: '\uE015' }

/**
 * The page of a session. Of Playwright's page and frames it has what `journey.mjs` uses, by the same names.
 * `frame(...path)` is the frame that the selectors lead to, one for each frame on the way; without any, the page itself.
 * Without `hasBack` the page itself goes back in the history, which is one for it and its frames.
 */
export function pageOf({ command }, { hasBack }) {
  // The frame in which the driver stands, as far as that is known.
  let within = null
  const enter = async (path) => {
    if (within === path.join()) return
    within = null
    await command('POST', '/frame', { id: null })
    for (const selector of path) await command('POST', '/frame', { id: await only(command, selector) })
    within = path.join()
  }
  const leave = (path, body) => {
    within = null
    return command('POST', path, body)
  }
  const lost = (error) => {
    within = null
    throw error
  }
  const frame = (...path) => frameOf(command, () => enter(path), lost)
  return {
    command,
    goto: (url) => leave('/url', { url }),
    async goBack() {
      if (hasBack) return leave('/back')
      await frame().evaluate(() => void setTimeout(() => history.back()))
      within = null
    },
    url: () => command('GET', '/url'),
    resize: (width, height) => command('POST', '/window/rect', { width, height }),
    keyboard: { press: (keys) => press(command, keys.split('+').map((name) => KEYS[name])) },
    frame,
  }
}

function frameOf(command, enter, lost) {
  const evaluate = async (script, given = null) => {
    await enter()
    return command('POST', '/execute/sync', { script: `return (${script})(...arguments)`, args: [given] })
  }
  const click = async (selector) => {
    // WebKit's driver takes for seen what lies below the edge of a frame, if the window reaches further down.
    await evaluate(scrollTo, selector)
    const element = await only(command, selector)
    await command('POST', `/element/${element[ELEMENT]}/click`)
  }
  return {
    evaluate,
    click,
    // A driver chooses from a list by a click on the option.
    selectOption: (selector, value) => click(`${selector} > option[value="${value}"]`),
    isVisible: (selector) => evaluate(isVisible, selector),
    // The frame may be loading, and then be another than that in which the driver stands.
    waitForSelector: (selector) => until(() => evaluate(isVisible, selector).catch(lost), selector),
  }
}

/** Runs in the page: whether the first element that the selector finds is drawn. */
function isVisible(selector) {
  return document.querySelector(selector)?.checkVisibility({ visibilityProperty: true }) ?? false
}

/** Runs in the page. An option is where its list is. */
function scrollTo(selector) {
  const element = document.querySelector(selector)
  ;(element?.closest('select') ?? element)?.scrollIntoView({ block: 'center', behavior: 'instant' })
}

/** The one element that a selector finds. */
async function only(command, selector) {
  const found = await command('POST', '/elements', { using: 'css selector', value: selector })
  if (found.length !== 1) throw new Error(`${selector} finds ${found.length} elements`)
  return found[0]
}

/** Presses keys one after the other, and lets go of them the other way round. */
async function press(command, keys) {
  const down = keys.map((value) => ({ type: 'keyDown', value }))
  const up = keys.toReversed().map((value) => ({ type: 'keyUp', value }))
  await command('POST', '/actions', { actions: [{ type: 'key', id: 'keyboard', actions: [...down, ...up] }] })
}
