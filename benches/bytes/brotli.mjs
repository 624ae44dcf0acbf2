// How many bytes go over the network: brotli at its best, as the peers were measured.

import { brotliCompressSync, constants } from 'node:zlib'

const { BROTLI_PARAM_LGWIN, BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT } = constants

/** The length of a file or a text after brotli 11. */
export function brotli(content) {
  const bytes = Buffer.from(content)
  const params = { [BROTLI_PARAM_QUALITY]: 11, [BROTLI_PARAM_LGWIN]: 24, [BROTLI_PARAM_SIZE_HINT]: bytes.length }
  return brotliCompressSync(bytes, { params }).length
}

/** Bytes in kB of 1,000. */
export const kilobytes = (bytes) => (bytes / 1000).toFixed(1)
