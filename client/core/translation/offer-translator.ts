import type { LinguistProfile } from '#crypto/directory/linguist-profile.js'
import type { SigningKey } from '#crypto/keys/key.js'
import { canonicalize } from '#crypto/canonical/canonicalize.js'
import { ClientError } from '../client-error.js'
import { listOfficers, memberNamed } from '../officers/list-officers.js'
import { vouchAnew } from '../officers/vouch-anew.js'
import type { Session } from '../session/session.js'

/**
 * Vouches for what a translator of the own authority is: a new credential for the same key, which others find.
 *
 * @param credentialsKey - the authority's, which vouches.
 * @param profile - undefined: offered no more.
 * @throws ClientError `officer-unknown` for somebody who is no translator; CryptoError `directory/credential`
 */
export async function offerTranslator(
  session: Session,
  credentialsKey: SigningKey,
  who: string,
  profile: LinguistProfile | undefined,
): Promise<void> {
  const { claims } = memberNamed(await listOfficers(session), who)
  if (!claims.roles.includes('translator')) {
    throw new ClientError(
      'officer-unknown',
      `${claims.name} has not the role translator`,
      'Give it first: rogatory officer roles WHO --roles translator',
    )
  }
  await vouchAnew(session, credentialsKey, claims.kid, ({ linguist, ...rest }) =>
    canonicalize(linguist ?? null) === canonicalize(profile ?? null)
      ? undefined
      : { ...rest, ...(profile && { linguist: profile }) },
  )
}
