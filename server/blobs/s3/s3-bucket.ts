import { createHash } from 'node:crypto'
import { Agent as HttpAgent, type IncomingMessage, request as overHttp } from 'node:http'
import { Agent as HttpsAgent, request as overHttps } from 'node:https'
import { pipeline, type Readable } from 'node:stream'
import { finished } from 'node:stream/promises'
import type { ConnectionOptions } from 'node:tls'
import type { Clock } from '../../domain/ports.js'
import { hasCode } from '../disk-error.js'
import { BucketFailed } from './bucket-failed.js'
import { type S3Credential, signRequest } from './sign-request.js'

export type BucketAccess = S3Credential & {
  /** Scheme, host and port. */
  readonly endpoint: string
  readonly bucket: string
  /** Whom an `https` endpoint is held against, and what is shown to it: see `renewableContext`. */
  readonly tls?: Pick<ConnectionOptions, 'secureContext'>
}

type Payload = { readonly digest: string; readonly length: number; open(): Readable }
type Asked = {
  readonly headers?: Readonly<Record<string, string>>
  readonly payload?: Payload
  /** Of the bucket itself: what is asked for beside it. */
  readonly query?: 'versioning='
  /** When it is signed; now, where nothing is said. */
  readonly at?: Date
}

export type S3Bucket = ReturnType<typeof s3Bucket>

/** Milliseconds without a single octet, in either direction. */
const SILENCE_MS = 60_000
/** By these S3 tells that a deletion has removed nothing. */
const MARKS = ['x-amz-delete-marker', 'x-amz-version-id']
const MAX_TEXT_BYTES = 16_384
const NOTHING = createHash('sha256').digest('hex')

/**
 * One bucket of an S3-compatible store, addressed by path. Names are of characters that need no escaping.
 * Every operation may be repeated; redirects are not followed.
 *
 * @throws {@link BucketFailed} from every operation, or an error of the network.
 */
export function s3Bucket(access: BucketAccess, clock: Clock, silenceMs = SILENCE_MS) {
  const isTls = access.endpoint.startsWith('https:')
  const agent = isTls
    ? new HttpsAgent({ keepAlive: true, ...access.tls })
    : new HttpAgent({ keepAlive: true })

  function once(method: string, name: string, asked: Asked) {
    const { headers, payload, query = '', at = clock.now() } = asked
    const path = name === '' ? access.bucket : `${access.bucket}/${name}`
    const url = new URL(query === '' ? path : `${path}?${query}`, `${access.endpoint}/`)
    const payloadDigest = payload?.digest ?? NOTHING
    const signed = signRequest(
      { method, url, ...(headers && { headers }), payloadDigest, at },
      access,
    )
    return new Promise<IncomingMessage>((resolve, reject) => {
      const request = (isTls ? overHttps : overHttp)(url, {
        method,
        agent,
        headers: { ...signed, ...(payload && { 'content-length': payload.length }) },
      })
      request.setTimeout(silenceMs, () => request.destroy(new BucketFailed('silent')))
      request.once('response', resolve)
      request.on('error', (error) =>
        reject(request.reusedSocket && hasCode(error, 'ECONNRESET', 'EPIPE') ? new Stale() : error),
      )
      if (payload === undefined) request.end()
      else pipeline(payload.open(), request, (error) => error && reject(error))
    })
  }

  /** A kept connection may have been closed by the other side just when it was used again. */
  const ask = (method: string, name: string, asked: Asked = {}): Promise<IncomingMessage> =>
    once(method, name, asked).catch((error: unknown) => {
      if (error instanceof Stale) return once(method, name, asked)
      throw error
    })

  return {
    /** Rejects unless the bucket is there and lets us in. */
    async check(): Promise<void> {
      await concluded(await ask('HEAD', ''), [200])
    },

    async head(name: string): Promise<{ readonly length: number } | undefined> {
      const response = await ask('HEAD', name)
      const status = await concluded(response, [200, 404])
      return status === 404 ? undefined : { length: Number(response.headers['content-length']) }
    },

    /** The object is there with its digest, or is not there. */
    async put(name: string, payload: Payload): Promise<void> {
      await concluded(await ask('PUT', name, { payload }), [200])
    },

    async *get(
      name: string,
      range?: { readonly start: number; readonly end: number },
    ): AsyncGenerator<Uint8Array> {
      const headers = range && { range: `bytes=${range.start}-${range.end}` }
      const response = await ask('GET', name, headers && { headers })
      if (response.statusCode !== (range === undefined ? 200 : 206)) throw failed(response)
      const served = response.headers['content-range'] ?? ''
      if (range !== undefined && !served.startsWith(`bytes ${range.start}-`)) {
        response.destroy()
        throw new BucketFailed('range')
      }
      yield* response as AsyncIterable<Uint8Array>
    },

    /**
     * Whether the bucket keeps what is deleted or overwritten, or once did: then nothing is deleted for good. A store
     * that knows no versions keeps none.
     */
    async keepsVersions(): Promise<boolean> {
      const response = await ask('GET', '', { query: 'versioning=' })
      if (response.statusCode === 501) {
        response.destroy()
        return false
      }
      if (response.statusCode !== 200) throw failed(response)
      return (await shortText(response)).includes('<Status>')
    },

    /**
     * The object is gone for good. Where the bucket has only put a mark in its place, `s3-versioned` says so: nobody may
     * certify that it was deleted.
     *
     * @param at - when it was decided: S3 refuses what was signed more than 15 minutes ago.
     */
    async remove(name: string, at = clock.now()): Promise<void> {
      const response = await ask('DELETE', name, { at })
      await concluded(response, [200, 204, 404])
      if (MARKS.some((mark) => mark in response.headers)) throw new BucketFailed('versioned')
    },
  }
}

class Stale extends Error {
  override readonly name = 'Stale'
  readonly code = 'ECONNRESET'
}

/** Reads an answer to its end, so that its connection can serve again. */
async function concluded(response: IncomingMessage, wanted: readonly number[]): Promise<number> {
  const { statusCode = 0 } = response
  if (!wanted.includes(statusCode)) throw failed(response)
  response.resume()
  await finished(response)
  return statusCode
}

/** @throws {@link BucketFailed} `s3-range` for more than is read into memory. */
async function shortText(response: IncomingMessage): Promise<string> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of response as AsyncIterable<Uint8Array>) {
    length += chunk.length
    if (length > MAX_TEXT_BYTES) throw new BucketFailed('range')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function failed(response: IncomingMessage): BucketFailed {
  response.destroy()
  return new BucketFailed(String(response.statusCode))
}
