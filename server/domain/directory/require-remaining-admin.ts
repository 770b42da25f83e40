import { OfficerCredential } from '#crypto/directory/officer-credential.js'
import { Refusal } from '../errors.js'
import type { KnownAuthority } from './known-authorities.js'
import type { DirectoryStore } from '../ports.js'
import { readKept } from '../read-kept.js'
import { verifyOfficer } from '../access/verify-officer.js'

/**
 * Holds back what would leave an authority without anybody who can store its vault: the key that is
 * about to lose its power is the only one in good standing with the role `admin`.
 *
 * @throws {@link Refusal} `last-admin`
 */
export async function requireRemainingAdmin(
  directory: Pick<DirectoryStore, 'history'>,
  known: KnownAuthority,
  leaving: string,
  at: Date,
): Promise<void> {
  const newest = new Map<string, { readonly statement: string; readonly isAdmin: boolean }>()
  for (const kept of await directory.history(known.authority, 'rogatory-officer')) {
    const { statement, payload } = await readKept(kept, OfficerCredential)
    newest.set(payload.kid, { statement, isAdmin: payload.roles.includes('admin') })
  }
  // Whoever is no admin, or not in good standing, leaves no gap.
  const isAdmin = async (kid: string) => {
    const { statement, isAdmin } = newest.get(kid) ?? { statement: '', isAdmin: false }
    if (!isAdmin) return false
    return verifyOfficer(known, statement, at).then(
      () => true,
      (error: unknown) => {
        if (error instanceof Refusal) return false
        throw error
      },
    )
  }
  if (!(await isAdmin(leaving))) return
  for (const kid of newest.keys()) if (kid !== leaving && (await isAdmin(kid))) return
  throw new Refusal('last-admin', `${known.authority} would have no officer with the role admin`)
}
