// Where the attacks happen and where they would arrive: the pages under attack, an unprotected one beside them, a server
// that notes who reaches it, and UDP sockets that do so too. Everything listens on this machine alone.

import { createSocket } from 'node:dgram'
import { createServer } from 'node:http'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { HEADERS } from '../journey.mjs'
import { withoutPrelude } from './app-script.mjs'

/** As the README tells a hospital to embed and to send the file. */
const TOKENS = 'allow-scripts allow-modals allow-downloads allow-top-navigation-to-custom-protocols'

/** The headers of the page as it is published, and of the one that has the policy alone. */
const PROTECTION = {
  '/check.html': HEADERS,
  '/check-policy.html': { 'Content-Security-Policy': HEADERS['Content-Security-Policy'] },
}

const head = (title) => `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><link rel="icon" href="data:,">
<title>${title}</title></head>`

/** A host page that hears all it can. */
const hostPage = (frame) => `${head('Hospital')}<body><script>
window.heard = []
addEventListener('message', ({ data }) => heard.push(data))
new BroadcastChannel('spy').onmessage = ({ data }) => heard.push(data)
</script>${frame}</body></html>`

/**
 * A page around a frame, as check.html is, with what the app's document has in it. It passes on what it hears, allows
 * what it can, and has no protection at all.
 */
const PLAIN = `${head('Plain')}<body>
<script>addEventListener('message', ({ data }) => parent.postMessage(data, '*'))</script>
<iframe allow="identity-credentials-get; publickey-credentials-get; payment; web-share" srcdoc="<!DOCTYPE html>
<meta charset=utf-8><meta name=viewport content='width=device-width'><title>Plain</title><style>p { margin: 0 }</style>
<div id=page>text</div><script type=text/plain>text</script>"></iframe></body></html>`

/** The addresses of a page of each kind in each of the three contexts. */
const KINDS = { locked: '/check.html', policy: '/check-policy.html', plain: '/plain.html' }

/**
 * Starts the server and writes the files.
 *
 * `address(kind, context)` of a page; `reached`: all that the server was asked for, as `HOST/PATH`; `files`, a folder.
 */
export async function openSite() {
  const check = await readFile('dist/check.html', 'utf8')
  const pages = {
    '/plain.html': PLAIN,
    '/check.html': check,
    '/check-policy.html': withoutPrelude(check, await readFile('www/prelude.js', 'utf8')),
  }
  const folder = await mkdtemp(join(tmpdir(), 'prescreen-attacks-'))
  for (const [path, text] of Object.entries(pages)) await writeFile(join(folder, path), text)
  for (const path of Object.values(KINDS)) {
    const protection = path === KINDS.plain ? '' : ` sandbox="${TOKENS}"`
    pages[`/host${path}`] = hostPage(`<iframe src="${path}" title="check"${protection}></iframe>`)
  }
  const reached = []
  const server = createServer((request, response) => answer(request, response, pages, reached))
  await new Promise((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve))
  const { port } = server.address()
  const address = (kind, context) => {
    if (context === 'file') return pathToFileURL(join(folder, KINDS[kind])).href
    return `http://127.0.0.1:${port}${context === 'embedded' ? '/host' : ''}${KINDS[kind]}`
  }
  const close = async () => {
    server.closeAllConnections()
    server.close()
    await rm(folder, { recursive: true, force: true, maxRetries: 10 })
  }
  return { address, reached, folder, port, close }
}

function answer(request, response, pages, reached) {
  reached.push(request.headers.host + request.url)
  const page = pages[request.url]
  const type = page ? 'text/html; charset=utf-8' : 'text/plain'
  const headers = { 'Content-Type': type, 'Access-Control-Allow-Origin': '*', ...PROTECTION[request.url] }
  response.writeHead(page ? 200 : 404, headers).end(page ?? '')
}

/** A UDP socket that remembers whether anything arrived. */
export async function openSocket() {
  const socket = createSocket('udp4')
  const seen = { port: 0, packets: 0, close: () => socket.close() }
  socket.on('message', () => (seen.packets += 1))
  await new Promise((resolve) => socket.bind(0, '127.0.0.1', resolve))
  seen.port = socket.address().port
  return seen
}
