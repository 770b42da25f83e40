import { entryKey } from '../directory/entry-key.js'
import type { VerifiedEntry } from '../directory/verify-entry.js'
import { CryptoError } from '../errors.js'
import { readStatement } from '../statement/read-statement.js'
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
  statement: string,
  relay: VerifiedEntry,
): Promise<VerifiedStatement<Evidence>> {
  const { kid, payload } = await readStatement(statement)
  const claimed = Evidence.safeParse(payload)
  if (!claimed.success) throw new CryptoError('evidence/malformed', 'not evidence')
  const { issuer, time } = claimed.data
  if (issuer !== relay.payload.authority) {
    throw new CryptoError('evidence/issuer', 'the evidence is of another relay')
  }
  const key = await entryKey(relay, 'evidence', new Date(time), kid)
  return verifyStatement(statement, { typ: 'rogatory-evidence', key, payload: Evidence })
}

/** Whether evidence is about a package, and not about the directory. */
export const isAboutPackage = (
  evidence: VerifiedStatement<Evidence>,
): evidence is VerifiedStatement<PackageEvidence> => evidence.payload.about === 'package'
