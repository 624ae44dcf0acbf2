// What can be measured of a screen: nothing is wider than the window, and a finger hits what can be tapped.

/** Runs in the page, all help unfolded: what is wrong with the screen shown, which has so many headings of the first rank. */
export function measure(headings) {
  const faults = []
  for (const details of document.querySelectorAll('details')) details.open = true
  const root = document.documentElement
  if (root.scrollWidth > root.clientWidth) faults.push(`${root.scrollWidth} px wide`)
  const seen = (element) => element.getClientRects().length > 0
  const count = [...document.querySelectorAll('h1')].filter(seen).length
  if (count !== headings) faults.push(`${count} headings of the first rank`)
  for (const target of document.querySelectorAll('button, summary, select, .choice label')) {
    const { width, height } = target.getBoundingClientRect()
    // A rectangle may be a hair off in its last bits.
    if (seen(target) && (height < 43.99 || width < 43.99)) {
      faults.push(`${target.tagName} "${target.innerText.slice(0, 20)}" is ${width} by ${height} px`)
    }
  }
  return faults
}
