import { entryKey } from '../directory/entry-key.js'
import type { VerifiedEntry } from '../directory/verify-entry.js'
import { CryptoError } from '../errors.js'
import { claimsOf, type Readable, readStatement } from '../statement/read-statement.js'
import { type VerifiedStatement, verifyStatement } from '../statement/verify-statement.js'
import { Absence } from './absence.js'

/**
 * Verifies a statement of absence by the relay that is to have made it, with a key that was in force at the
 * time it states. Its checkpoint is not opened.
 *
 * @param relay - the relay's entry, verified.
 * @throws {@link CryptoError} `evidence/malformed` if it is none; `evidence/issuer` if another relay made
 *   it; `directory/key` if no `evidence` key of this one, in force then, signed it; `statement/…`.
 */
export async function verifyAbsence(
  statement: Readable,
  relay: VerifiedEntry,
): Promise<VerifiedStatement<Absence>> {
  const read = await readStatement(statement)
  const claimed = claimsOf(read, Absence)
  if (!claimed) throw new CryptoError('evidence/malformed', 'not a statement of absence')
  const { issuer, time } = claimed
  if (issuer !== relay.payload.authority) {
    throw new CryptoError('evidence/issuer', 'the statement is of another relay')
  }
  const key = await entryKey(relay, 'evidence', new Date(time), read.kid)
  return verifyStatement(read, { typ: 'rogatory-absence', key, payload: Absence })
}
