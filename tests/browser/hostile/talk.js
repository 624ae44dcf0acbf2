// A host that talks to the shell and to the app in it from the first moment on: words of their own, and nonsense.
window.said = { shell: 0, app: 0 }
{
  const FAKES = [
    'hello', 'ready', 'broken', 0, 1, 99999, -1, null, {}, [],
    { lang: 'en', theme: 'dark', accent: 'ff0000', radius: 24, framed: false },
    { fragment: '#lang=en&theme=dark', framed: false },
    'x'.repeat(10000),
    Array.from({ length: 1000 }, (_, place) => ({ place })),
  ]
  const { contentWindow } = document.querySelector('iframe')
  const talk = () => {
    const fake = FAKES[said.shell % FAKES.length]
    contentWindow.postMessage(fake, '*')
    said.shell += 1
    if (contentWindow.length === 0) return
    contentWindow[0].postMessage(fake, '*')
    said.app += 1
  }
  setInterval(talk, 10)
}
