// Attacks that load something: requests by script, pictures, styles, fonts, media. See rows.mjs for what a row is.

/** Properties of a style that load what they name. */
const STYLES = {
  'background-image': (url) => `url(${url})`,
  'background-image by image-set': (url) => `image-set(url(${url}) 1x)`,
  'background-image by cross-fade': (url) => `-webkit-cross-fade(url(${url}), url(${url}), 50%)`,
  'border-image-source': (url) => `url(${url})`,
  content: (url) => `url(${url})`,
  cursor: (url) => `url(${url}), auto`,
  'list-style-image': (url) => `url(${url})`,
  'mask-image': (url) => `url(${url})`,
  'shape-outside': (url) => `url(${url})`,
  'clip-path': (url) => `url(${url}#c)`,
}

const styles = Object.entries(STYLES).map(([name, value]) => ({
  name: `style: ${name}`,
  run: `(to, add) => {
    const box = add('li')
    box.style.cssText = 'display: list-item; float: left; width: 9px; height: 9px'
    box.style.setProperty('${name.split(' ')[0]}', (${value})(to.url))
  }`,
}))

const requests = [
  { name: 'fetch', run: (to) => fetch(to.url) },
  { name: 'fetch that outlives the page', run: (to) => fetch(to.url, { mode: 'no-cors', keepalive: true }) },
  { name: 'fetchLater', run: (to) => fetchLater(to.url, { activateAfter: 0 }) },
  {
    name: 'XMLHttpRequest',
    run: (to) => {
      const request = new XMLHttpRequest()
      request.open('GET', to.url)
      request.send()
    },
  },
  { name: 'sendBeacon', run: (to) => navigator.sendBeacon(to.url, 'x') },
  { name: 'WebSocket', run: (to) => new WebSocket(to.socket) },
  { name: 'WebSocketStream', run: (to) => new WebSocketStream(to.socket), sees: 'log' },
  { name: 'EventSource', run: (to) => new EventSource(to.url) },
]

const pictures = [
  { name: 'new Image', run: (to) => (new Image().src = to.url) },
  { name: 'img', run: (to, add) => add('img', { src: to.url }) },
  { name: 'img srcset', run: (to, add) => add('img', { srcset: `${to.url} 1x` }) },
  { name: 'input of type image', run: (to, add) => add('input', { type: 'image', src: to.url }) },
  { name: 'body background', run: (to) => document.body.setAttribute('background', to.url) },
  { name: 'svg image', run: (to, add) => add('svg', {}).append(to.svg('image', { href: to.url })) },
  {
    name: 'svg use',
    run: (to, add) => add('svg', {}).append(to.svg('use', { href: `${to.near}#u` })),
    unprotected: 'page',
  },
  {
    name: 'svg feImage',
    run: (to, add) => {
      const filter = to.svg('filter', { id: 'filter' })
      filter.append(to.svg('feImage', { href: to.url }))
      add('svg', {}).append(filter, to.svg('rect', { width: 9, height: 9, filter: 'url(#filter)' }))
    },
  },
]

const sheets = [
  { name: 'style attribute', run: (to, add) => add('p', { style: `background: url(${to.url})` }) },
  { name: 'style element', run: (to, add) => (add('style').textContent = `p { background: url(${to.url}) }`) },
  { name: 'style element that imports', run: (to, add) => (add('style').textContent = `@import url(${to.url});`) },
  { name: 'stylesheet link', run: (to, add) => add('link', { rel: 'stylesheet', href: to.url }) },
  {
    name: 'style element, copied',
    run: (to) => {
      const style = document.querySelector('style').cloneNode()
      style.textContent = `p { list-style-image: url(${to.url}) }`
      document.head.append(style)
    },
  },
  {
    name: 'style element in an existing one',
    run: (to, add) => {
      document.querySelector('style').textContent += `.more { background: url(${to.url}) }`
      add('p', { class: 'more' })
    },
    alone: true,
  },
  {
    name: 'insertRule',
    run: (to, add) => {
      add('p', { class: 'inserted' })
      document.styleSheets[0].insertRule(`.inserted { background: url(${to.url}) }`)
    },
  },
  {
    name: 'insertRule of an import',
    run: (to) => document.styleSheets[0].insertRule(`@import url(${to.url});`),
  },
  {
    name: 'adopted sheet',
    run: (to, add) => {
      const sheet = new CSSStyleSheet()
      sheet.replaceSync(`.adopted { background: url(${to.url}) }`)
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
      add('p', { class: 'adopted' })
    },
  },
  {
    name: 'adopted sheet with image-set and cursor',
    run: (to, add) => {
      const sheet = new CSSStyleSheet()
      sheet.replaceSync(`.set { cursor: image-set(url(${to.url}) 1x), auto }`)
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
      add('p', { class: 'set' })
    },
  },
  {
    name: 'animation',
    run: (to, add) => add('p').animate({ backgroundImage: [`url(${to.url})`, `url(${to.url})`] }, 60_000),
  },
]

const fonts = [
  { name: 'FontFace', run: (to) => new FontFace('spy', `url(${to.url})`).load() },
  {
    name: '@font-face of an adopted sheet',
    run: (to, add) => {
      const sheet = new CSSStyleSheet()
      sheet.replaceSync(`@font-face { font-family: sheet; src: url(${to.url}) } .font { font-family: sheet }`)
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
      add('p', { class: 'font' }).textContent = 'text'
    },
  },
]

const media = [
  { name: 'new Audio', run: (to) => new Audio(to.url).load() },
  { name: 'audio', run: (to, add) => add('audio', { preload: 'auto', src: to.url }) },
  { name: 'video', run: (to, add) => add('video', { preload: 'auto', src: to.url }) },
  { name: 'video poster', run: (to, add) => add('video', { poster: to.url }) },
  {
    name: 'source',
    run: (to, add) => add('source', { src: to.url }, add('video', { preload: 'auto' })),
  },
  {
    name: 'track',
    run: (to, add) => {
      const video = add('video', { crossorigin: 'anonymous' })
      add('track', { src: to.url, default: '' }, video).track.mode = 'showing'
    },
  },
  {
    name: 'artwork of a media session',
    run: (to) => (navigator.mediaSession.metadata = new MediaMetadata({ title: 'x', artwork: [{ src: to.url }] })),
  },
]

export const LOADS = [...requests, ...pictures, ...styles, ...sheets, ...fonts, ...media]
