// What can be asked of a document as it stands. Each function runs in the page, so it uses nothing outside itself, and
// gives what is wrong as texts.

/** Nothing can be typed into, and no browser fills anything in. */
export function typing() {
  const faults = []
  const editable = 'input:not([type=radio], [type=checkbox]), textarea, [contenteditable], [role=textbox], [role=combobox]'
  for (const element of document.querySelectorAll(editable)) faults.push(`${element.tagName} can be typed into`)
  if (document.designMode === 'on') faults.push('the document can be typed into')
  for (const element of document.querySelectorAll('[autocomplete]')) {
    const token = element.getAttribute('autocomplete')
    if (token !== 'off') faults.push(`autocomplete=${token}`)
  }
  for (const element of document.querySelectorAll('[required], [title]:not(iframe)')) {
    // The browser's own words, which no one has read; and what only a mouse shows.
    faults.push(`${element.tagName} is required, or has a tooltip`)
  }
  for (const form of document.querySelectorAll('form:not([autocomplete])')) faults.push(`${form.dataset.form} may be filled in`)
  return faults
}

/** Words of the other script are marked with their language, but for the terms that stand on every paper. */
export function languages(terms) {
  const own = document.documentElement.lang
  const foreign = own === 'en' ? /[\u3400-\u9fff]+/g : /[A-Za-z][A-Za-z0-9-]*/g
  const faults = new Set()
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (texts.nextNode()) {
    const parent = texts.currentNode.parentElement
    if (parent.closest('script, style') || parent.closest('[lang]').lang !== own) continue
    // A build's name and a study's number are no words of any language.
    if (parent.closest('.build, [data-build]')) continue
    // A word joiner keeps a line from ending within a word; it is no part of it.
    for (const run of texts.currentNode.data.replaceAll('\u2060', '').match(foreign) ?? []) {
      if (!terms.includes(run) && !/^NCT\d{8}$/.test(run)) faults.add(`"${run}" has no language`)
    }
  }
  return [...faults]
}

/** Nothing moves where the person wants stillness. */
export function motion() {
  const still = ({ transitionDuration, animationDuration }) =>
    `${transitionDuration}, ${animationDuration}`.split(', ').every((time) => parseFloat(time) === 0)
  const moving = [...document.querySelectorAll('*')].filter((element) => !still(getComputedStyle(element)))
  return moving.map((element) => `${element.tagName}.${element.className} moves`)
}

/** What shows where a control is, and that it has the focus, stands out from the page: 3 to 1 (WCAG 1.4.11). */
export function contrast() {
  const numbers = (colour) => colour.match(/[\d.]+/g).map(Number)
  const light = (colour) => {
    const [red, green, blue] = numbers(colour).map((part) => {
      const share = part / 255
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }
  const behind = (element) => {
    const { backgroundColor } = getComputedStyle(element)
    const isSolid = numbers(backgroundColor)[3] !== 0
    return isSolid || !element.parentElement ? backgroundColor : behind(element.parentElement)
  }
  const faults = []
  const check = (what, colour, paper) => {
    const [dark, bright] = [light(colour), light(paper)].sort((one, other) => one - other)
    const ratio = (bright + 0.05) / (dark + 0.05)
    if (ratio < 3) faults.push(`${what} has a contrast of ${ratio.toFixed(2)} to 1`)
  }
  for (const element of document.querySelectorAll('.choice label, select, .secondary, .primary, .problem, .urgent')) {
    check(`the border of ${element.tagName}.${element.className}`, getComputedStyle(element).borderTopColor, behind(element.parentElement))
  }
  for (const element of document.querySelectorAll('.error, .note, .notice')) {
    const { borderInlineStartColor } = getComputedStyle(element)
    check(`the mark of ${element.className}`, borderInlineStartColor, behind(element.parentElement))
  }
  const stop = document.querySelector('button')
  stop.focus({ focusVisible: true, preventScroll: true })
  check('the focus', getComputedStyle(stop).outlineColor, behind(stop.parentElement))
  stop.blur()
  return faults
}

/** In forced colours backgrounds and shadows are gone: what can be tapped has a border, what is chosen an outline. */
export function forced() {
  const faults = []
  const seen = (element) => element.getClientRects().length > 0
  const paper = getComputedStyle(document.body).backgroundColor
  for (const element of document.querySelectorAll('.primary, .secondary, .choice label, select, .problem, .urgent')) {
    const { borderTopWidth, borderTopStyle, borderTopColor } = getComputedStyle(element)
    const drawn = parseFloat(borderTopWidth) >= 1 && borderTopStyle !== 'none' && borderTopColor !== paper
    if (seen(element) && !drawn) faults.push(`${element.tagName}.${element.className} has no border`)
  }
  for (const label of document.querySelectorAll('input:checked + label')) {
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(label)
    const drawn = outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 && outlineColor !== paper
    if (!drawn) faults.push(`"${label.innerText}" is chosen, and nothing shows it`)
  }
  return faults
}

/** With the distances of WCAG 1.4.12 nothing is cut off or lies over something else's text. */
export function spaced() {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
    p { margin-bottom: 2em !important }`)
  document.adoptedStyleSheets = [sheet]
  const faults = []
  const root = document.documentElement
  if (root.scrollWidth > root.clientWidth) faults.push(`with spaced text ${root.scrollWidth} px wide`)
  for (const element of document.querySelectorAll('body *')) {
    const { overflowX, overflowY } = getComputedStyle(element)
    if (element.closest('.heard') || element.closest('select') || (overflowX === 'visible' && overflowY === 'visible')) continue
    const cut = element.scrollHeight > element.clientHeight + 1 || element.scrollWidth > element.clientWidth + 1
    if (cut && element.clientWidth > 0) faults.push(`spaced text of ${element.tagName}.${element.className} is cut off`)
  }
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (texts.nextNode()) {
    const box = texts.currentNode.parentElement.closest('button, label, summary, h1, h2, h3, p, li, dd')
    if (!box || texts.currentNode.parentElement.closest('.heard, option')) continue
    const range = document.createRange()
    range.selectNodeContents(texts.currentNode)
    const [text, room] = [range.getBoundingClientRect(), box.getBoundingClientRect()]
    if (text.width > 0 && (text.right > room.right + 1 || text.bottom > room.bottom + 1)) {
      faults.push(`spaced text "${texts.currentNode.data.trim().slice(0, 20)}" leaves its box`)
    }
  }
  document.adoptedStyleSheets = []
  return faults
}

/** Everything that Tab has to stop at, in order: of radios of one name the one chosen, else any. */
export function stops() {
  const seen = (element) => element.checkVisibility({ visibilityProperty: true })
  const radios = new Set()
  const names = []
  for (const element of document.querySelectorAll('button, summary, select, input, a[href]')) {
    if (!seen(element)) continue
    if (element.type !== 'radio') names.push(element.id || element.innerText || element.tagName)
    else if (!radios.has(element.name)) names.push(`radio ${element.name}`)
    if (element.type === 'radio') radios.add(element.name)
  }
  return names
}

/** What has the focus, by the same names, and what is wrong with how it shows; `null` once the focus has left. */
export function focused() {
  const element = document.activeElement
  if (element === document.body || !document.hasFocus()) return null
  const name = element.type === 'radio' ? `radio ${element.name}` : element.id || element.innerText || element.tagName
  const faults = []
  const { outlineStyle, outlineWidth } = getComputedStyle(element)
  if (outlineStyle === 'none' || parseFloat(outlineWidth) < 3) faults.push(`"${name}" has the focus, and no outline`)
  const { left, top, width, height } = element.getBoundingClientRect()
  const [x, y] = [left + width / 2, Math.min(top + height / 2, innerHeight - 1)]
  const hit = document.elementFromPoint(x, y)
  const label = element.labels?.[0]
  if (!hit || !(element.contains(hit) || label?.contains(hit))) faults.push(`"${name}" has the focus and is covered or out of sight`)
  return { name, faults }
}

/** Where a screen begins to be read: its heading, or the summary of what is missing, in sight and not covered. */
export function beginning(id) {
  const element = document.getElementById(id)
  if (document.activeElement !== element) return [`"${document.activeElement.id}" has the focus, not ${id}`]
  const { left, top, height } = element.getBoundingClientRect()
  const hit = document.elementFromPoint(left + 8, top + Math.min(height / 2, 40))
  const seen = top >= 0 && top < innerHeight && (element.contains(hit) || hit?.contains(element))
  return seen ? [] : [`${id} has the focus and is not in sight`]
}
