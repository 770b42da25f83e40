import type { Revocation } from '#crypto/directory/revocation.js'
import type { EntrySigner } from '#crypto/directory/sign-entry.js'
import { generateOpeningKey } from '#crypto/keys/generate.js'
import type { OpeningKey, SigningKey } from '#crypto/keys/key.js'
import { ClientError } from '../client-error.js'
import { publishNextEntry } from '../directory/publish-next-entry.js'
import { resealVault } from './reseal-vault.js'
import { revokeKey } from './revoke-key.js'
import { listOfficers, type Member, memberNamed } from './list-officers.js'
import type { Session } from '../session/session.js'

/** The authority's operational `credentials` key, and the identity that signs its entries. */
export type AuthorityKeys = {
  readonly credentialsKey: SigningKey
  readonly identity: EntrySigner
}

type Removal = {
  readonly who: string
  readonly reason: Revocation['reason']
  /** From when on the key proves nothing. Left out: from now. */
  readonly since?: Date
  /** So long packages sealed before still go through, in milliseconds. */
  readonly overlapMs: number
}

/**
 * Puts an officer out: the key is revoked, so that tokens and sockets die within seconds; the vault is
 * sealed to the others, with a new envelopes key; the next entry has senders seal to that one.
 *
 * What stays within reach of the officer: what they have read and copied, and, with a copy of the old
 * vault keys, any ciphertext sealed to the old key that they can get hold of. The relay gives them none.
 *
 * Asked again after a crash between any two steps, it does what is left to do.
 *
 * @throws ClientError `officer-unknown`, `last-admin`, `usage` for oneself; RelayProblem
 */
export async function removeOfficer(
  session: Session,
  { credentialsKey, identity }: AuthorityKeys,
  { who, reason, since, overlapMs }: Removal,
): Promise<void> {
  const members = await listOfficers(session)
  const { claims } = memberNamed(members, who)
  requireOther(session, claims.kid, members)
  const revocation = await revokeKey(session, credentialsKey, {
    kid: claims.kid,
    reason,
    ...(since && { since }),
  })
  const declared = revocation.payload.declared
  const key = await nextEnvelopesKey(session, declared)
  if (key === undefined) return
  await publishNextEntry(session, identity, { keys: [{ purpose: 'envelopes', key }], overlapMs })
}

function requireOther(session: Session, kid: string, members: readonly Member[]): void {
  const others = members.some(
    ({ standing, claims }) =>
      standing === 'active' && claims.kid !== kid && claims.roles.includes('admin'),
  )
  if (!others) {
    throw new ClientError(
      'last-admin',
      'the last officer with the role admin cannot leave',
      'Give another officer the role first: rogatory officer roles',
    )
  }
  if (kid !== session.officer.credential.payload.kid) return
  throw new ClientError(
    'usage',
    'you cannot finish your own removal: your access ends with its first step',
    'Ask another officer with the role admin.',
  )
}

/**
 * The key to seal to from now on, in the vault before anybody seals to it. A key of the vault that no
 * entry names was made by a removal that broke off. Undefined when senders have changed over already.
 */
async function nextEnvelopesKey(
  session: Session,
  declared: string,
): Promise<OpeningKey | undefined> {
  const history = await session.directory.history(session.officer.authority)
  const named = history.flatMap(({ payload }) => payload.keys)
  const isChanged = named.some(
    ({ purpose, notBefore }) => purpose === 'envelopes' && notBefore >= declared,
  )
  const crv = named.find(({ purpose }) => purpose === 'envelopes')?.jwk.crv
  const suite = crv === 'P-256' ? 'p256' : crv === 'P-384' ? 'p384' : 'x25519'
  const unnamed = (keys: readonly OpeningKey[]) =>
    keys.find(({ kid }) => !named.some((key) => key.kid === kid))
  const keys = await resealVault(session, async (kept) =>
    isChanged || unnamed(kept) !== undefined
      ? []
      : [await generateOpeningKey(suite, { extractable: true })],
  )
  return isChanged ? undefined : unnamed(keys)
}
