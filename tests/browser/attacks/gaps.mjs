// What the attack matrix knows of itself: which attacks cannot be shown to work, which ones the policy alone lets out,
// and what is left. Each list is exact: a test fails if a row is missing from it, or is in it without need.

const FILE = ['file']
const OPAQUE = 'a page from a file has no origin to load it from'
/** Another Chromium may show it, and then does no harm to the test. */
export const HERE = 'this Chromium does not have it, or has it switched off'

/**
 * Attacks that were not seen in an unprotected page, with the contexts (all, if none are named) and the reason;
 * `sometimes`, where it depends on the machine. In check.html they are tried all the same.
 */
export const NOT_SHOWN = {
  'svg use': { contexts: FILE, why: OPAQUE },
  worker: { contexts: FILE, why: OPAQUE },
  'module worker': { contexts: FILE, why: OPAQUE },
  'shared worker': { contexts: FILE, why: OPAQUE },
  'service worker': { contexts: FILE, why: OPAQUE },
  'credentials of an identity provider': { contexts: FILE, why: OPAQUE },
  payment: { sometimes: true, why: 'Chromium looks for an app to pay with, and asks the server only if it gets to it' },
  'artwork of a media session': { why: 'it is fetched when sound plays, and there is none without a screen' },
  'shared storage worklet': { why: HERE },
  'link with attributionsrc': { why: HERE },
  attributionsrc: { why: HERE },
  'MathML link': { why: 'Chromium follows no links in MathML' },
  prerender: { why: 'Chromium has only the speculation rules, which have rows of their own' },
  manifest: { why: 'it is fetched when someone may install the page, and nobody does without a screen' },
  'report-uri': { why: 'a policy in a meta element cannot report, by its specification' },
  'report-to': { why: 'a policy in a meta element cannot report, by its specification' },
  TCPSocket: { why: 'only for installed apps' },
  passkey: { why: 'no address is asked unless the domain is another one with an entry for it' },
  share: { why: 'Chromium has it on other systems than Linux' },
  presentation: { why: 'there is no screen to present on' },
  'protocol handler': { why: 'nothing is sent before someone follows a link with that scheme' },
  topics: { why: HERE },
  'interest group': { why: HERE },
  auction: { why: HERE },
  'fenced frame': { why: HERE },
  'web install': { why: HERE },
  'background fetch': { why: 'needs a service worker, which has a row of its own' },
  speech: { why: 'voices from the network are not part of Chromium' },
  dictation: { why: 'the service that listens is not part of Chromium' },
  position: { why: 'the service that knows where networks are is not part of Chromium' },
  'search provider': { why: 'browsers have it as a name alone' },
}

/** What sends the app's own frame elsewhere. `location` can be locked in no browser. */
const OWN_FRAME = [
  'location =',
  'location.href',
  'location.assign',
  'location.replace',
  'document.location',
  'navigation.navigate',
  'own frame through the parent',
]

/**
 * Attacks that get out where the prelude is missing, although the policy is there: each is why a line of the prelude is
 * there. A frame that is sent elsewhere is stopped by the policy before any request, but Chromium has by then looked up
 * the host's name and connected to it, which tells the name. All others are stopped by the policy and the sandbox alone,
 * in this Chromium.
 */
export const BY_PRELUDE = [
  'open _self',
  'meta refresh',
  'meta refresh, copied',
  'meta refresh, an existing one changed',
  'link here',
  'link that downloads',
  'area',
  'svg link',
  'iframe',
  'frame',
  'frame by markup: XSLT',
  'frame by element: createElementNS',
  'frame by element: createElementNS of another document',
  'frame by element: createElement of an HTML document',
  'frame by element: createDocument',
  'frame by element: createDocument of the prototype',
  'frame by element: importNode',
  'frame by element: custom element',
  'frame by element: createElement, the list outwitted',
  'frame by element: createElement, caught as it is called',
  'link: setHTML',
  'link: parseHTML',
  'link: createLink of the editor',
  'dns-prefetch',
  'preconnect',
  'RTCPeerConnection',
  'webkitRTCPeerConnection',
  'RTCPeerConnection by TURN over TCP',
]

/** Attacks that only the header `Connection-Allowlist` stops, which Chromium knows since version 152. */
export const BY_HEADER = OWN_FRAME

/**
 * What gets out of check.html all the same, and is not shown to be stopped by anything:
 *
 * - a file has no headers, so code in the app could have Chromium look up a name and connect to it; nothing is sent;
 * - code in the app could speak to the page around it: every window may send messages to `top`, and the history is one for
 *   all frames. That the app has no such code is another test's to show.
 */
export const LEFT = {
  file: OWN_FRAME.map((name) => ({ name, seen: ['log'] })),
  page: [],
  embedded: ['postMessage to the top', 'entries of the history', 'entries of the history by fragments'].map((name) => ({
    name,
    seen: ['host'],
  })),
}

/**
 * Names that the prelude takes away for good in Chromium, by the object that had them. The policy stops most of them too
 * (see `BY_PRELUDE`), in browsers without a gap in it; this list is here so that none comes back unnoticed.
 */
export const LOCKED = {
  window:
    'ApplePaySession Audio AudioContext BroadcastChannel CustomElementRegistry DOMParser EventSource ' +
    'FencedFrameConfig FontFace Image MediaMetadata Notification PaymentRequest PresentationRequest ' +
    'RTCDataChannel RTCIceTransport RTCPeerConnection Range SharedWorker SpeechRecognition ' +
    'SpeechSynthesisUtterance WebSocket WebSocketStream WebTransport Worker XMLHttpRequest XPathEvaluator XSLTProcessor ' +
    'documentPictureInPicture fetch fetchLater mozRTCPeerConnection open sharedStorage speechSynthesis ' +
    'webkitAudioContext webkitRTCPeerConnection webkitSpeechRecognition',
  Navigator:
    'credentials geolocation install joinAdInterestGroup mediaSession presentation registerProtocolHandler ' +
    'runAdAuction sendBeacon serviceWorker share',
  Document:
    'caretPositionFromPoint caretRangeFromPoint createAttribute createAttributeNS createElementNS createExpression ' +
    'createProcessingInstruction createRange evaluate importNode open write writeln',
  'Document itself': 'parseHTML parseHTMLUnsafe',
  DOMImplementation: 'createDocument createHTMLDocument',
  Range: 'createContextualFragment',
  Node: 'cloneNode',
  Element:
    'attachShadow attributes getAttributeNode getAttributeNodeNS getHTML innerHTML insertAdjacentHTML outerHTML ' +
    'removeAttributeNode setAttributeNS setAttributeNode setAttributeNodeNS setHTML setHTMLUnsafe',
  ShadowRoot: 'getHTML innerHTML setHTML setHTMLUnsafe',
  CustomElementRegistry: 'define',
}
