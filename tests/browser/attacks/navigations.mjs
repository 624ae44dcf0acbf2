// Attacks that go somewhere: this frame, another one, a new window, a form, a download, another program.
// See rows.mjs for what a row is.

const places = [
  { name: 'location =', run: (to) => (location = to.url) },
  { name: 'location.href', run: (to) => (location.href = to.url) },
  { name: 'location.assign', run: (to) => location.assign(to.url) },
  { name: 'location.replace', run: (to) => location.replace(to.url) },
  { name: 'document.location', run: (to) => (document.location = to.url) },
  { name: 'navigation.navigate', run: (to) => navigation.navigate(to.url) },
  { name: 'own frame through the parent', run: (to) => (parent[0].location = to.url) },
  { name: 'parent.location', run: (to) => (parent.location = to.url) },
  { name: 'top.location', run: (to) => (top.location = to.url) },
  { name: 'top.location.replace', run: (to) => top.location.replace(to.url) },
  { name: 'open', run: (to) => open(to.url) },
  { name: 'open _self', run: (to) => open(to.url, '_self') },
  { name: 'open _parent', run: (to) => open(to.url, '_parent') },
  { name: 'open _top', run: (to) => open(to.url, '_top') },
  { name: 'document.open with three arguments', run: (to) => document.open(to.url, '_blank', '') },
  { name: 'meta refresh', run: (to, add) => add('meta', { 'http-equiv': 'refresh', content: `0;url=${to.url}` }) },
  {
    name: 'meta refresh, copied',
    run: (to) => {
      const meta = document.querySelector('meta').cloneNode()
      meta.setAttribute('http-equiv', 'refresh')
      meta.setAttribute('content', `0;url=${to.url}`)
      document.head.append(meta)
    },
  },
  {
    name: 'meta refresh, an existing one changed',
    run: (to) => {
      const meta = document.querySelector('meta[name]')
      meta.setAttribute('http-equiv', 'refresh')
      meta.setAttribute('content', `0;url=${to.url}`)
    },
  },
  {
    name: 'document picture-in-picture',
    run: async (to) => {
      const opened = await documentPictureInPicture.requestWindow()
      new opened.Image().src = to.url
    },
    unprotected: 'top',
  },
]

const links = [
  ...['', '_blank', '_parent', '_top', 'elsewhere'].map((target) => ({
    name: `link ${target || 'here'}`,
    run: `(to, add) => add('a', { href: to.url, target: '${target}' }).click()`,
  })),
  { name: 'link with ping', run: (to, add) => add('a', { href: '#', ping: to.url }).click() },
  { name: 'link that downloads', run: (to, add) => add('a', { href: to.url, download: 'x' }).click() },
  { name: 'link with attributionsrc', run: (to, add) => add('a', { href: '#', attributionsrc: to.url }).click() },
  {
    name: 'area',
    run: (to, add) => {
      const map = add('map', { name: 'map' })
      add('area', { href: to.url, shape: 'default' }, map).click()
    },
  },
  {
    name: 'svg link',
    run: (to, add) => {
      const link = to.svg('a', { href: to.url })
      add('svg').append(link)
      link.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, view: window }))
    },
  },
  {
    name: 'MathML link',
    run: (to, add) => {
      const link = document.createElementNS('http://www.w3.org/1998/Math/MathML', 'mtext')
      link.setAttribute('href', to.url)
      add('p').append(link)
      link.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, view: window }))
    },
  },
]

const forms = [
  { name: 'form get', run: (to, add) => add('form', { action: to.url }).submit() },
  { name: 'form post', run: (to, add) => add('form', { action: to.url, method: 'post' }).submit() },
  ...['_blank', '_parent', '_top'].map((target) => ({
    name: `form ${target}`,
    run: `(to, add) => add('form', { action: to.url, target: '${target}' }).submit()`,
  })),
  { name: 'form requestSubmit', run: (to, add) => add('form', { action: to.url }).requestSubmit() },
  {
    name: 'button formaction',
    run: (to, add) => add('button', { formaction: to.url }, add('form')).click(),
  },
  {
    name: 'input formaction',
    run: (to, add) => add('input', { type: 'submit', formaction: to.url, formtarget: '_blank' }, add('form')).click(),
  },
]

const frames = [
  { name: 'iframe', run: (to, add) => add('iframe', { src: to.url }) },
  { name: 'iframe with a document', run: (to, add) => add('iframe', { srcdoc: `<img src="${to.url}">` }) },
  { name: 'iframe of a data address', run: (to, add) => add('iframe', { src: `data:text/html,<img src="${to.url}">` }) },
  { name: 'iframe of a blob', run: (to, add) => add('iframe', { src: to.blob(`<img src="${to.url}">`, 'text/html') }) },
  { name: 'frame', run: (to, add) => add('frame', { src: to.url }, add('frameset')), alone: true },
  { name: 'object', run: (to, add) => add('object', { data: to.url }) },
  { name: 'embed', run: (to, add) => add('embed', { src: to.url }) },
]

/**
 * What other programs are asked to open is seen where the system is asked which program that would be. A scheme that
 * nobody knows is the token itself.
 */
const programs = [
  ...['mailto', 'sms', 'tel'].map((scheme) => ({
    name: `${scheme}:`,
    run: `(to) => (location = '${scheme}:' + to.token)`,
    scheme,
  })),
  { name: 'scheme by location', run: (to) => (location = `${to.token}:x`) },
  { name: 'scheme by link', run: (to, add) => add('a', { href: `${to.token}:x` }).click() },
  { name: 'scheme by a frame', run: (to, add) => add('iframe', { src: `${to.token}:x` }) },
]

export const NAVIGATIONS = [
  ...[...places, ...links, ...forms].map((row) => ({ alone: true, ...row })),
  ...frames,
  ...programs.map((row) => ({ tapped: true, sees: 'program', ...row })),
]
