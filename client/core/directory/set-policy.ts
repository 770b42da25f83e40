import type { EntrySigner } from '#crypto/directory/sign-entry.js'
import type { DirectoryEntry } from '#crypto/directory/entry.js'
import { publishNextEntry } from './publish-next-entry.js'
import type { Session } from '../session/session.js'

/**
 * Says in the authority's entry how many further officers have to approve what is sent. Relay and
 * recipients hold every package to the version of the entry that its header names.
 */
export async function setPolicy(
  session: Session,
  identity: EntrySigner,
  policy: DirectoryEntry['policy'],
): Promise<void> {
  await publishNextEntry(session, identity, { keys: [], overlapMs: 0, says: { policy } })
}
