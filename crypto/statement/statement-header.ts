import { z } from 'zod'
import { fromBase64 } from '../bytes/bytes.js'
import { parseJson } from '../canonical/parse-json.js'
import { CryptoError } from '../errors.js'
import { isSignatureAlgorithm, type SignatureAlgorithm } from '../keys/algorithms.js'
import { STATEMENT_TYPES, type StatementType } from './types.js'

/** The protected header (RFC 7515 §4) of a statement: these members and no others. */
export type StatementHeader = {
  readonly alg: SignatureAlgorithm
  readonly kid: string
  readonly typ: StatementType
  /** Certificates (RFC 7515 §4.1.6), the signer's first; in directory entries only. */
  readonly x5c?: readonly string[]
}

/** Octets of a header without certificates. */
export const MAX_HEADER_BYTES = 16 * 1024
/** Octets of a header with certificates. */
export const MAX_CERTIFIED_HEADER_BYTES = 64 * 1024
const MAX_CERTIFICATES = 8

const Header = z.strictObject({
  alg: z.string(),
  // An RFC 7638 thumbprint: 32 octets, so the last character carries two bits only.
  kid: z.string().regex(/^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/),
  typ: z.string(),
  x5c: z.array(z.string()).min(1).max(MAX_CERTIFICATES).optional(),
})

/**
 * Reads a statement's protected header. `crit`, `b64`, `jwk`, `jku`, `x5u`, `zip` and whatever else
 * would change how the rest is read are no members of ours, so they are refused as unknown.
 *
 * @throws {@link CryptoError} `statement/malformed` on another shape, `statement/algorithm` and
 *   `statement/type` on an `alg` or `typ` that is not in our tables, `statement/too-large`.
 */
export function readHeader(text: string): StatementHeader {
  const bounds = { maxBytes: MAX_CERTIFIED_HEADER_BYTES, maxDepth: 2 }
  const shape = Header.safeParse(parseJson(text, bounds))
  if (!shape.success) throw malformed('the header has other members than alg, kid, typ, x5c')
  const { alg, kid, typ, x5c } = shape.data
  if (!isSignatureAlgorithm(alg)) {
    throw new CryptoError('statement/algorithm', 'the algorithm is not in the table')
  }
  if (!isStatementType(typ)) {
    throw new CryptoError('statement/type', 'not a kind of statement')
  }
  if (x5c === undefined) {
    if (text.length > MAX_HEADER_BYTES) {
      throw new CryptoError('statement/too-large', 'the header is longer than allowed')
    }
    return { alg, kid, typ }
  }
  if (typ !== 'rogatory-entry') throw malformed('only a directory entry carries certificates')
  if (!x5c.every(isDerInBase64)) throw malformed('x5c holds something that is no DER certificate')
  return { alg, kid, typ, x5c }
}

export const isStatementType = (typ: string): typ is StatementType =>
  (STATEMENT_TYPES as readonly string[]).includes(typ)

/** One whole DER SEQUENCE (X.690 §10.1: definite length in the fewest octets) in canonical base64. */
function isDerInBase64(text: string): boolean {
  let der: Uint8Array
  try {
    der = fromBase64(text)
  } catch {
    return false
  }
  const body = der.length - 4
  // A certificate is always between 256 octets and 64 KiB: tag 30, then 82 and two octets of length.
  return (
    body >= 0x100 &&
    der[0] === 0x30 &&
    der[1] === 0x82 &&
    der[2] === body >> 8 &&
    der[3] === (body & 0xff)
  )
}

const malformed = (message: string) => new CryptoError('statement/malformed', message)
