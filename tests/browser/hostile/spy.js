// The spy of a hostile host: it patches what the host's realm has, listens to every event before anyone else, and looks
// again and again at what can be looked at from outside. Everything goes into `spy.log` as [channel, text].
'use strict' // Else a function of another window that is called without one would be called on this window.
window.spy = (() => {
  const log = []
  const note = (channel, ...what) => log.push([channel, what.map((each) => tell(each)).join(' ')])
  const every = setInterval.bind(window)
  const known = new WeakSet()
  const memories = []
  const messages = []
  const PROBED = ['length', 'name', 'origin', 'closed', 'location', 'history', 'document', 'localStorage', 'onmessage']

  const replace = (owner, name, value) =>
    Object.defineProperty(owner, name, { value, configurable: true, writable: true })

  /** Calls go on as before, once their arguments are noted. */
  function overhear(owner, name, channel = name) {
    const original = owner?.[name]
    if (typeof original !== 'function') return
    replace(owner, name, function (...given) {
      note(channel, ...given)
      return Reflect.apply(original, this, given)
    })
  }

  /** What is made stays in reach, to be looked into later. */
  function keepMemories(realm) {
    const { Memory } = realm.WebAssembly
    replace(realm.WebAssembly, 'Memory', class extends Memory {
      constructor(...given) {
        super(...given)
        memories.push(this)
      }
    })
  }

  /** A closed shadow root is opened. */
  function openShadows(realm) {
    const attach = realm.Element.prototype.attachShadow
    replace(realm.Element.prototype, 'attachShadow', function (options) {
      const root = Reflect.apply(attach, this, [{ ...options, mode: 'open' }])
      note('attachShadow', options.mode, this)
      watch(root)
      return root
    })
  }

  /** Whatever any listener hears is heard here too. */
  function overhearListeners(realm) {
    const owners = Object.getOwnPropertyNames(realm).map((name) => realm[name]?.prototype)
    for (const owner of owners.filter((owner) => owner && Object.hasOwn(owner, 'addEventListener'))) {
      const add = owner.addEventListener
      replace(owner, 'addEventListener', function (type, listener, options) {
        const call = typeof listener === 'function' ? listener : listener?.handleEvent?.bind(listener)
        const heard = call && function (event) {
          note('listener', event)
          return Reflect.apply(call, this, [event])
        }
        return Reflect.apply(add, this, [type, heard ?? listener, options])
      })
    }
  }

  function patch(realm) {
    openShadows(realm)
    overhearListeners(realm)
    keepMemories(realm)
    const starts = ['instantiate', 'compile', 'instantiateStreaming']
    for (const name of starts) overhear(realm.WebAssembly, name, 'WebAssembly')
    overhear(realm.TextEncoder.prototype, 'encode', 'TextEncoder')
    overhear(realm.TextEncoder.prototype, 'encodeInto', 'TextEncoder')
    overhear(realm.TextDecoder.prototype, 'decode', 'TextDecoder')
    overhear(realm.JSON, 'stringify')
    const timers = ['setTimeout', 'setInterval', 'requestAnimationFrame', 'queueMicrotask']
    for (const name of timers) overhear(realm, name, 'timer')
    for (const name of ['pushState', 'replaceState']) overhear(realm.History.prototype, name, 'history')
    for (const name of ['setItem', 'getItem']) overhear(realm.Storage.prototype, name, 'storage')
    for (const name of ['open', 'send']) overhear(realm.XMLHttpRequest?.prototype, name, 'XMLHttpRequest')
    overhear(realm.Navigator.prototype, 'sendBeacon')
    overhear(realm, 'fetch')
    // In another window it would make every message one from here, which the shell and the app do not hear.
    if (realm === window) overhear(realm, 'postMessage')
    overhear(realm.MessagePort.prototype, 'postMessage')
    for (const name of ['log', 'error']) overhear(realm.console, name, 'console')
  }

  /** What changes in a tree, with all that it holds now. */
  function watch(root) {
    const { MutationObserver, IntersectionObserver } = root.defaultView ?? root.ownerDocument.defaultView
    // An observer of one window falls into a loop over the elements of another, which every window is told as an error.
    const isHere = document.contains(root.host ?? root)
    const mutations = new MutationObserver((records) => {
      for (const { target, addedNodes, attributeName } of records) {
        note('mutation', attributeName, target, ...addedNodes)
      }
    })
    mutations.observe(root, { subtree: true, childList: true, characterData: true, attributes: true })
    const sizes = new ResizeObserver((entries) => entries.forEach(({ target }) => note('resize', target)))
    const places = new IntersectionObserver((entries) => entries.forEach(({ target }) => note('intersection', target)))
    const follow = () => {
      for (const element of root.querySelectorAll('*')) {
        if (known.has(element)) continue
        known.add(element)
        if (isHere) sizes.observe(element)
        places.observe(element)
      }
    }
    follow()
    new MutationObserver(follow).observe(root, { subtree: true, childList: true })
  }

  function listen(realm) {
    const owners = [realm, realm.HTMLElement.prototype, realm.Document.prototype]
    const named = owners.flatMap((owner) => Object.getOwnPropertyNames(owner)).filter((name) => /^on[a-z]/.test(name))
    const unnamed = ['focusin', 'focusout', 'compositionstart', 'compositionupdate']
    const types = [...named.map((name) => name.slice(2)), ...unnamed]
    for (const type of new Set(types)) realm.addEventListener(type, (event) => note('event', event), true)
    if (realm === window) realm.addEventListener('message', ({ data }) => messages.push(data), true)
  }

  function measure(realm) {
    const observer = new realm.PerformanceObserver((list) => {
      for (const entry of list.getEntries()) note('performance', entry.toJSON())
    })
    for (const type of realm.PerformanceObserver.supportedEntryTypes) observer.observe({ type, buffered: true })
  }

  /** Once for each window that can be reached. */
  function enter(realm) {
    // The document that a frame has until its own one comes is not worth it.
    const passing = realm.document.URL === 'about:blank' && realm.frameElement?.src
    if (passing || known.has(realm.document)) return
    known.add(realm.document)
    // These listeners come before the patch, so that an event they note is not noted as heard by others.
    listen(realm)
    measure(realm)
    patch(realm)
    watch(realm.document)
  }

  /** What a window and its frames tell of themselves. */
  function outside(realm) {
    const tried = {}
    for (const name of PROBED) {
      try {
        tried[name] = name === 'document' ? realm.document.documentElement.innerText : tell(realm[name])
      } catch (error) {
        tried[name] = error.name
      }
    }
    return tried
  }

  /** How many frames a window has is told to every other. */
  const within = (realm) => [realm, ...Array.from({ length: realm.length }, (_, place) => within(realm[place])).flat()]

  const last = {}
  function look() {
    const { activeElement } = document
    const windows = within(window)
    const now = {
      active: tell(activeElement?.shadowRoot?.activeElement ?? activeElement),
      focus: document.hasFocus(),
      title: document.title,
      url: location.href,
      history: [history.length, tell(history.state)],
      tapped: navigator.userActivation.hasBeenActive,
      name: window.name,
      selected: String(getSelection()),
      cookie: document.cookie,
      windows: windows.map(outside),
      content: [...document.querySelectorAll('iframe')].map((frame) => tell(frame.contentDocument)),
    }
    for (const [name, value] of Object.entries(now)) {
      if (tell(value) !== last[name]) note(`look ${name}`, value)
      last[name] = tell(value)
    }
    for (const realm of windows) {
      try {
        enter(realm)
      } catch (error) {
        if (error.name !== 'SecurityError') throw error
      }
    }
  }

  enter(window)
  every(look, 25)
  return {
    look,
    /** What was said to the host's own window. */
    messages,
    /** Everything so far, what lies in memories included. */
    all: () => [...log, ...memories.map((memory) => ['memory', tell(memory.buffer)])],
  }
})()
