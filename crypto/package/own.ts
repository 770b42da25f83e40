import type { VerifiedEntry } from '../directory/verify-entry.js'
import type { AuthorityId } from '../fields/fields.js'
import type { OpeningKey } from '../keys/key.js'

/** Who opens: an authority that is a recipient, or the sender itself. */
export type Own = {
  readonly authority: AuthorityId
  /** From the vault. */
  readonly keys: readonly OpeningKey[]
  /** The versions of the own entry that senders may name. Left out: not judged. */
  readonly entries?: readonly VerifiedEntry[]
}
