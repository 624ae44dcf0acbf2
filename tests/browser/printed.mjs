// What a page prints, read back from the PDF that Chromium makes of it.

import { getDocumentProxy } from 'unpdf'
import { openPage } from './browser.mjs'

/**
 * Prints the document of a frame as `print()` in it would: Playwright prints only whole pages, so the document is set
 * into one, without its scripts. `change` runs in that page before it is printed.
 *
 * Returns the pages, each as its lines of text with their sizes in points: `{ text, size }`.
 */
export async function print(browser, frame, { change = () => {}, file } = {}) {
  const html = (await frame.content()).replace(/<script\b.*?<\/script>/gs, '')
  const { page, close } = await openPage(browser)
  try {
    await page.setContent(html)
    await page.evaluate(change)
    return await pages(await page.pdf({ preferCSSPageSize: true, path: file }))
  } finally {
    await close()
  }
}

async function pages(pdf) {
  const document = await getDocumentProxy(new Uint8Array(pdf))
  const numbers = Array.from({ length: document.numPages }, (_, index) => index + 1)
  return Promise.all(numbers.map(async (number) => {
    const { items } = await (await document.getPage(number)).getTextContent()
    const written = items.filter(({ str }) => str.trim() !== '')
    return written.map(({ str, transform }) => ({ text: str, size: Math.hypot(transform[2], transform[3]) }))
  }))
}

/** The text of a page without any room in it: a PDF keeps lines and their pieces, not words. */
export function squeezed(page) {
  return squeeze(page.map(({ text }) => text).join(''))
}

export function squeeze(text) {
  return text.normalize('NFKC').replace(/\s/g, '')
}
