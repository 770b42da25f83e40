import { entryKey } from '../directory/entry-key.js'
import type { VerifiedEntry } from '../directory/verify-entry.js'
import { CryptoError } from '../errors.js'
import { claimsOf, type Readable, readStatement } from '../statement/read-statement.js'
import { type VerifiedStatement, verifyStatement } from '../statement/verify-statement.js'
import { Evidence, type PackageEvidence } from './evidence.js'

/**
 * Verifies evidence by the relay that is to have issued it, with a key that was in force at the time the
 * evidence states.
 *
 * @param relay - the relay's entry, verified.
 * @throws {@link CryptoError} `evidence/malformed` if it is none; `evidence/issuer` if another relay
 *   issued it; `directory/key` if no `evidence` key of this one, in force then, signed it; `statement/…`.
 */
export async function verifyEvidence(
  statement: Readable,
  relay: VerifiedEntry,
): Promise<VerifiedStatement<Evidence>> {
  const read = await readStatement(statement)
  const claimed = claimsOf(read, Evidence)
  if (!claimed) throw new CryptoError('evidence/malformed', 'not evidence')
  const { issuer, time } = claimed
  if (issuer !== relay.payload.authority) {
    throw new CryptoError('evidence/issuer', 'the evidence is of another relay')
  }
  const key = await entryKey(relay, 'evidence', new Date(time), read.kid)
  return verifyStatement(read, { typ: 'rogatory-evidence', key, payload: Evidence })
}

/** Whether evidence is about a package, and not about the directory. */
export const isAboutPackage = (
  evidence: VerifiedStatement<Evidence>,
): evidence is VerifiedStatement<PackageEvidence> => evidence.payload.about === 'package'
