import type { TrustList } from '#crypto/directory/trust-list.js'
import type { VerifiedEntry } from '#crypto/directory/verify-entry.js'
import type { AuthorityId } from '#crypto/fields/fields.js'
import type { SigningKey } from '#crypto/keys/key.js'

/** Who this relay is and the keys it acts with. Its operator's key is not among them: it signs elsewhere. */
export type RelayIdentity = {
  readonly id: AuthorityId
  /** Public origin, without a path: tokens, assertions and DPoP proofs are bound to it. */
  readonly origin: string
  /** The relay's own directory entry; suspensions are verified by its `operator` keys. */
  readonly entry: VerifiedEntry
  readonly trust: TrustList
  /** An `evidence` key of the entry. */
  readonly evidenceKey: SigningKey
  /** Signs access tokens, which only relays of this origin read. */
  readonly tokenKey: SigningKey
}
