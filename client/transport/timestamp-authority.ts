import { timestampAnchorsOf, type TrustList } from '#crypto/directory/trust-list.js'
import { createTimestampRequest } from '#crypto/timestamp/timestamp-request.js'
import { MAX_TOKEN_BYTES, readTimestampResponse } from '#crypto/timestamp/timestamp-response.js'
import { verifyTimestampToken } from '#crypto/timestamp/verify-timestamp-token.js'
import { ClientError } from '../core/client-error.js'
import type { Stamper } from '../core/proof/renew-proof.js'

const TIME_LIMIT_MS = 30_000
/** The token, and the status around it. */
const MAX_RESPONSE_BYTES = MAX_TOKEN_BYTES + 4096

/**
 * A time-stamping authority that is asked over HTTP (RFC 3161 §3.4). Only a digest leaves this machine;
 * redirects are not followed, and the token is verified before it is handed on.
 *
 * @returns what throws {@link ClientError} `timestamp-refused` when it gives no answer that can be read,
 *   and CryptoError for a token that does not hold under the trust list.
 */
export function timestampAuthority(url: string, trust: TrustList): Stamper {
  const { host, pathname } = new URL(url)
  const name = host + (pathname === '/' ? '' : pathname)
  return {
    name,
    async stamp(data) {
      const { request, nonce } = await createTimestampRequest(data)
      const token = readTimestampResponse(await ask(url, name, request))
      await verifyTimestampToken(token, data, timestampAnchorsOf(trust), { nonce })
      return [token]
    },
  }
}

async function ask(
  url: string,
  name: string,
  body: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/timestamp-query',
      accept: 'application/timestamp-reply',
    },
    body,
    redirect: 'error',
    signal: AbortSignal.timeout(TIME_LIMIT_MS),
  }).catch((error: unknown) => {
    throw refused(name, 'cannot be reached', error)
  })
  const type = response.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase()
  if (response.status !== 200 || type !== 'application/timestamp-reply') {
    await response.body?.cancel()
    throw refused(name, `answers ${response.status}, and no time-stamp`)
  }
  const octets = new Uint8Array(MAX_RESPONSE_BYTES)
  let length = 0
  const reader = response.body?.getReader()
  for (let read = await reader?.read(); read?.value; read = await reader?.read()) {
    if (length + read.value.length > octets.length) {
      await reader?.cancel()
      throw refused(name, 'answers with more than a time-stamp')
    }
    octets.set(read.value, length)
    length += read.value.length
  }
  return octets.slice(0, length)
}

const refused = (name: string, what: string, cause?: unknown) =>
  new ClientError(
    'timestamp-refused',
    `the time-stamping authority ${name} ${what}`,
    'Try again later, or name another with --tsa.',
    { cause },
  )
