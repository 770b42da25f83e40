import { type Ending } from '#crypto/directory/key-endings.js'
import { OfficerCredential } from '#crypto/directory/officer-credential.js'
import type { KnownAuthority } from '../directory/known-authorities.js'
import type { DirectoryStore } from '../ports.js'
import { readKept } from '../read-kept.js'

/**
 * When the credentials of an authority's officers end. Of each officer only the one that lasts longest
 * counts, and none whose key is revoked: what was replaced ends as planned.
 */
export async function endingsOfOfficers(
  directory: Pick<DirectoryStore, 'history'>,
  { authority, revocations }: KnownAuthority,
  now: Date,
): Promise<readonly Ending[]> {
  const revoked = new Set(
    revocations
      .filter(({ payload }) => new Date(payload.since) <= now)
      .map(({ payload }) => payload.kid),
  )
  const newest = new Map<string, OfficerCredential>()
  for (const kept of await directory.history(authority, 'rogatory-officer')) {
    const { payload } = await readKept(kept, OfficerCredential)
    newest.set(payload.kid, payload)
  }
  const lasting = new Map<string, OfficerCredential>()
  for (const credential of newest.values()) {
    if (revoked.has(credential.kid)) continue
    if ((lasting.get(credential.officer)?.validTo ?? '') < credential.validTo) {
      lasting.set(credential.officer, credential)
    }
  }
  return [...lasting.values()].map(({ kid, validTo }) => ({
    what: 'credential',
    of: kid,
    at: validTo,
  }))
}
