import { toBase64Url, toUtf8 } from '../bytes/bytes.js'
import { checked } from '../fields/checked.js'
import { BoundKeystoreFile } from './bound-keystore-file.js'
import { deriveBoundKey } from './derive-bound-key.js'
import { deriveKey, DERIVATION, type Derivation } from './derive-key.js'
import { KeystoreContent } from './keystore-file.js'
import { sealUnder } from './seal-under.js'
import { type NamedAnswer, wrapContentKey } from './wrap-content-key.js'

type Site = {
  readonly rpId: string
  /** 32 random octets, to which the security key has answered. */
  readonly prfSalt: Uint8Array
}

/**
 * Binds an officer's keys to a passphrase and a first security key. Further ones: `addSecurityKey`.
 *
 * @returns JSON text of the bound keystore.
 * @throws {@link CryptoError} `keystore/malformed` if nobody could open it again; `keystore/passphrase` for an
 *   empty passphrase; `keystore/security-key` for an answer of another length than 32 octets.
 */
export async function bindKeystore(
  content: KeystoreContent,
  passphrase: string,
  { rpId, prfSalt, ...first }: Site & NamedAnswer,
  derivation: Derivation = DERIVATION,
): Promise<string> {
  const keys = checked(KeystoreContent, content, 'keystore/malformed')
  const kdf = { ...derivation, salt: toBase64Url(crypto.getRandomValues(new Uint8Array(32))) }
  const contentKey = crypto.getRandomValues(new Uint8Array(32))
  const key = await deriveBoundKey(await deriveKey(passphrase, kdf), first, rpId)
  const file = {
    format: 'rogatory-bound-keystore',
    version: 1,
    kdf,
    rpId,
    prfSalt: toBase64Url(prfSalt),
    securityKeys: [await wrapContentKey(contentKey, key, first)],
    jwe: await sealUnder(contentKey, toUtf8(JSON.stringify(keys)), 'rogatory-bound-keystore'),
  }
  return JSON.stringify(checked(BoundKeystoreFile, file, 'keystore/malformed'))
}
