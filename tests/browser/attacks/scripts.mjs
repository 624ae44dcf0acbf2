// Attacks that load or run code. See rows.mjs for what a row is.

export const SCRIPTS = [
  { name: 'script', run: (to, add) => add('script', { src: to.url }) },
  { name: 'script module', run: (to, add) => add('script', { type: 'module', src: to.url }) },
  { name: 'script text', run: (to, add) => (add('script').textContent = `new Image().src = '${to.url}'`) },
  { name: 'svg script', run: (to, add) => add('svg').append(to.svg('script', { href: to.url })) },
  {
    name: 'script, copied',
    run: (to) => {
      const script = document.querySelector('script').cloneNode()
      script.type = ''
      script.src = to.url
      document.body.append(script)
    },
  },
  {
    name: 'script text, copied',
    run: (to) => {
      const script = document.querySelector('script').cloneNode()
      script.type = ''
      script.append(`new Image().src = '${to.url}'`)
      document.body.append(script)
    },
  },
  { name: 'import()', run: (to) => import(to.url) },
  { name: 'import() of a data address', run: (to) => import(`data:text/javascript,import '${to.url}'`) },
  { name: 'eval', run: (to) => (0, eval)(`new Image().src = '${to.url}'`) },
  { name: 'new Function', run: (to) => new Function(`new Image().src = '${to.url}'`)() },
  { name: 'timer with text', run: (to) => void setTimeout(`new Image().src = '${to.url}'`) },
  {
    name: 'event handler attribute',
    run: (to, add) => add('button', { onclick: `new Image().src = '${to.url}'` }).click(),
  },
  {
    name: 'javascript: address',
    run: (to) => (location = `javascript:void (new Image().src = '${to.url}')`),
    alone: true,
  },
  { name: 'worker', run: (to) => new Worker(to.near), unprotected: 'page' },
  { name: 'worker of a blob', run: (to) => new Worker(to.blob(`importScripts('${to.url}')`)) },
  { name: 'worker of a data address', run: (to) => new Worker(`data:text/javascript,importScripts('${to.url}')`) },
  { name: 'module worker', run: (to) => new Worker(to.blob(`import '${to.url}'`), { type: 'module' }) },
  { name: 'shared worker', run: (to) => new SharedWorker(to.near), unprotected: 'page' },
  {
    name: 'shared worker of a data address',
    run: (to) => new SharedWorker(`data:text/javascript,importScripts('${to.url}')`),
  },
  { name: 'service worker', run: (to) => navigator.serviceWorker.register(to.near), unprotected: 'page' },
  { name: 'audio worklet', run: (to) => new AudioContext().audioWorklet.addModule(to.url) },
  { name: 'audio worklet, offline', run: (to) => new OfflineAudioContext(1, 1, 8000).audioWorklet.addModule(to.url) },
  { name: 'paint worklet', run: (to) => CSS.paintWorklet.addModule(to.url) },
  { name: 'shared storage worklet', run: (to) => sharedStorage.worklet.addModule(to.url) },
  { name: 'WebAssembly, streamed', run: (to) => WebAssembly.compileStreaming(fetch(to.url)) },
]
