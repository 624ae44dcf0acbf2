// The attack matrix as data. A row is an attack:
//
// - `name`
// - `run(to, add)`: the code that is run in the app's frame. `to` holds the addresses that only this attack knows, `add`
//   puts an element with attributes into the document. It stands alone: it is sent to the browser as text.
// - `sees`: who sees it in an unprotected page: the `server` (if nothing is said), Chromium's net `log` alone, the `udp`
//   socket, another `program` on this machine, or the `host` page, which `seen` is asked of.
// - `alone`: it needs a page of its own, as it goes elsewhere or changes what others stand on.
// - `tapped`: it works only in the page in front, after a tap or a click of its own: such rows come one after the other.
// - `scheme`: what another program is asked about; it is not told the rest of the address.
// - `unprotected`: where in an unprotected page it works, if not in the frame with `srcdoc`, which has no address:
//   `page`, the document around it, or `top`, in a page that nothing embeds.
// - `contexts`: which of the three it is for, if not for all.

import { BEYOND } from './beyond.mjs'
import { ELEMENTS } from './elements.mjs'
import { HAND_ON } from './hand-on.mjs'
import { HOST } from './host.mjs'
import { LOADS } from './loads.mjs'
import { NAVIGATIONS } from './navigations.mjs'
import { SCRIPTS } from './scripts.mjs'

/** Where check.html is used. The file comes first, as what is left by the other two could keep Chromium from guessing. */
export const CONTEXTS = ['file', 'page', 'embedded']

export const ROWS = [...LOADS, ...SCRIPTS, ...NAVIGATIONS, ...ELEMENTS, ...BEYOND, ...HAND_ON, ...HOST].map((row, place) => ({
  sees: 'server',
  alone: false,
  tapped: false,
  unprotected: 'frame',
  contexts: CONTEXTS,
  ...row,
  place,
}))
