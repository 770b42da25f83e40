import { MAX_TOKEN_BYTES } from '#crypto/timestamp/timestamp-response.js'
import type { TimestampResponder } from '../domain/timestamps/timestamp-responder.js'

const TIME_LIMIT_MS = 10_000
/** The token, and the status around it. */
const MAX_RESPONSE_BYTES = MAX_TOKEN_BYTES + 4096

/** Why an authority elsewhere gave no answer. */
class TimestampUnavailable extends Error {
  override readonly name = 'TimestampUnavailable'
  readonly code: string
  constructor(code: string, options?: ErrorOptions) {
    super('the time-stamping authority gave no answer that could be read', options)
    this.code = code
  }
}

/**
 * An authority that is asked over HTTP (RFC 3161 §3.4). Only the digest leaves this machine.
 *
 * The answer is bounded in time and size, and redirects are not followed; nothing of it is verified here.
 */
export function httpTimestampResponder(
  url: string,
  timeLimitMs = TIME_LIMIT_MS,
): TimestampResponder {
  const { host, pathname } = new URL(url)
  return {
    name: host + (pathname === '/' ? '' : pathname),
    respond: (request) => ask(url, request, timeLimitMs).catch(unavailable),
  }
}

/** What the platform says of a line that did not hold, in a code of ours: an operator searches by it. */
function unavailable(error: unknown): never {
  if (error instanceof TimestampUnavailable) throw error
  const isLate = error instanceof Error && error.name === 'TimeoutError'
  throw new TimestampUnavailable(isLate ? 'timeout' : 'unreachable', { cause: error })
}

async function ask(
  url: string,
  request: Uint8Array<ArrayBuffer>,
  timeLimitMs: number,
): Promise<Uint8Array> {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/timestamp-query',
      accept: 'application/timestamp-reply',
    },
    body: request,
    redirect: 'manual',
    signal: AbortSignal.timeout(timeLimitMs),
  })
  const type = response.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase()
  if (response.status !== 200 || type !== 'application/timestamp-reply') {
    await response.body?.cancel()
    throw new TimestampUnavailable(`http-${response.status}`)
  }
  return readBounded(response)
}

async function readBounded({ body }: Response): Promise<Uint8Array> {
  const octets = new Uint8Array(MAX_RESPONSE_BYTES)
  let length = 0
  for await (const chunk of body ?? []) {
    if (length + chunk.length > octets.length) throw new TimestampUnavailable('too-large')
    octets.set(chunk, length)
    length += chunk.length
  }
  return octets.slice(0, length)
}
