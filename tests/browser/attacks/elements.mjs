// Ways to an element, or to a realm whose constructors nobody has locked, without asking `createElement` for it.
// Each way is used for a frame, as a frame that is sent elsewhere is what a policy stops too late (see gaps.mjs); where a
// way gives no frame, for a link. See rows.mjs for what a row is.

/** Ways by which markup becomes elements of the document. */
const markup = [
  { name: 'innerHTML', run: (to, add) => (add('p').innerHTML = to.frame) },
  { name: 'outerHTML', run: (to, add) => (add('p').outerHTML = to.frame) },
  { name: 'insertAdjacentHTML', run: (to, add) => add('p').insertAdjacentHTML('beforeend', to.frame) },
  { name: 'setHTMLUnsafe', run: (to, add) => add('p').setHTMLUnsafe(to.frame) },
  {
    name: 'innerHTML of a shadow root',
    run: (to, add) => {
      add('div').attachShadow({ mode: 'open' }).innerHTML = to.frame
    },
  },
  {
    name: 'innerHTML of a template',
    run: (to, add) => {
      const template = add('template')
      template.innerHTML = to.frame
      document.body.append(template.content)
    },
  },
  { name: 'new Range', run: (to) => document.body.append(new Range().createContextualFragment(to.frame)) },
  { name: 'createRange', run: (to) => document.body.append(document.createRange().createContextualFragment(to.frame)) },
  {
    name: 'range of the selection',
    run: (to) => {
      getSelection().selectAllChildren(document.body)
      document.body.append(getSelection().getRangeAt(0).createContextualFragment(to.frame))
    },
  },
  { name: 'DOMParser', run: (to) => to.take(new DOMParser().parseFromString(to.frame, 'text/html')) },
  { name: 'parseHTMLUnsafe', run: (to) => to.take(Document.parseHTMLUnsafe(to.frame)) },
  { name: 'document.write', run: (to) => document.write(to.frame), alone: true },
  { name: 'document.writeln', run: (to) => document.writeln(to.frame), alone: true },
  {
    name: 'document.write into another document',
    run: (to) => {
      const other = document.implementation.createHTMLDocument('')
      other.write(to.frame)
      to.take(other)
    },
  },
  {
    name: 'innerHTML in another document',
    run: (to) => {
      const other = document.implementation.createHTMLDocument('')
      other.body.innerHTML = to.frame
      to.take(other)
    },
  },
  {
    name: 'insertHTML of the editor',
    run: (to, add) => {
      const box = add('div', { contenteditable: 'true' })
      box.append('x')
      getSelection().selectAllChildren(box)
      document.execCommand('insertHTML', false, to.frame)
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
      const frame = sheet.createElementNS(to.xhtml, 'iframe')
      frame.setAttribute('src', to.url)
      template.append(frame)
      sheet.documentElement.append(template)
      const processor = new XSLTProcessor()
      processor.importStylesheet(sheet)
      document.body.append(processor.transformToFragment(sheet, document))
    },
  },
]

/** Ways that give a link alone. */
const links = [
  {
    name: 'setHTML',
    run: (to, add) => {
      const box = add('p')
      box.setHTML(to.link, { sanitizer: {} })
      box.querySelector('a').click()
    },
  },
  {
    name: 'parseHTML',
    run: (to) => {
      to.take(Document.parseHTML(to.link, { sanitizer: {} }))
      document.getElementById(to.token).click()
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
      // A link in a text that is being edited is not followed.
      document.body.append(link)
      link.click()
    },
  },
  {
    name: 'insertImage of the editor',
    run: (to, add) => {
      const box = add('div', { contenteditable: 'true' })
      box.append('x')
      getSelection().selectAllChildren(box)
      document.execCommand('insertImage', false, to.url)
    },
  },
]

/** Ways that give a bare frame. */
const bare = [
  { name: 'createElementNS', run: (to) => document.createElementNS(to.xhtml, 'iframe') },
  { name: 'createElementNS of another document', run: (to) => new Document().createElementNS(to.xhtml, 'iframe') },
  {
    name: 'createElement of an HTML document',
    run: () => document.implementation.createHTMLDocument('').createElement('iframe'),
  },
  { name: 'createDocument', run: (to) => document.implementation.createDocument(to.xhtml, 'iframe').documentElement },
  {
    name: 'createDocument of the prototype',
    run: (to) => {
      const { createDocument } = DOMImplementation.prototype
      return createDocument.call(document.implementation, to.xhtml, 'iframe').documentElement
    },
  },
  {
    name: 'importNode',
    run: (to) => document.importNode(document.implementation.createDocument(to.xhtml, 'iframe').documentElement),
  },
  {
    name: 'custom element',
    run: (to) => {
      class Frame extends HTMLIFrameElement {}
      customElements.define(`x-${to.token}`, Frame, { extends: 'iframe' })
      return new Frame()
    },
  },
  {
    name: 'createElement, the list outwitted',
    run: () => {
      const { includes } = Array.prototype
      Array.prototype.includes = () => true
      try {
        return document.createElement('iframe')
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
      return Reflect.apply(make, document, ['iframe'])
    },
  },
]

/** Ways to an empty frame, whose window has constructors of its own. */
const realms = [
  { name: 'iframe', run: (to, add) => add('iframe') },
  { name: 'createDocument', run: (to) => document.implementation.createDocument(to.xhtml, 'iframe').documentElement },
  { name: 'object', run: (to, add) => add('object', { type: 'text/html', data: 'about:blank' }) },
]

const named = (kind, rows, then = '') =>
  rows.map(({ name, run, ...rest }) => ({
    name: `${kind}: ${name}`,
    run: `async (to, add) => {
      const made = await (${run})(to, add);
      ${then}
    }`,
    ...rest,
  }))

const CONNECT = `document.body.append(made)
      const peer = new made.contentWindow.RTCPeerConnection({ iceServers: [{ urls: to.stun }] })
      peer.createDataChannel('x')
      await peer.setLocalDescription()`

export const ELEMENTS = [
  ...named('frame by markup', markup),
  ...named('frame by element', bare, 'made.src = to.url; document.body.append(made)'),
  ...named('link', links).map((row) => ({ alone: true, ...row })),
  ...named('realm of a frame', realms, CONNECT).map((row) => ({ sees: 'udp', ...row })),
]
