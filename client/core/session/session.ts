import type { OfficerCredential } from '#crypto/directory/officer-credential.js'
import type { TrustList } from '#crypto/directory/trust-list.js'
import type { AuthorityId } from '#crypto/fields/fields.js'
import type { OpeningKey, SigningKey } from '#crypto/keys/key.js'
import type { VerifiedStatement } from '#crypto/statement/verify-statement.js'
import type { DirectoryView } from '../directory/directory-view.js'
import type { Platform, Relay } from '../ports.js'

/** One officer, ready to act: keys open, credential at hand. */
export type Officer = {
  readonly authority: AuthorityId
  readonly credential: VerifiedStatement<OfficerCredential>
  readonly signingKey: SigningKey
  readonly sealingKey: OpeningKey
}

/** All that a use-case of a person needs. Nothing in it is trusted but `trust` and the officer's keys. */
export type Session = {
  readonly relay: Relay
  readonly relayId: AuthorityId
  readonly platform: Platform
  readonly trust: TrustList
  readonly officer: Officer
  readonly directory: DirectoryView
  /** The authority's private `envelopes` keys, from its vault; at most a minute old. */
  vaultKeys(): Promise<readonly OpeningKey[]>
}
