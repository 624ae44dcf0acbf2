// A hand on a mouse or a screen and on a keyboard: the browser is told of places and keys alone, as by the system.

/**
 * Works on what `frame` shows, be it in an open shadow root. `acts` fills with what it did, to be done again elsewhere,
 * and `places` with the points it pressed. After each act `look` is called.
 */
export function realHand(page, frame, { touch = false, look = async () => {} } = {}) {
  const acts = []
  const places = []
  const middle = async (selector) => {
    const target = frame.locator(selector).first()
    await target.scrollIntoViewIfNeeded()
    const { x, y, width, height } = await target.boundingBox()
    return [x + width / 2, y + height / 2]
  }
  const at = async (selector, presses = 1) => {
    const place = await middle(selector)
    places.push(place)
    if (touch) return page.touchscreen.tap(...place)
    await page.mouse.move(...place)
    for (let clickCount = 1; clickCount <= presses; clickCount += 1) {
      await page.mouse.down({ clickCount })
      await page.mouse.up({ clickCount })
    }
  }
  const hand = {
    tick: (value) => at(`input[value="${value}"] + label`),
    // The list that a click opens is the system's own, out of reach of a test; its label gives it the focus.
    async pick(list, value) {
      await at(`label[for="${list}"]`)
      for (let presses = 0; (await frame.locator(`#${list}`).inputValue()) !== value; presses += 1) {
        if (presses > 150) throw new Error(`${list} has no ${value}`)
        await page.keyboard.press('ArrowDown')
      }
    },
    press: (selector) => at(selector),
    /** Marks a line and copies it. */
    async copy(selector) {
      await at(selector, 3)
      await page.keyboard.press('Control+c')
    },
  }
  const noted = (name) => async (...given) => {
    acts.push([name, given])
    await hand[name](...given)
    await look()
  }
  return { acts, places, ...Object.fromEntries(Object.keys(hand).map((name) => [name, noted(name)])) }
}

/** A mouse comes over the edge of a frame, as no hand lets it appear in the middle. */
export async function comeOverTheEdge(page) {
  const { x, y } = await page.locator('iframe').boundingBox()
  await page.mouse.move(x + 1, y + 1)
}
