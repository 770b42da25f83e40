import type { SecurityKeyAssertion } from '#crypto/access/security-key-assertion.js'
import { securityKeyChallenge, type SignInTouch } from '#crypto/access/security-key-challenge.js'
import type { KeystoreContent } from '#crypto/keystore/keystore-file.js'
import { openBoundKeystore } from '#crypto/keystore/open-bound-keystore.js'
import { readBoundKeystore } from '#crypto/keystore/read-bound-keystore.js'
import { askBoundKey } from './ask-bound-key.js'
import type { SecurityKeys } from './security-keys.js'
import { signedTouch } from './signed-touch.js'

type Opened = {
  readonly content: KeystoreContent
  /** By the same touch: begins a session at a relay that demands it. */
  readonly touched: SecurityKeyAssertion
}

/**
 * Opens a bound keystore: the security key is asked first, while a person's hand is near it.
 *
 * @throws CryptoError `keystore/passphrase`, `keystore/security-key`, `keystore/malformed`; as {@link SecurityKeys}
 */
export async function openWithSecurityKey(
  file: string,
  passphrase: string,
  keys: SecurityKeys,
  begins: SignInTouch,
): Promise<Opened> {
  const challenge = await securityKeyChallenge(begins)
  const answer = await askBoundKey(readBoundKeystore(file), keys, challenge)
  const content = await openBoundKeystore(file, passphrase, answer)
  return { content, touched: signedTouch(answer, begins.nonce) }
}
