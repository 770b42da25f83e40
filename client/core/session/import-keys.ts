import type { AuthorityId } from '#crypto/fields/fields.js'
import { importOpeningKey, importSigningKey } from '#crypto/keys/import-private.js'
import type { OpeningKey, SigningKey } from '#crypto/keys/key.js'
import type { KeystoreContent } from '#crypto/keystore/keystore-file.js'

/** What a keystore holds, imported: the platform holds the private halves, and hands them to nobody. */
export type OpenedKeys = {
  readonly authority: AuthorityId
  readonly credential: string | null
  readonly signingKey: SigningKey
  readonly sealingKey: OpeningKey
}

/** Imports the keys of an opened keystore; not extractable. @throws CryptoError `keys/…` */
export async function importKeys(content: KeystoreContent): Promise<OpenedKeys> {
  const { authority, credential } = content
  return {
    authority,
    credential,
    signingKey: await importSigningKey(content.signingKey),
    sealingKey: await importOpeningKey(content.sealingKey),
  }
}
