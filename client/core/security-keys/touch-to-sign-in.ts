import type { SecurityKeyAssertion } from '#crypto/access/security-key-assertion.js'
import { securityKeyChallenge, type SignInTouch } from '#crypto/access/security-key-challenge.js'
import { fromBase64Url } from '#crypto/bytes/bytes.js'
import type { SecurityKeys } from './security-keys.js'
import { signedTouch } from './signed-touch.js'

/**
 * Lets a security key begin a session, where it was not touched already to unlock what is kept.
 *
 * @param credentials - any of these, in base64url, as the relay names them.
 * @throws as {@link SecurityKeys}
 */
export async function touchToSignIn(
  keys: SecurityKeys,
  begins: SignInTouch,
  credentials: readonly string[],
): Promise<SecurityKeyAssertion> {
  const asserted = await keys.touch({
    rpId: keys.rpId(),
    challenge: await securityKeyChallenge(begins),
    credentials: credentials.map(fromBase64Url),
  })
  return signedTouch(asserted, begins.nonce)
}
