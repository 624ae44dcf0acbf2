// The locked prelude. The policy of the two documents stops every request; what stands here closes the ways out that a
// policy does not know, and keeps the rest from being there to be misused: a second wall in browsers without Trusted
// Types, or whose policy has a gap. tests/browser/attacks.test.mjs lists what gets out without it.
// It comes before everything else in the app's script, but for hand-on.js, which takes what it needs before the lock.
{
  // Taken before anyone could replace them: what is locked below must not call what can be changed later.
  const { apply } = Reflect;
  const lock = (owner, name, value) =>
    Object.defineProperty(owner, name, { value, writable: false, configurable: false });

  const closed = [
    // WebRTC asks a server before any policy is asked; all others are requests, windows and parsers of their own.
    [window, 'RTCPeerConnection webkitRTCPeerConnection mozRTCPeerConnection RTCDataChannel RTCIceTransport'],
    [window, 'WebTransport WebSocket WebSocketStream EventSource XMLHttpRequest fetch fetchLater Image Audio FontFace'],
    [window, 'Worker SharedWorker BroadcastChannel open documentPictureInPicture sharedStorage FencedFrameConfig'],
    [window, 'DOMParser Range XSLTProcessor CustomElementRegistry'],
    // The browser or the system asks someone, or says something aloud.
    [window, 'Notification PaymentRequest ApplePaySession PresentationRequest MediaMetadata AudioContext'],
    [window, 'webkitAudioContext SpeechSynthesisUtterance speechSynthesis SpeechRecognition webkitSpeechRecognition'],
    [Navigator.prototype, 'sendBeacon share credentials registerProtocolHandler serviceWorker mediaSession install'],
    [Navigator.prototype, 'presentation geolocation joinAdInterestGroup runAdAuction'],
    // Elements out of nothing, out of text, and out of others; the globals are gone, what they made is not.
    [Document.prototype, 'createElementNS createRange createProcessingInstruction importNode open write writeln'],
    [Document.prototype, 'caretRangeFromPoint caretPositionFromPoint'],
    // Attributes as nodes of their own, by which the lock on setting them could be evaded.
    [window, 'XPathEvaluator'],
    [Document.prototype, 'createAttribute createAttributeNS evaluate createExpression'],
    [Element.prototype, 'attributes getAttributeNode getAttributeNodeNS removeAttributeNode'],
    [Element.prototype, 'setAttributeNS setAttributeNode setAttributeNodeNS'],
    [DOMImplementation.prototype, 'createDocument'],
    [Range.prototype, 'createContextualFragment'],
    [Node.prototype, 'cloneNode'],
    [Element.prototype, 'attachShadow'],
    [CustomElementRegistry.prototype, 'define'],
  ];
  for (const [owner, names] of closed) {
    for (const name of names.split(' ')) lock(owner, name, undefined);
  }
  // innerHTML, insertAdjacentHTML, setHTMLUnsafe, parseHTML, createHTMLDocument, and what will be named like them.
  for (const owner of [Element.prototype, ShadowRoot.prototype, DOMImplementation.prototype, Document]) {
    for (const name of Object.getOwnPropertyNames(owner)) if (/HTML/.test(name)) lock(owner, name, undefined);
  }

  // An element that loads, links or frames something cannot be made, so none needs to be watched.
  const tags = Object.create(null);
  for (const tag of [/*{{tags}}*/]) tags[tag] = true;
  const make = Document.prototype.createElement;
  lock(Document.prototype, 'createElement', function createElement(tag) {
    const name = `${tag}`;
    if (!tags[name]) throw new TypeError(`the page makes no <${name}>`);
    return apply(make, this, [name]);
  });

  // Some that name an address are there all the same: the picture of the sheet, the link that saves a file, and what
  // stands in the head. They stay as they are made.
  for (const { prototype } of [HTMLImageElement, HTMLAnchorElement, HTMLMetaElement]) {
    for (const [name, { get, set }] of Object.entries(Object.getOwnPropertyDescriptors(prototype))) {
      if (set) Object.defineProperty(prototype, name, { get, set: undefined, configurable: false });
    }
  }
  const addresses = Object.create(null);
  for (const name of ['src', 'srcset', 'href', 'ping', 'attributionsrc', 'http-equiv', 'content']) addresses[name] = true;
  const { setAttribute: setOn } = Element.prototype;
  const { toLowerCase } = String.prototype;
  lock(Element.prototype, 'setAttribute', function setAttribute(given, value) {
    const name = `${given}`;
    if (addresses[apply(toLowerCase, name, [])]) throw new TypeError(`the page sets no ${name}`);
    return apply(setOn, this, [name, value]);
  });

  // The editor's commands make links, images and HTML.
  const command = Document.prototype.execCommand;
  lock(Document.prototype, 'execCommand', function execCommand(name) {
    return name === 'copy' && apply(command, this, [name]);
  });
}
