import { fromUtf8, toBase64Url } from '../bytes/bytes.js'
import { CryptoError } from '../errors.js'
import type { BoundKeystoreFile } from './bound-keystore-file.js'
import { deriveBoundKey, type SecurityKeyAnswer } from './derive-bound-key.js'
import { deriveKey } from './derive-key.js'
import { KeystoreContent } from './keystore-file.js'
import { openUnder } from './open-under.js'
import { parseFile } from './parse-file.js'
import { readBoundKeystore } from './read-bound-keystore.js'

/** A bound keystore that is open, with what seals to a further security key. */
export type UnlockedKeystore = {
  readonly file: BoundKeystoreFile
  readonly content: KeystoreContent
  readonly passphraseKey: Uint8Array
  readonly contentKey: Uint8Array
}

/**
 * Opens a bound keystore, for whoever changes its security keys.
 *
 * @throws {@link CryptoError} `keystore/malformed` when it is none; `keystore/security-key` when the answer is
 *   of a key that it is not bound to; `keystore/passphrase` when both together do not open it, for which
 *   only the passphrase can be wrong while the security key is honest.
 */
export async function unlockBoundKeystore(
  text: string,
  passphrase: string,
  answer: SecurityKeyAnswer,
): Promise<UnlockedKeystore> {
  const file = readBoundKeystore(text)
  const credential = toBase64Url(answer.credential)
  const bound = file.securityKeys.find((key) => key.credential === credential)
  if (bound === undefined) {
    throw new CryptoError('keystore/security-key', 'the keystore is bound to other security keys')
  }
  const passphraseKey = await deriveKey(passphrase, file.kdf)
  const key = await deriveBoundKey(passphraseKey, answer, file.rpId)
  const contentKey = await openUnder(key, bound.jwe, 'rogatory-bound-keystore-key')
  if (contentKey === undefined) {
    throw new CryptoError('keystore/passphrase', 'passphrase and security key do not open it')
  }
  const opened = await openUnder(contentKey, file.jwe, 'rogatory-bound-keystore')
  const content = KeystoreContent.safeParse(opened && parseFile(() => fromUtf8(opened)))
  if (content.success) return { file, content: content.data, passphraseKey, contentKey }
  throw new CryptoError('keystore/malformed', 'the bound keystore holds something else than keys')
}
