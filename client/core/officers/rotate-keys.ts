import { importOpeningKey, importSigningKey } from '#crypto/keys/import-private.js'
import type { KeystoreContent } from '#crypto/keystore/keystore-file.js'
import type { EntrySigner } from '#crypto/directory/sign-entry.js'
import { publishNextEntry } from '../directory/publish-next-entry.js'
import { resealVault } from './reseal-vault.js'
import { listOfficers } from './list-officers.js'
import { vouchAnew } from './vouch-anew.js'
import type { Session } from '../session/session.js'

type Rotation = {
  /** The keys to come, kept already: what is published without its keys kept is lost. */
  readonly next: KeystoreContent
  readonly identity: EntrySigner
  /** So long the keys before serve on, in milliseconds. */
  readonly overlapMs: number
  /** When entry, keys and credentials end from now on. Left out: when the entry does now. */
  readonly validTo?: Date
}

/** The old credentials key serves on at least until everybody has a credential under the new one. */
const RENEWAL_MS = 3_600_000

/**
 * Changes the authority's operational keys: the new envelopes key goes into the vault beside the old
 * ones, so that packages under way still open; the next entry names both keys, the old ones until the
 * overlap ends; every active officer gets a credential under the new key. An overlap of less than an hour is ended
 * by a further entry when all of them have theirs: nobody, the administrator included, is shut out.
 *
 * Asked again with the same keys after a crash between any two steps, it does what is left to do.
 *
 * @returns the names of the officers whose credentials were signed anew.
 */
export async function rotateKeys(
  session: Session,
  { next, identity, overlapMs, validTo }: Rotation,
): Promise<readonly string[]> {
  const credentialsKey = await importSigningKey(next.signingKey)
  const envelopesKey = await importOpeningKey(next.sealingKey, { extractable: true })
  await resealVault(session, () => [envelopesKey])
  const change = {
    keys: [
      { purpose: 'credentials' as const, key: credentialsKey },
      { purpose: 'envelopes' as const, key: envelopesKey },
    ],
    ...(validTo && { validTo }),
  }
  const first = Math.max(overlapMs, RENEWAL_MS)
  await publishNextEntry(session, identity, { ...change, overlapMs: first })
  const { payload } = await session.directory.current(session.officer.authority)
  const names: string[] = []
  for (const { claims, standing, vouchedBy } of await listOfficers(session)) {
    if (standing !== 'active' || vouchedBy === credentialsKey.kid) continue
    const { validTo } = payload
    await vouchAnew(session, credentialsKey, claims.kid, (newest) => ({ ...newest, validTo }))
    names.push(claims.name)
  }
  if (overlapMs < first) await publishNextEntry(session, identity, { ...change, overlapMs })
  return names
}
