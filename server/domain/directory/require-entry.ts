import type { VerifiedEntry } from '#crypto/directory/verify-entry.js'
import { entryInForce } from '#crypto/directory/entry-in-force.js'
import type { AuthorityId } from '#crypto/fields/fields.js'
import { Refusal } from '../errors.js'
import type { KnownAuthorities, KnownAuthority } from './known-authorities.js'

/**
 * What is known of an authority, and its entry in force.
 *
 * @param freshness - as `KnownAuthorities.of` has it.
 * @throws {@link Refusal} `authority-unknown`
 */
export async function requireEntry(
  authorities: Pick<KnownAuthorities, 'of'>,
  authority: AuthorityId,
  at: Date,
  freshness?: Parameters<KnownAuthorities['of']>[1],
): Promise<{ readonly known: KnownAuthority; readonly entry: VerifiedEntry }> {
  const known = await authorities.of(authority, freshness)
  const entry = known && entryInForce(known, at)
  if (known === undefined || entry === undefined) {
    throw new Refusal('authority-unknown', `${authority} has no entry in force`)
  }
  return { known, entry }
}
