// Ways to an element, or to a realm whose constructors nobody has locked, without asking `createElement` for it.
// Each way that works is used for what no policy stops (see attacks.test.mjs): a link that downloads from another site,
// or WebRTC of a fresh frame. See rows.mjs for what a row is.

/** Ways that give the one link with the markup `to.link` in the document; each is then clicked. */
const markup = [
  { name: 'innerHTML', run: (to, add) => (add('p').innerHTML = to.link) },
  { name: 'outerHTML', run: (to, add) => (add('p').outerHTML = to.link) },
  { name: 'insertAdjacentHTML', run: (to, add) => add('p').insertAdjacentHTML('beforeend', to.link) },
  { name: 'setHTMLUnsafe', run: (to, add) => add('p').setHTMLUnsafe(to.link) },
  { name: 'setHTML', run: (to, add) => add('p').setHTML(to.link, { sanitizer: {} }) },
  {
    name: 'innerHTML of a shadow root',
    run: (to, add) => {
      const shadow = add('div').attachShadow({ mode: 'open' })
      shadow.innerHTML = to.link
      return shadow.querySelector('a')
    },
  },
  {
    name: 'innerHTML of a template',
    run: (to, add) => {
      const template = add('template')
      template.innerHTML = to.link
      document.body.append(template.content)
    },
  },
  { name: 'new Range', run: (to) => document.body.append(new Range().createContextualFragment(to.link)) },
  { name: 'createRange', run: (to) => document.body.append(document.createRange().createContextualFragment(to.link)) },
  {
    name: 'range of the selection',
    run: (to) => {
      getSelection().selectAllChildren(document.body)
      document.body.append(getSelection().getRangeAt(0).createContextualFragment(to.link))
    },
  },
  { name: 'DOMParser', run: (to) => to.take(new DOMParser().parseFromString(to.link, 'text/html')) },
  { name: 'parseHTMLUnsafe', run: (to) => to.take(Document.parseHTMLUnsafe(to.link)) },
  { name: 'parseHTML', run: (to) => to.take(Document.parseHTML(to.link, { sanitizer: {} })) },
  { name: 'document.write', run: (to) => document.write(to.link), alone: true },
  { name: 'document.writeln', run: (to) => document.writeln(to.link), alone: true },
  {
    name: 'document.write into another document',
    run: (to) => {
      const other = document.implementation.createHTMLDocument('')
      other.write(to.link)
      to.take(other)
    },
  },
  {
    name: 'innerHTML in another document',
    run: (to) => {
      const other = document.implementation.createHTMLDocument('')
      other.body.innerHTML = to.link
      to.take(other)
    },
  },
  {
    name: 'insertHTML of the editor',
    run: (to, add) => {
      const box = add('div', { contenteditable: 'true' })
      box.append('x')
      getSelection().selectAllChildren(box)
      document.execCommand('insertHTML', false, to.link)
      return box.querySelector('a')
    },
  },
  {
    name: 'createLink of the editor',
    run: (to, add) => {
      const box = add('div', { contenteditable: 'true' })
      box.append('x')
      getSelection().selectAllChildren(box)
      document.execCommand('createLink', false, to.url)
      const link = box.querySelector('a')
      link.setAttribute('download', 'x')
      return link
    },
  },
  {
    name: 'XSLT',
    run: (to) => {
      const XSL = 'http://www.w3.org/1999/XSL/Transform'
      const sheet = document.implementation.createDocument(XSL, 'xsl:stylesheet')
      sheet.documentElement.setAttribute('version', '1.0')
      const template = sheet.createElementNS(XSL, 'xsl:template')
      template.setAttribute('match', '/')
      const link = sheet.createElementNS(to.xhtml, 'a')
      link.setAttribute('href', to.url)
      link.setAttribute('download', 'x')
      link.setAttribute('id', to.token)
      template.append(link)
      sheet.documentElement.append(template)
      const processor = new XSLTProcessor()
      processor.importStylesheet(sheet)
      document.body.append(processor.transformToFragment(sheet, document))
    },
  },
]

/** Ways that give a bare link. */
const bare = [
  { name: 'createElementNS', run: (to) => document.createElementNS(to.xhtml, 'a') },
  { name: 'createElement of another document', run: () => new Document().createElement('a') },
  { name: 'createElementNS of another document', run: (to) => new Document().createElementNS(to.xhtml, 'a') },
  {
    name: 'createElement of an HTML document',
    run: () => document.implementation.createHTMLDocument('').createElement('a'),
  },
  { name: 'createDocument', run: (to) => document.implementation.createDocument(to.xhtml, 'a').documentElement },
  {
    name: 'createDocument of the prototype',
    run: (to) => DOMImplementation.prototype.createDocument.call(document.implementation, to.xhtml, 'a').documentElement,
  },
  {
    name: 'importNode',
    run: (to) => document.importNode(document.implementation.createDocument(to.xhtml, 'a').documentElement),
  },
  {
    name: 'custom element',
    run: (to) => {
      class Link extends HTMLAnchorElement {}
      customElements.define(`x-${to.token}`, Link, { extends: 'a' })
      return new Link()
    },
  },
  {
    name: 'createElement, the list outwitted',
    run: () => {
      const { includes } = Array.prototype
      Array.prototype.includes = () => true
      try {
        return document.createElement('a')
      } finally {
        Array.prototype.includes = includes
      }
    },
  },
  {
    name: 'createElement, caught as it is called',
    run: () => {
      const { call, apply } = Function.prototype
      let make = document.createElement
      Function.prototype.call = function (...given) {
        make = this
        return apply.call(this, given[0], given.slice(1))
      }
      try {
        document.createElement('p')
      } finally {
        Function.prototype.call = call
      }
      return Reflect.apply(make, document, ['a'])
    },
  },
]

/** Ways to an empty frame, whose window has constructors of its own. */
const frames = [
  { name: 'createElement', run: (to, add) => add('iframe') },
  { name: 'createElementNS', run: (to) => document.createElementNS(to.xhtml, 'iframe') },
  { name: 'createDocument', run: (to) => document.implementation.createDocument(to.xhtml, 'iframe').documentElement },
  {
    name: 'custom element',
    run: (to) => {
      class Frame extends HTMLIFrameElement {}
      customElements.define(`x-${to.token}`, Frame, { extends: 'iframe' })
      return new Frame()
    },
  },
  {
    name: 'innerHTML',
    run: (to, add) => {
      const box = add('div')
      box.innerHTML = '<iframe></iframe>'
      return box.firstChild
    },
  },
  { name: 'object', run: (to, add) => add('object', { type: 'text/html', data: 'about:blank' }) },
]

const named = (kind, rows, then) =>
  rows.map(({ name, run, ...rest }) => ({ name: `${kind}: ${name}`, run: `async (to, add) => {
    const made = await (${run})(to, add);
    ${then}
  }`, ...rest }))

export const ELEMENTS = [
  ...named('link by markup', markup, `(made?.click ? made : document.getElementById(to.token)).click()`),
  ...named('link by element', bare, `made.href = to.url; made.download = 'x'; document.body.append(made); made.click()`),
  ...named(
    'realm of a frame',
    frames,
    `document.body.append(made)
    const peer = new made.contentWindow.RTCPeerConnection({ iceServers: [{ urls: to.stun }] })
    peer.createDataChannel('x')
    await peer.setLocalDescription()`,
  ).map((row) => ({ sees: 'udp', ...row })),
]
