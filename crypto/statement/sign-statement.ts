import { toBase64Url, toUtf8 } from '../bytes/bytes.js'
import { canonicalize } from '../canonical/canonicalize.js'
import { CryptoError } from '../errors.js'
import { SIGNATURES } from '../keys/algorithms.js'
import type { SigningKey } from '../keys/key.js'
import { lowerS } from './signature-spelling.js'
import { readPayload, takeApart } from './take-apart.js'
import type { StatementType } from './types.js'

export type StatementClaims = {
  readonly typ: StatementType
  /** A plain JSON object. */
  readonly payload: object
  readonly key: SigningKey
  /** Certificates in padded base64 (RFC 7515 §4.1.6), the signer's first; directory entries only. */
  readonly x5c?: readonly string[]
}

/**
 * Signs a statement: a compact JWS (RFC 7515 §7.1) whose header and payload are canonical JSON.
 *
 * What comes back is read again as a stranger would read it, so nothing leaves here that a verifier
 * refuses for its form.
 *
 * @throws {@link CryptoError} `canonical/malformed` if the payload is no JSON; `statement/malformed`,
 *   `statement/too-large` if it is beyond the bounds of {@link readStatement}.
 *
 * @example
 * ```ts
 * const statement = await signStatement({ typ: 'rogatory-receipt', payload: receipt, key })
 * await verifyStatement(statement, { typ: 'rogatory-receipt', key, payload: Receipt })
 * ```
 */
export async function signStatement({ typ, payload, key, x5c }: StatementClaims): Promise<string> {
  const { alg, kid, privateKey } = key
  const header = { alg, kid, typ, ...(x5c && { x5c }) }
  const signingInput = `${encode(header)}.${encode(payload)}`
  const { signing } = SIGNATURES[alg]
  const signature = await crypto.subtle.sign(signing, privateKey, toUtf8(signingInput))
  // WebCrypto returns either of the two S that ECDSA allows.
  const statement = `${signingInput}.${toBase64Url(lowerS(alg, new Uint8Array(signature)))}`
  const read = readPayload(takeApart(statement).payload)
  if (typeof read !== 'object' || read === null || Array.isArray(read)) {
    throw new CryptoError('statement/payload', 'a payload is an object')
  }
  return statement
}

const encode = (value: object): string => toBase64Url(toUtf8(canonicalize(value)))
