// What becomes of what was handed on, looked at by somebody else: another page of the browser, which pastes what was
// copied, and looks at pictures pixel by pixel.

import { readFileSync } from 'node:fs'

const READER = readFileSync('node_modules/jsqr/dist/jsQR.js', 'utf8')

/** Opens a page on a site, which may read the clipboard. */
export async function openBench(t, browser, origin) {
  const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] })
  t.after(() => context.close())
  const page = await context.newPage()
  await page.goto(`${origin}/nct07338357.json`)
  await page.evaluate(READER)
  return {
    /** What is in the clipboard, by its kinds. */
    async clipboard() {
      await page.bringToFront()
      return page.evaluate(async () => {
        const [item] = await navigator.clipboard.read()
        const texts = item.types.map(async (type) => [type, await (await item.getType(type)).text()])
        return Object.fromEntries(await Promise.all(texts))
      })
    },
    /** Puts a text into the clipboard. */
    async fill(text) {
      await page.bringToFront()
      await page.evaluate((text) => navigator.clipboard.writeText(text), text)
    },
    /** What a picture shows, given as the bytes of a PNG. */
    look: (png) => page.evaluate(look, Buffer.from(png).toString('base64')),
  }
}

/** Runs in the bench: the size of a picture, its colours, and what the code in it says. */
async function look(base64) {
  const image = new Image()
  image.src = `data:image/png;base64,${base64}`
  await image.decode()
  const { naturalWidth: width, naturalHeight: height } = image
  const context = Object.assign(document.createElement('canvas'), { width, height }).getContext('2d')
  context.drawImage(image, 0, 0)
  const { data } = context.getImageData(0, 0, width, height)
  const light = (x, y) => data[4 * (y * width + x)]
  const counts = { white: 0, black: 0, coloured: 0, clear: 0 }
  for (let place = 0; place < data.length; place += 4) {
    const [red, green, blue, solid] = data.subarray(place, place + 4)
    if (red === 255 && green === 255 && blue === 255) counts.white += 1
    if (red === 0 && green === 0 && blue === 0) counts.black += 1
    if (Math.max(red, green, blue) - Math.min(red, green, blue) > 2) counts.coloured += 1
    if (solid < 255) counts.clear += 1
  }
  const corners = [light(0, 0), light(width - 1, 0), light(0, height - 1), light(width - 1, height - 1)]
  return { width, height, ...counts, corners, says: jsQR(data, width, height, { inversionAttempts: 'dontInvert' })?.data }
}
