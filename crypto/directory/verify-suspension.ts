import { CryptoError } from '../errors.js'
import { readStatement } from '../statement/read-statement.js'
import { type VerifiedStatement, verifyStatement } from '../statement/verify-statement.js'
import { entryKey } from './entry-key.js'
import { Suspension } from './revocation.js'
import type { VerifiedEntry } from './verify-entry.js'

/**
 * Verifies a suspension, or its lifting, by the relay's entry, as of the moment it was declared.
 *
 * @param relay - the relay's own entry.
 * @throws {@link CryptoError} `directory/key` if no `operator` key of the relay, in force when it was
 *   declared, signed it; `directory/suspension` if it is none; `statement/…`.
 */
export async function verifySuspension(
  statement: string,
  relay: VerifiedEntry,
): Promise<VerifiedStatement<Suspension>> {
  const { kid, payload } = await readStatement(statement)
  const claimed = Suspension.safeParse(payload)
  if (!claimed.success) throw new CryptoError('directory/suspension', 'not a suspension')
  const key = await entryKey(relay, 'operator', new Date(claimed.data.declared), kid)
  return verifyStatement(statement, { typ: 'rogatory-suspension', key, payload: Suspension })
}
