import type { EntrySigner } from '#crypto/directory/sign-entry.js'
import type { EntrySays } from './entry-says.js'
import { publishNextEntry } from './publish-next-entry.js'
import type { Session } from '../session/session.js'

/**
 * Publishes the next version of the authority's entry, which says something otherwise. Only what is given
 * changes: what a colleague has changed meanwhile stays. Where nothing differs, nothing is done.
 *
 * @throws CryptoError `directory/entry` naming what does not fit; RelayProblem `entry-conflict`, `not-permitted`
 */
export async function changeEntry(
  session: Session,
  identity: EntrySigner,
  says: EntrySays,
): Promise<void> {
  await publishNextEntry(session, identity, { keys: [], overlapMs: 0, says })
}
