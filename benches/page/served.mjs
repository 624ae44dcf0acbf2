// Serves pages from memory, compressed beforehand with brotli 11, never to be kept by a browser.

import { createServer } from 'node:http'
import { brotliCompressSync, constants } from 'node:zlib'

/** Serves `pages`, a map of texts by path, on a free port of this machine. Returns the origin and `stop`. */
export async function servePages(pages) {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 }
  const bodies = new Map([...pages].map(([path, text]) => [path, brotliCompressSync(text, { params })]))
  const server = createServer((request, response) => {
    const body = bodies.get(request.url)
    if (!body) return response.writeHead(404).end()
    const headers = { 'Content-Type': 'text/html; charset=utf-8', 'Content-Encoding': 'br', 'Cache-Control': 'no-store' }
    response.writeHead(200, { ...headers, 'Content-Length': body.length }).end(body)
  })
  await new Promise((listening) => server.listen(0, 'localhost', listening))
  const stop = () => {
    server.close()
    server.closeAllConnections()
  }
  return { origin: `http://localhost:${server.address().port}`, stop }
}
