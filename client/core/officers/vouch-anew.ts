import type { OfficerCredential } from '#crypto/directory/officer-credential.js'
import { signCredential } from '#crypto/directory/sign-credential.js'
import { verifyCredential } from '#crypto/directory/verify-credential.js'
import type { SigningKey } from '#crypto/keys/key.js'
import type { Session } from '../session/session.js'

/**
 * Publishes another credential for a key that has one: the newest with what is changed, read just before, so that what another
 * administrator has changed meanwhile stays. It is a new word each time: the octets of an earlier one would not be the newest.
 *
 * @param kid - of the officer's key.
 * @param change - undefined: it is as it should be, and nothing is published.
 * @throws CryptoError `directory/credential`, also where the newest is not vouched for any more; RelayProblem
 */
export async function vouchAnew(
  { relay, platform, directory, officer }: Session,
  credentialsKey: SigningKey,
  kid: string,
  change: (claims: OfficerCredential) => OfficerCredential | undefined,
): Promise<void> {
  const [{ statement }, entry] = await Promise.all([
    relay.call('readCredential', { params: { kid } }),
    directory.current(officer.authority),
  ])
  const { payload } = await verifyCredential(statement, entry, platform.now())
  const changed = change(payload)
  if (changed === undefined) return
  const validFrom = platform.now().toISOString()
  const credential = await signCredential({ ...changed, validFrom }, credentialsKey)
  await relay.call('publishCredential', { body: { credential } })
}
