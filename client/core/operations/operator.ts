import type { CertificateIssuer } from '#crypto/pki/identity.js'
import type { SigningKey } from '#crypto/keys/key.js'
import type { TrustList } from '#crypto/directory/trust-list.js'
import type { AuthorityId } from '#crypto/fields/fields.js'

/** The operator of a network, with what is kept apart from the relay. */
export type Operator = {
  readonly root: CertificateIssuer
  /** The `operator` key of the relay's entry. */
  readonly key: SigningKey
  readonly trust: TrustList
  readonly relay: { readonly id: AuthorityId; readonly origin: string }
}
