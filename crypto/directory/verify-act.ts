import type { ZodType } from 'zod'
import { importVerificationKey } from '../keys/import-public.js'
import type { Readable } from '../statement/read-statement.js'
import type { StatementType } from '../statement/types.js'
import { type VerifiedStatement, verifyStatement } from '../statement/verify-statement.js'
import { officerStanding } from './officer-standing.js'
import type { Revocation } from './revocation.js'
import { type VerifiedCredential, verifyCredential } from './verify-credential.js'
import type { VerifiedEntry } from './verify-entry.js'

/** What an officer signed, with the credential that leads to a person and an authority. */
export type OfficerAct<P> = VerifiedStatement<P> & { readonly credential: VerifiedCredential }

/** Who is said to have acted, and when it was observed. */
export type Actor = {
  /** The officer's credential, a statement. */
  readonly credential: Readable
  /** The officer's authority's entry. */
  readonly entry: VerifiedEntry
  /** When the act was observed: by this process's clock, the relay's evidence or a time-stamp. */
  readonly at: Date
  /** Verified. Left out: the standing of the officer's key is not judged. */
  readonly revocations?: readonly VerifiedStatement<Revocation>[]
}

/**
 * Verifies what an officer signed: the credential by the entry, the key's standing, the statement by
 * that key.
 *
 * @throws {@link CryptoError} as {@link verifyCredential}, {@link officerStanding}, {@link verifyStatement}.
 */
export async function verifyAct<P>(
  statement: Readable,
  expected: { readonly typ: StatementType; readonly payload: ZodType<P> },
  { credential, entry, at, revocations = [] }: Actor,
): Promise<OfficerAct<P>> {
  const officer = await verifyCredential(credential, entry, at)
  officerStanding(officer, revocations, at)
  const key = await importVerificationKey(officer.payload.key)
  return { ...(await verifyStatement(statement, { ...expected, key })), credential: officer }
}
