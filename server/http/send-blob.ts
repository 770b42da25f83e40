import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Request, Response } from 'express'
import { fromHex, toBase64 } from '#crypto/bytes/bytes.js'
import { type OctetRange, readRange } from './range.js'
import { sendProblem } from './problem-handler.js'
import { sentInFull } from './sent-in-full.js'

/** What is sent: the whole has this length and this SHA-256, in hex. */
export type Blob = {
  readonly length: number
  readonly digest: string
  read(range?: OctetRange): Uint8Array | Readable
}

/** What went out in full, and whether the client declared to hold all that stands before it. */
export type Sent = { readonly range: OctetRange; readonly holdsBefore: boolean }

/** What is served as a blob, and what it is called on the disk of whoever saves it. */
const NAMES = {
  'application/octet-stream': 'part',
  'application/jose+json': 'envelope',
} as const
export type BlobType = keyof typeof NAMES

/**
 * Answers GET and HEAD for a blob, or for one range of it (RFC 9110 §14), with its digest (RFC 9530), as an
 * attachment under a name made of that (RFC 6266).
 *
 * @returns what was sent once its last octet has left this process; undefined if none was asked for,
 *   or the client went away before.
 */
export async function sendBlob(
  request: Request,
  response: Response,
  blob: Blob,
  type: BlobType,
): Promise<Sent | undefined> {
  const tag = `"${blob.digest}"`
  const ifRange = request.get('if-range')
  const wanted = ifRange === undefined || ifRange === tag ? request.get('range') : undefined
  const range = readRange(wanted, blob.length)
  response.set({
    'accept-ranges': 'bytes',
    'cache-control': 'private, no-store',
    'content-type': type,
    // A name of our own: that of the sender is sealed, and one from the request could be anything.
    'content-disposition': `attachment; filename="${NAMES[type]}-${blob.digest.slice(0, 16)}.bin"`,
    etag: tag,
    'repr-digest': `sha-256=:${toBase64(fromHex(blob.digest))}:`,
  })
  if (range === 'unsatisfiable') {
    unsatisfiable(response, blob.length)
    return undefined
  }
  const sent = range ?? { start: 0, end: blob.length - 1 }
  response.setHeader('content-length', sent.end - sent.start + 1)
  if (range === undefined) response.status(200)
  else
    response
      .status(206)
      .setHeader('content-range', `bytes ${sent.start}-${sent.end}/${blob.length}`)
  if (request.method === 'HEAD') {
    response.end()
    return undefined
  }
  const whole = await sendOctets(response, blob.read(range))
  return whole ? { range: sent, holdsBefore: ifRange === tag } : undefined
}

async function sendOctets(response: Response, octets: Uint8Array | Readable): Promise<boolean> {
  const sent = sentInFull(response)
  if (octets instanceof Uint8Array) response.end(octets)
  else await pipeline(octets, response).catch(unlessDisconnected)
  return sent
}

/** The client going away is its own affair; a blob that cannot be read is ours. */
function unlessDisconnected(error: unknown): void {
  if (!isDisconnection(error)) throw error
}

const isDisconnection = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  ['ERR_STREAM_PREMATURE_CLOSE', 'ECONNRESET', 'EPIPE'].includes(String(error.code))

function unsatisfiable(response: Response, length: number): void {
  sendProblem(response, {
    status: 416,
    headers: { 'content-range': `bytes */${length}` },
    body: {
      type: 'about:blank',
      title: 'Range not satisfiable',
      status: 416,
      remedy: 'Ask for octets that the blob has.',
      request: String(response.locals['request']),
    },
  })
}
