// The control: the app's own screens, as markup, in a page that does not keep them from its host. What is chosen on
// them goes through every door that the spy listens at. If the spy and the replay do not find it here, they prove
// nothing.
window.control = (() => {
  const PLACES = {
    light: () => document.body.appendChild(document.createElement('div')),
    shadow: () => document.body.appendChild(document.createElement('div')).attachShadow({ mode: 'closed' }),
    frame: () => {
      const frame = document.body.appendChild(document.createElement('iframe'))
      frame.style = 'width: 100%; height: 44rem'
      frame.contentDocument.body.replaceChildren()
      return frame.contentDocument.body
    },
  }

  /** A module without code, in which a text stands. */
  function moduleWith(text) {
    const words = new TextEncoder().encode(text).slice(0, 100)
    return new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 0, words.length + 2, 1, 0x61, ...words])
  }

  function remember(text) {
    const memory = new WebAssembly.Memory({ initial: 1 })
    new Uint8Array(memory.buffer).set(new TextEncoder().encode(text).slice(0, 65536))
  }

  function paint(text) {
    const canvas = document.querySelector('canvas') ?? document.body.appendChild(document.createElement('canvas'))
    canvas.getContext('2d').fillText(text, 10, 10)
  }

  /** An app that trusts the page it stands in. */
  function leak(text) {
    const said = JSON.stringify({ said: text })
    new TextDecoder().decode(new TextEncoder().encode(said))
    const bytes = moduleWith(text)
    WebAssembly.instantiate(bytes)
    WebAssembly.compile(bytes)
    remember(text)
    paint(text)
    console.log(said)
    setTimeout(() => {}, 0, said)
    queueMicrotask(() => {})
    history.replaceState({ said }, '', `#${encodeURIComponent(said)}`)
    localStorage.setItem('said', said)
    document.cookie = `said=${encodeURIComponent(said)}`
    document.title = said
    window.name = said
    postMessage(said, '*')
    fetch(`/quiet?${encodeURIComponent(said)}`)
    navigator.sendBeacon('/quiet', said)
    const request = new XMLHttpRequest()
    request.open('GET', `/quiet?${encodeURIComponent(said)}`)
    request.send()
  }

  function chosen(root) {
    const labels = [...root.querySelectorAll('input:checked + label')].map((label) => label.textContent)
    const lists = [...root.querySelectorAll('select')].map((list) => list.selectedOptions[0].textContent)
    return [root.querySelector('h1').textContent, ...labels, ...lists].join(' ')
  }

  return {
    start(place, screens) {
      const root = PLACES[place]()
      const left = [...screens]
      const show = () => {
        root.innerHTML = left.shift()
        root.querySelector('h1').tabIndex = -1
        root.querySelector('h1').focus()
      }
      root.addEventListener('click', (event) => {
        if (!event.target.matches('main button.primary')) return
        event.preventDefault()
        leak(chosen(root))
        if (left.length > 0) show()
      })
      show()
    },
  }
})()
