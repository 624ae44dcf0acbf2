// Ways by which the app could tell the page that it is embedded in. What the host has seen is asked of the host itself:
// `seen` runs there. See rows.mjs for what a row is.

const heard = (token) => JSON.stringify(window.heard).includes(token)

export const HOST = [
  { name: 'postMessage to the parent', run: (to) => parent.postMessage(to.token, '*'), seen: heard },
  { name: 'postMessage to the top', run: (to) => top.postMessage(to.token, '*'), seen: heard },
  {
    name: 'title',
    run: (to) => {
      document.title = to.token
      top.document.title = to.token
    },
    seen: (token) => document.title.includes(token),
  },
  {
    name: 'window.name',
    run: (to) => (window.name = to.token),
    seen: (token) => frames[0][token] !== undefined,
  },
  {
    name: 'entries of the history',
    run: () => [1, 2, 3].forEach((entry) => history.pushState(entry, '')),
    seen: () => history.length > 4,
  },
  {
    name: 'entries of the history by fragments',
    run: () => ['#1', '#2', '#3'].forEach((entry) => (location.hash = entry)),
    seen: () => history.length > 4,
  },
  {
    name: 'storage',
    run: (to) => localStorage.setItem(to.token, 'x'),
    seen: (token) => localStorage.getItem(token) !== null,
  },
  {
    name: 'cookie',
    run: (to) => (document.cookie = `${to.token}=x`),
    seen: (token) => document.cookie.includes(token),
  },
  {
    name: 'broadcast channel',
    run: (to) => new BroadcastChannel('spy').postMessage(to.token),
    seen: heard,
  },
  {
    name: 'name of the parent',
    run: (to) => (parent.name = to.token),
    seen: (token) => frames[0].name === token,
  },
  {
    name: 'fragment of the parent',
    run: (to) => (parent.location.hash = to.token),
    seen: (token) => frames[0].location.hash.includes(token),
  },
  {
    name: 'fragment of the top',
    run: (to) => (top.location.hash = to.token),
    seen: (token) => location.hash.includes(token),
  },
].map((row) => ({ ...row, alone: true, sees: 'host', contexts: ['embedded'] }))
