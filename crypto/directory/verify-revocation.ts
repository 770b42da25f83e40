import { CryptoError } from '../errors.js'
import { claimsOf, type Readable, readStatement } from '../statement/read-statement.js'
import { type VerifiedStatement, verifyStatement } from '../statement/verify-statement.js'
import { entryKey } from './entry-key.js'
import { Revocation } from './revocation.js'
import type { VerifiedEntry } from './verify-entry.js'

/**
 * Verifies a revocation by the authority's entry, as of the moment at which it was declared.
 *
 * `since` may lie before `declared`: a key is often found stolen only later. What that does to acts
 * between the two is for whoever judges them.
 *
 * @throws {@link CryptoError} `directory/key` if no `credentials` key of the entry, in force when it
 *   was declared, signed it; `directory/revocation` if it is of another authority; `statement/…`.
 */
export async function verifyRevocation(
  statement: Readable,
  entry: VerifiedEntry,
): Promise<VerifiedStatement<Revocation>> {
  const read = await readStatement(statement)
  const claimed = claimsOf(read, Revocation)
  if (!claimed) throw refused('not a revocation')
  const key = await entryKey(entry, 'credentials', new Date(claimed.declared), read.kid)
  const revocation = await verifyStatement(read, {
    typ: 'rogatory-revocation',
    key,
    payload: Revocation,
  })
  if (revocation.payload.authority !== entry.payload.authority) {
    throw refused('an authority revokes the keys of its own officers only')
  }
  return revocation
}

const refused = (message: string) => new CryptoError('directory/revocation', message)
