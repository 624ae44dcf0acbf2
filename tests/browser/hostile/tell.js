// Turns whatever a spy gets hold of into text that can be searched. Runs in the host page, first of all, so that it
// works with what the browser has and not with what is patched later.
window.tell = (() => {
  const decoder = new TextDecoder()
  const decode = decoder.decode.bind(decoder)
  const FIELDS = ['clientX', 'clientY', 'key', 'code', 'data', 'detail', 'animationName', 'newState']

  function ofEvent(event) {
    const [target = event.target] = event.composedPath()
    const fields = FIELDS.filter((name) => event[name] !== undefined).map((name) => `${name}=${tell(event[name])}`)
    return `${event.type} at ${tell(target)} ${fields.join(' ')}`
  }

  function ofNode(node) {
    const name = node.nodeName
    if (node.nodeType === Node.DOCUMENT_NODE) return name
    const value = /^(INPUT|SELECT)$/.test(name) ? `${node.name}=${node.value} ${node.labels?.[0]?.textContent}` : ''
    return `${name} ${value || node.textContent}`
  }

  /** Other realms have an Event, a Node and an Object of their own. */
  function ofObject(value, depth) {
    if (value.window === value) return 'window'
    if (value.composedPath) return ofEvent(value)
    if (value.nodeType) return ofNode(value)
    const kind = Object.prototype.toString.call(value).slice(8, -1)
    if (value.byteLength !== undefined) return decode(value)
    if (depth > 3 || !/^(Object|Array)$/.test(kind)) return kind
    return Object.keys(value).map((name) => `${name}: ${tell(value[name], depth + 1)}`).join(', ')
  }

  function tell(value, depth = 0) {
    try {
      if (typeof value === 'function') return 'function'
      return typeof value === 'object' && value !== null ? ofObject(value, depth) : String(value)
    } catch (error) {
      // A window of another origin, and what else refuses to be looked at.
      return error.name
    }
  }
  return tell
})()
