// The locked prelude. The policy of the two documents stops every request; what stands here closes
// the ways out that a policy does not know (WebRTC asks a server before any policy is asked) and
// keeps the rest from being there to be misused. It comes before everything else in the app's script.
{
  const lock = (owner, name, value) =>
    Object.defineProperty(owner, name, { value, writable: false, configurable: false });

  const ways = [
    'RTCPeerConnection', 'webkitRTCPeerConnection', 'mozRTCPeerConnection', 'RTCDataChannel',
    'WebTransport', 'WebSocket', 'WebSocketStream', 'EventSource', 'XMLHttpRequest', 'fetch', 'fetchLater',
    'Worker', 'SharedWorker', 'BroadcastChannel', 'Notification', 'PaymentRequest', 'PresentationRequest',
    'open', 'Image', 'Audio', 'DOMParser', 'Range', 'XSLTProcessor',
  ];
  for (const name of ways) lock(window, name, undefined);
  lock(Navigator.prototype, 'sendBeacon', undefined);

  // An element that loads, links or frames something cannot be made, so none needs to be watched.
  const tags = [/*{{tags}}*/];
  const make = Document.prototype.createElement;
  lock(Document.prototype, 'createElement', function createElement(tag) {
    const name = String(tag);
    if (!tags.includes(name)) throw new TypeError(`the page makes no <${name}>`);
    return make.call(this, name);
  });
  lock(Document.prototype, 'createElementNS', undefined);
  lock(Document.prototype, 'createRange', undefined);
  Object.freeze(tags);
}
