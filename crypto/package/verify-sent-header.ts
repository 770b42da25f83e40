import { CORRESPONDENTS, requireRole } from '../directory/roles.js'
import type { Actor } from '../directory/verify-act.js'
import { CryptoError } from '../errors.js'
import type { Readable } from '../statement/read-statement.js'
import { type VerifiedHeader, verifyHeader } from './verify-header.js'

/**
 * Verifies a header as whoever opens the package does: by its officer, who corresponds, under the very version of the
 * sender's entry that it names.
 *
 * @throws {@link CryptoError} `package/mismatch` if it names another version; `directory/role`; and as
 *   {@link verifyHeader}.
 */
export async function verifySentHeader(statement: Readable, by: Actor): Promise<VerifiedHeader> {
  const header = await verifyHeader(statement, by)
  requireRole(header.credential, CORRESPONDENTS)
  if (header.payload.senderEntry !== by.entry.digest) {
    throw new CryptoError(
      'package/mismatch',
      'the header names another version of the sender’s entry',
    )
  }
  return header
}
