import { CryptoError } from '../errors.js'
import { readStatement } from '../statement/read-statement.js'
import type { VerifiedStatement } from '../statement/verify-statement.js'
import type { VerifiedEntry } from './verify-entry.js'

/**
 * Verifies what an operator once signed, also where it has changed its key since: by the last version of the relay's
 * entry that names the key, which must have been in force at the moment declared. A version that leaves the key out
 * ends it.
 *
 * @param versions - of the relay's entry, verified, oldest first.
 * @param byEntry - verifies by one of them, as of the moment that the statement declares.
 * @throws {@link CryptoError} `directory/key` if no version names the key, or it had been left out by then; and as
 *   `byEntry`.
 */
export async function verifyByVersions<P extends { readonly declared: string }>(
  statement: string,
  versions: readonly VerifiedEntry[],
  byEntry: (statement: string, relay: VerifiedEntry) => Promise<VerifiedStatement<P>>,
): Promise<VerifiedStatement<P>> {
  const { kid } = await readStatement(statement)
  const last = versions.findLastIndex((one) =>
    one.payload.keys.some((each) => each.purpose === 'operator' && each.kid === kid),
  )
  const [entry, without] = versions.slice(last, last + 2)
  if (last < 0 || entry === undefined) {
    throw new CryptoError('directory/key', 'no version of the relay’s entry has that operator key')
  }
  const verified = await byEntry(statement, entry)
  if (without !== undefined && verified.payload.declared > without.payload.validFrom) {
    throw new CryptoError('directory/key', 'the key had been left out of the relay’s entry by then')
  }
  return verified
}
