import type { Readable } from '../statement/read-statement.js'
import type { VerifiedStatement } from '../statement/verify-statement.js'
import { verifyOperatorStatement } from './operator-statement.js'
import { Suspension } from './revocation.js'
import type { VerifiedEntry } from './verify-entry.js'

/**
 * Verifies a suspension, or its lifting, by the relay's entry, as of the moment it was declared.
 *
 * @param relay - the relay's own entry.
 * @throws {@link CryptoError} `directory/key` if no `operator` key of the relay, in force when it was
 *   declared, signed it; `directory/suspension` if it is none; `statement/…`.
 */
export const verifySuspension = (
  statement: Readable,
  relay: VerifiedEntry,
): Promise<VerifiedStatement<Suspension>> =>
  verifyOperatorStatement(statement, relay, {
    typ: 'rogatory-suspension',
    payload: Suspension,
    code: 'directory/suspension',
  })
