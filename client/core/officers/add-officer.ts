import { uuidV7 } from '#crypto/bytes/uuid-v7.js'
import { z } from 'zod'
import type { Role } from '#crypto/directory/officer-credential.js'
import { signCredential } from '#crypto/directory/sign-credential.js'
import { AuthorityId, Kid, OfficerId, PublicJwk, plainText } from '#crypto/fields/fields.js'
import type { SigningKey } from '#crypto/keys/key.js'
import { ClientError } from '../client-error.js'
import { resealVault } from './reseal-vault.js'
import { vouchAnew } from './vouch-anew.js'
import { listOfficers, memberNamed } from './list-officers.js'
import type { Session } from '../session/session.js'

const PublicHalf = z.strictObject({ kid: Kid, jwk: PublicJwk })

/** The public halves of a newcomer's keys, as `rogatory keys create` writes them to be handed over. */
export const OfficerPublicKeys = z.strictObject({
  authority: AuthorityId,
  signing: PublicHalf,
  sealing: PublicHalf,
})
export type OfficerPublicKeys = z.infer<typeof OfficerPublicKeys>

type Newcomer = {
  readonly name: string
  readonly roles: readonly Role[]
  readonly keys: OfficerPublicKeys
}

/**
 * Takes an officer in: credential, then the vault sealed to them too. The newcomer fetches the
 * credential by logging in. Asked again after a crash, it does what is left to do.
 *
 * @param credentialsKey - the authority's, which vouches.
 * @throws ClientError `usage` for keys made for another authority; CryptoError `directory/credential`
 */
export async function addOfficer(
  session: Session,
  credentialsKey: SigningKey,
  { name, roles, keys }: Newcomer,
): Promise<void> {
  const { relay, directory, officer, platform } = session
  const { authority } = officer
  if (keys.authority !== authority) {
    throw new ClientError(
      'usage',
      `these keys were made for ${keys.authority}`,
      `Let them be made again with: rogatory keys create --authority ${authority}`,
    )
  }
  const known = (await listOfficers(session)).find(({ claims }) => claims.kid === keys.signing.kid)
  if (known?.standing !== 'active') {
    const { payload } = await directory.current(authority)
    const credential = await signCredential(
      {
        authority,
        officer: known?.claims.officer ?? OfficerId.parse(uuidV7(platform.now())),
        name: plainText(name),
        roles: [...roles],
        kid: keys.signing.kid,
        key: keys.signing.jwk,
        sealingKey: keys.sealing.jwk,
        validFrom: platform.now().toISOString(),
        validTo: payload.validTo,
        // What is demanded of a key is no matter of how long it was vouched for.
        ...(known?.claims.securityKeys && { securityKeys: known.claims.securityKeys }),
      },
      credentialsKey,
    )
    await relay.call('publishCredential', { body: { credential } })
  }
  await resealVault(session)
}

/**
 * Gives an officer other roles: a new credential for the same key, then the vault, which opens to them
 * or no more. Whoever loses a role keeps what they have read; see {@link removeOfficer} for more.
 *
 * @throws ClientError `officer-unknown`; RelayProblem `last-admin`
 */
export async function changeRoles(
  session: Session,
  credentialsKey: SigningKey,
  who: string,
  roles: readonly Role[],
): Promise<void> {
  const { claims } = memberNamed(await listOfficers(session), who)
  await vouchAnew(session, credentialsKey, claims.kid, ({ linguist, ...rest }) =>
    rest.roles.join() === roles.join()
      ? undefined
      : {
          ...rest,
          // Who translates no more is offered to nobody.
          ...(roles.includes('translator') && linguist && { linguist }),
          roles: [...roles],
        },
  )
  await resealVault(session)
}
