import type { OfficerCredential } from '#crypto/directory/officer-credential.js'
import { signCredential } from '#crypto/directory/sign-credential.js'
import type { SigningKey } from '#crypto/keys/key.js'
import type { Session } from '../session/session.js'

/**
 * Publishes another credential for a key that has one. It is a new word each time: the octets of an earlier one would not
 * be the newest.
 *
 * @throws CryptoError `directory/credential`; RelayProblem
 */
export async function vouchAnew(
  { relay, platform }: Session,
  credentialsKey: SigningKey,
  claims: OfficerCredential,
): Promise<void> {
  const validFrom = platform.now().toISOString()
  const credential = await signCredential({ ...claims, validFrom }, credentialsKey)
  await relay.call('publishCredential', { body: { credential } })
}
