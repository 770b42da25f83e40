import type { ZodType } from 'zod'
import { CryptoError } from '../errors.js'
import type { VerificationKey } from '../keys/key.js'
import { knownOf, type Readable } from './read-statement.js'
import type { StatementHeader } from './statement-header.js'
import type { StatementType } from './types.js'

/** What the caller knows beforehand; nothing of it is taken from the statement. */
export type Expected<P> = {
  readonly typ: StatementType
  readonly key: VerificationKey
  /** The schema of the payload: strict, so that unknown members are refused. */
  readonly payload: ZodType<P>
}

export type VerifiedStatement<P> = {
  readonly statement: string
  /** SHA-256 over the statement's octets, in hex. */
  readonly digest: string
  readonly typ: StatementType
  readonly kid: string
  readonly payload: P
}

/**
 * Verifies a statement (RFC 7515 §5.2) under one key, as one kind, with one schema. Neither key nor
 * algorithm is ever chosen by the statement. Unless it was read before, the payload is parsed only once the
 * signature holds.
 *
 * Verification of Ed25519 is the one without cofactor (RFC 8032 §5.1.7), which OpenSSL and BoringSSL
 * both do: they agree on every signature.
 *
 * @throws {@link CryptoError} `statement/type`, `statement/algorithm`, `statement/key` if it is of
 *   another kind, algorithm or key than expected; `statement/signature` if the signature does not
 *   hold; `statement/payload` if the schema refuses the payload; and what {@link readStatement} throws.
 */
export async function verifyStatement<P>(
  statement: Readable,
  expected: Expected<P>,
): Promise<VerifiedStatement<P>> {
  const known = knownOf(statement)
  checkHeader(known.header, expected)
  if (!(await known.isSignedBy(expected.key))) {
    throw new CryptoError('statement/signature', 'the signature does not hold')
  }
  const payload = known.claims(expected.payload)
  if (payload === undefined) {
    throw new CryptoError('statement/payload', `not the payload of a ${expected.typ}`)
  }
  const { typ, kid } = known.header
  return { statement: known.statement, digest: await known.digest(), typ, kid, payload }
}

function checkHeader(header: StatementHeader, { typ, key }: Expected<unknown>): void {
  if (header.typ !== typ) {
    throw new CryptoError('statement/type', `expected a ${typ}, not a ${header.typ}`)
  }
  if (header.alg !== key.alg) {
    throw new CryptoError('statement/algorithm', `this key makes ${key.alg}, not ${header.alg}`)
  }
  if (header.kid !== key.kid) {
    throw new CryptoError('statement/key', 'the statement names another key')
  }
}
