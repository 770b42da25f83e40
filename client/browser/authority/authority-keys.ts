import type { EntrySigner } from '#crypto/directory/sign-entry.js'
import type { AuthorityId } from '#crypto/fields/fields.js'
import { importSigningKey } from '#crypto/keys/import-private.js'
import type { SigningKey } from '#crypto/keys/key.js'
import { openKeystore } from '#crypto/keystore/open-keystore.js'
import { fromPkcs12 } from '#crypto/pki/from-pkcs12.js'
import type { Identity } from '#crypto/pki/identity.js'
import { ClientError } from '../../core/client-error.js'

/** What an authority itself signs with. In memory while the page is open, and nowhere else in this browser. */
export type AuthorityKeys = {
  readonly credentialsKey: SigningKey
  readonly identity: EntrySigner
  /** The same, with what a file of it is made of. */
  readonly pkcs12: Identity
  /** Under which keys that are made here are sealed, too. */
  readonly passphrase: string
}

/**
 * Opens the two files of an authority's folder.
 *
 * @throws CryptoError `keystore/…`, `pki/…`; ClientError `usage` for the keys of another authority
 */
export async function openAuthorityKeys(
  { operational, identity }: { readonly operational: File; readonly identity: File },
  passphrase: string,
  own: AuthorityId,
): Promise<AuthorityKeys> {
  const { authority, signingKey } = await openKeystore(await operational.text(), passphrase)
  if (authority !== own) {
    throw new ClientError('usage', `these keys are of ${authority}`, 'Choose those of your own.')
  }
  const pkcs12 = await fromPkcs12(new Uint8Array(await identity.arrayBuffer()), passphrase)
  return {
    credentialsKey: await importSigningKey(signingKey),
    ...identityKeys(pkcs12),
    passphrase,
  }
}

/** The part of {@link AuthorityKeys} that an identity is. */
export const identityKeys = (pkcs12: Identity): Pick<AuthorityKeys, 'identity' | 'pkcs12'> => ({
  identity: { key: pkcs12.key, chain: pkcs12.chain.map(({ x5c }) => x5c) },
  pkcs12,
})
