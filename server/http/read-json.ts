import type { IncomingMessage } from 'node:http'
import { fromUtf8 } from '#crypto/bytes/bytes.js'
import { parseJson } from '#crypto/canonical/parse-json.js'
import { CryptoError } from '#crypto/errors.js'
import { Refusal } from '../domain/errors.js'

const MAX_DEPTH = 16
/** A body that takes longer is not waited for: its sender may hold no socket for free. */
const BODY_MS = 30_000
const JSON_TYPE = /^application\/json(; ?charset="?utf-8"?)?$/i

/**
 * Reads a request's body as JSON with one meaning (crypto/canonical): a second member of one name,
 * too many levels or too many octets are refused, the latter before they are read.
 *
 * @throws {@link Refusal} `malformed-request`, `too-large`
 */
export async function readJson(request: IncomingMessage, maxBytes: number): Promise<unknown> {
  const { 'content-type': type, 'content-encoding': encoding } = request.headers
  if (type === undefined || !JSON_TYPE.test(type)) {
    throw new Refusal('malformed-request', 'the content type must be application/json')
  }
  if (encoding !== undefined && encoding !== 'identity') {
    throw new Refusal('malformed-request', 'content encodings are not accepted')
  }
  const octets = await readBounded(request, maxBytes)
  try {
    return parseJson(fromUtf8(octets), { maxBytes, maxDepth: MAX_DEPTH })
  } catch (error) {
    if (!(error instanceof CryptoError)) throw error
    throw new Refusal('malformed-request', `the body is not acceptable JSON: ${error.message}`, {
      cause: error,
    })
  }
}

async function readBounded(request: IncomingMessage, maxBytes: number): Promise<Uint8Array> {
  const tooLarge = () => new Refusal('too-large', `the body may have ${maxBytes} octets`)
  if (Number(request.headers['content-length'] ?? 0) > maxBytes) throw tooLarge()
  const chunks: Buffer[] = []
  let length = 0
  const impatience = setTimeout(() => request.destroy(), BODY_MS)
  try {
    // Not destroyed when left early: the refusal still has to travel back over the same socket.
    for await (const chunk of request.iterator({
      destroyOnReturn: false,
    }) as AsyncIterable<Buffer>) {
      length += chunk.length
      if (length > maxBytes) throw tooLarge()
      chunks.push(chunk)
    }
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw new Refusal('malformed-request', 'the body broke off', { cause: error })
  } finally {
    clearTimeout(impatience)
  }
  const [only] = chunks
  return chunks.length === 1 && only !== undefined ? only : Buffer.concat(chunks, length)
}
