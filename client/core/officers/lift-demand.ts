import { uuidV7 } from '#crypto/bytes/uuid-v7.js'
import { signCredential } from '#crypto/directory/sign-credential.js'
import { type AuthorityId, OfficerId, PublicJwk } from '#crypto/fields/fields.js'
import { type Suite, SUITES } from '#crypto/keys/algorithms.js'
import { importSigningKey } from '#crypto/keys/import-private.js'
import type { SigningKey } from '#crypto/keys/key.js'
import { ClientError } from '../client-error.js'
import { openSession, type SessionMeans } from '../session/open-session.js'
import { createOfficerKeys } from './create-officer-keys.js'
import { listOfficers, memberNamed } from './list-officers.js'
import { revokeKey } from './revoke-key.js'
import { vouchAnew } from './vouch-anew.js'

type Authority = { readonly authority: AuthorityId; readonly credentialsKey: SigningKey }

/** By what the key of this one act is found in the list of officers, and in the log. */
const NAME = 'Recovery of access'
const LASTS_MS = 60 * 60_000

/**
 * Has an officer sign in without security keys again whom no colleague can help: who has lost every one that is demanded,
 * and is alone with the role admin. It takes the authority's own keys and no sign-in of anybody: they vouch for a key that is made
 * for this act, has the role admin, is kept nowhere, and is revoked when it is done. Asked again after a crash, it makes another one.
 *
 * @param who - name, id or key of the officer.
 * @returns the name of the officer.
 * @throws ClientError `officer-unknown`; `usage` where none is demanded; as {@link openSession}; RelayProblem
 */
export async function liftDemand(
  means: SessionMeans,
  { authority, credentialsKey }: Authority,
  who: string,
): Promise<string> {
  const now = means.platform.now()
  const { content, public: keys } = await createOfficerKeys(authority, suiteOf(credentialsKey))
  const credential = await signCredential(
    {
      authority,
      officer: OfficerId.parse(uuidV7(now)),
      name: NAME,
      roles: ['admin'],
      kid: keys.signing.kid,
      key: PublicJwk.parse(keys.signing.jwk),
      sealingKey: PublicJwk.parse(keys.sealing.jwk),
      validFrom: now.toISOString(),
      validTo: new Date(now.getTime() + LASTS_MS).toISOString(),
    },
    credentialsKey,
  )
  const key = await importSigningKey(content.signingKey)
  const relay = means.relay(means.profile.origin, key, () => means.platform.now())
  await relay.call('publishCredential', { body: { credential } })
  const session = await openSession({ ...means, keys: { ...content, credential } })
  try {
    const { claims } = memberNamed(await listOfficers(session), who)
    await vouchAnew(session, credentialsKey, claims.kid, ({ securityKeys, ...rest }) => {
      if (securityKeys === undefined) throw nothingDemanded(rest.name)
      return rest
    })
    return claims.name
  } finally {
    await revokeKey(session, credentialsKey, { kid: key.kid, reason: 'superseded' })
  }
}

function suiteOf({ alg }: SigningKey): Suite {
  const suites = Object.keys(SUITES) as Suite[]
  return suites.find((suite) => SUITES[suite].signature === alg) ?? 'x25519'
}

const nothingDemanded = (name: string) =>
  new ClientError(
    'usage',
    `no security key is demanded of ${name}`,
    'Sign in with the keystore file and its passphrase.',
  )
