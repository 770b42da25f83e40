import { recipientsOf } from '#crypto/envelope/recipients-of.js'
import { draftSummary, openAsides } from '../drafting/draft-summary.js'
import { listDrafts } from '../drafting/list-drafts.js'
import type { Session } from '../session/session.js'

/**
 * The keys that each draft needs to be gone on with: those of its version in force and of what waits to be sent, of every version
 * kept aside that nobody has settled, and of the one that it was made from, without which the two are not brought together.
 *
 * @throws ClientError `draft-unknown` for one that a colleague discards meanwhile; RelayProblem; CryptoError
 */
export async function* kidsOfDrafts(session: Session): AsyncGenerator<readonly string[]> {
  for (const { draft, version, head, asides } of await listDrafts(session)) {
    const aside = asides === 0 ? [] : openAsides((await draftSummary(session, draft)).versions)
    const needed = new Set([version, ...aside.flatMap((one) => [one.version, one.basis])])
    const kids = head?.prepared ? [...recipientsOf(head.prepared.envelope)] : []
    for (const one of needed) {
      if (one === 0) continue
      const params = { draft, version: one }
      const { sealed } = await session.relay.call('readDraftVersion', { params })
      kids.push(...recipientsOf(sealed))
    }
    yield kids
  }
}
