// What runs in a page under attack: it is sent there as text, so it stands alone.

/** Runs one attack. Says what became of it, for whoever has to find out why a row fails. */
function attack({ token, port, stunPort, address }, run) {
  // What a browser shows in the place of a page that it refused is no page of ours.
  if (address && document.URL !== address) throw new Error(`the page is gone: ${document.URL}`)
  const host = `${token}.localhost:${port}`
  const url = `http://${host}/${token}`
  const SVG = 'http://www.w3.org/2000/svg'
  const dress = (element, attributes, parent) => {
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
    parent?.append(element)
    return element
  }
  const to = {
    token,
    host,
    url,
    near: `http://127.0.0.1:${port}/${token}`,
    secure: `https://${host}/${token}`,
    socket: `ws://${host}/${token}`,
    unresolved: `http://${token}.invalid/`,
    stun: `stun:127.0.0.1:${stunPort}`,
    link: `<a id="${token}" href="${url}">x</a>`,
    frame: `<iframe id="${token}" src="${url}"></iframe>`,
    xhtml: 'http://www.w3.org/1999/xhtml',
    svg: (tag, attributes) => dress(document.createElementNS(SVG, tag), attributes),
    blob: (text, type = 'text/javascript') => URL.createObjectURL(new Blob([text], { type })),
    take: (other) => document.body.append(document.adoptNode(other.getElementById(token))),
  }
  const add = (tag, attributes = {}, parent = document.body) => {
    const element = tag === 'svg' ? to.svg(tag, {}) : document.createElement(tag)
    return dress(element, attributes, parent)
  }
  // The app tells the shell of what nobody catches, and the shell hides it; an attacker would see to that.
  for (const name of ['error', 'unhandledrejection']) {
    addEventListener(name, (event) => event.stopImmediatePropagation(), true)
  }
  // From a task of its own, as a debugger's own code may do more than a page's.
  return new Promise((resolve) => {
    setTimeout(async () => {
      const late = new Promise((settle) => setTimeout(settle, 500, 'not settled'))
      const ran = (async () => run(to, add))().then(() => 'ran')
      resolve(await Promise.race([ran, late]).catch((error) => `threw: ${error}`))
    })
  })
}

/** The function for the browser that runs an attack with what it is given. */
export const script = ({ run }) => new Function('given', `return (${attack})(given, ${run})`)

/** What the prelude has taken away for good, by the object that had it. */
export function lockedNames() {
  getSelection().selectAllChildren(document.body)
  const owners = {
    window,
    Navigator: Navigator.prototype,
    Document: Document.prototype,
    'Document itself': Document,
    DOMImplementation: DOMImplementation.prototype,
    Range: Object.getPrototypeOf(getSelection().getRangeAt(0)),
    Node: Node.prototype,
    Element: Element.prototype,
    ShadowRoot: ShadowRoot.prototype,
    CustomElementRegistry: Object.getPrototypeOf(customElements),
  }
  const isLocked = ({ value, writable, configurable }) => value === undefined && writable === false && !configurable
  const names = (owner) => {
    const own = Object.entries(Object.getOwnPropertyDescriptors(owner)).filter(([, property]) => isLocked(property))
    // The value `undefined` itself is a constant of the window.
    return own.map(([name]) => name).filter((name) => name !== 'undefined').sort()
  }
  return Object.entries(owners).flatMap(([name, owner]) => names(owner).map((own) => `${name}: ${own}`))
}

/** Whether a way has the picture of the sheet name another address. */
function renames(way) {
  const image = document.body.appendChild(hand.picture(hand.board(1, 1)))
  try {
    way({ url: 'http://a.invalid/' }, image)
  } catch (error) {
    // What is refused by an exception is refused.
    if (!(error instanceof TypeError || error instanceof ReferenceError)) throw error
  }
  return [image.getAttribute('src'), image.getAttribute('srcset')].some((named) => /invalid/.test(named))
}

/** The function for the browser that tries a way. */
export const renaming = (way) => new Function(`return (${renames})(${way})`)
