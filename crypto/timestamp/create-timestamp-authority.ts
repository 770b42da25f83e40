import { CryptoError } from '../errors.js'
import { readCertificate } from '../pki/read-certificate.js'
import { asTimestamp } from './refusal.js'
import { signToken, type TokenSigner } from './sign-token.js'
import { readTimestampRequest, type TimestampRequest } from './timestamp-request.js'
import { grantedResponse, rejectedResponse, type TimestampFailure } from './timestamp-response.js'
import { tstInfo } from './tst-info.js'
import { toHex } from '../bytes/bytes.js'
import { oid } from '../pki/der/write-der.js'

export type TimestampAuthority = {
  /**
   * Answers one request (`application/timestamp-query`) with a response in DER. Never throws for
   * what a stranger sent: RFC 3161 has a refusal for it.
   *
   * @param at - the moment to attest, to the millisecond.
   */
  respond: (request: Uint8Array, at: Date) => Promise<Uint8Array<ArrayBuffer>>
}

export type TimestampAuthorityOptions = {
  /** `x5c` texts, the time-stamping certificate first, without the root. */
  readonly chain: readonly string[]
  /** RSASSA-PKCS1-v1_5 with SHA-256, as `importTimestampKey` makes it. */
  readonly key: CryptoKey
  /** Dotted OID of the policy of every token. */
  readonly policy: string
  /** Claimed bound of the clock's error; without it no claim is made. */
  readonly accuracyMs?: number
}

/**
 * A time-stamping authority (RFC 3161): SHA-256 imprints, one policy, serial numbers of 128 random
 * bits, so that several processes need no common counter.
 *
 * @throws {@link CryptoError} `pki/usage` if the first certificate is not for time-stamps;
 *   `keys/algorithm` for a key of another scheme; `timestamp/malformed` for a policy that is no OID.
 */
export function createTimestampAuthority(options: TimestampAuthorityOptions): TimestampAuthority {
  const { chain, key, policy, accuracyMs } = options
  const [certificate, ...issuers] = chain.map(readCertificate)
  if (certificate?.role !== 'timestamp') {
    throw new CryptoError('pki/usage', 'a certificate that is not for time-stamps')
  }
  const { name, hash } = key.algorithm as RsaHashedKeyAlgorithm
  if (name !== 'RSASSA-PKCS1-v1_5' || hash.name !== 'SHA-256' || !key.usages.includes('sign')) {
    throw new CryptoError(
      'keys/algorithm',
      'time-stamps are signed by RSASSA-PKCS1-v1_5 with SHA-256',
    )
  }
  asTimestamp(() => oid(policy))
  const signer: TokenSigner = {
    certificates: [certificate.der, ...issuers.map(({ der }) => der)],
    key,
  }

  return {
    respond: async (request, at) => {
      const asked = readOrUndefined(request)
      if (asked === undefined) return rejectedResponse('badDataFormat')
      const { imprint } = asked
      if (imprint === undefined) return rejectedResponse('badAlg')
      const failure = failureOf(asked, policy)
      if (failure !== undefined) return rejectedResponse(failure)
      const info = tstInfo({
        policy,
        imprint,
        serial: `01${toHex(crypto.getRandomValues(new Uint8Array(16)))}`,
        at,
        ...(accuracyMs !== undefined && { accuracyMs }),
        ...(asked.nonce !== undefined && { nonce: asked.nonce }),
      })
      return grantedResponse(await signToken(info, signer, asked.wantsCertificates))
    },
  }
}

function readOrUndefined(request: Uint8Array): TimestampRequest | undefined {
  try {
    return readTimestampRequest(request)
  } catch (error) {
    if (error instanceof CryptoError) return undefined
    throw error
  }
}

function failureOf(request: TimestampRequest, policy: string): TimestampFailure | undefined {
  if (request.policy !== undefined && request.policy !== policy) return 'unacceptedPolicy'
  return request.hasExtensions ? 'unacceptedExtension' : undefined
}
