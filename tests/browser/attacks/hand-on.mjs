// Attacks on what a family hands on: the picture of the sheet, which is an `img`, and the link that saves a file. In an
// unprotected page they have the same made in the plainest way. See rows.mjs for what a row is.

/** The picture, in the document. */
const PICTURE = `const image = typeof hand === 'undefined'
    ? add('img', { src: 'data:image/png,' })
    : document.body.appendChild(hand.picture(hand.board(1, 1)))`

/** What saves a text as a file. */
const SAVE = `const save = typeof hand === 'undefined'
    ? (text, name) => {
        const link = document.createElement('a')
        link.setAttribute('href', URL.createObjectURL(new Blob([text])))
        link.setAttribute('download', name)
        Reflect.apply(HTMLElement.prototype.click, link, [])
      }
    : hand.save`

/** Ways to have the picture name another address. */
export const RENAMINGS = {
  src: (to, image) => (image.src = to.url),
  srcset: (to, image) => (image.srcset = `${to.url} 1x`),
  setAttribute: (to, image) => image.setAttribute('src', to.url),
  'setAttribute in capitals': (to, image) => image.setAttribute('SRC', to.url),
  'setAttribute, the list outwitted': (to, image) => {
    String.prototype.toLowerCase = () => 'alt'
    image.setAttribute('src', to.url)
  },
  toggleAttribute: (to, image) => {
    image.toggleAttribute('srcset')
    image.attributes.srcset.value = `${to.url} 1x`
  },
  setAttributeNS: (to, image) => image.setAttributeNS(null, 'src', to.url),
  createAttribute: (to, image) => {
    const attribute = document.createAttribute('src')
    attribute.value = to.url
    image.setAttributeNode(attribute)
  },
  createAttributeNS: (to, image) => {
    const attribute = document.createAttributeNS(null, 'src')
    attribute.value = to.url
    image.attributes.setNamedItem(attribute)
  },
  attributes: (to, image) => (image.attributes.src.value = to.url),
  getAttributeNode: (to, image) => (image.getAttributeNode('src').nodeValue = to.url),
  removeAttributeNode: (to, image) => {
    const attribute = image.removeAttributeNode(image.getAttributeNode('src'))
    attribute.textContent = to.url
    image.setAttributeNode(attribute)
  },
  'document.evaluate': (to) => {
    document.evaluate('//@src', document.body, null, 9).singleNodeValue.nodeValue = to.url
  },
  XPathEvaluator: (to) => {
    new XPathEvaluator().evaluate('//@src', document.body, null, 9).singleNodeValue.nodeValue = to.url
  },
  'setter of the prototype': (to, image) => {
    Object.getOwnPropertyDescriptor(HTMLImageElement.prototype, 'src').set.call(image, to.url)
  },
}

/** Ways to get hold of the link while it saves. */
const CATCHES = {
  'its address': (to) => (URL.createObjectURL = () => to.url),
  'its attributes': (to) => {
    const { setAttribute } = Element.prototype
    Element.prototype.setAttribute = function (name, value) {
      setAttribute.call(this, name, name === 'href' ? to.url : value)
    }
  },
  'its click': (to) => {
    const { click } = HTMLElement.prototype
    HTMLElement.prototype.click = function () {
      this.href = to.url
      click.call(this)
    }
  },
  'its making': (to) => {
    document.createElement = (tag) => {
      const link = Document.prototype.createElement.call(document, tag)
      link.setAttribute = (name) => (link[name] = to.url)
      return link
    }
  },
  'what calls for it': (to) => {
    const { apply } = Reflect
    Reflect.apply = (called, link, given) => {
      link.href = to.url
      return apply(called, link, given)
    }
  },
}

const rows = (kind, ways, script) =>
  Object.entries(ways).map(([name, way]) => ({ name: `${kind}: ${name}`, run: `(to, add) => { ${script(way)} }`, alone: true }))

export const HAND_ON = [
  ...rows('picture', RENAMINGS, (way) => `${PICTURE}; (${way})(to, image)`),
  ...rows('link that saves', CATCHES, (way) => `${SAVE}; (${way})(to); save('text', 'text.txt')`),
]
