import type { DraftId } from '#crypto/fields/fields.js'
import type { Caller } from '../../contract/wire.js'
import { draftHead } from './draft-head.js'
import type { DraftAnnouncer, DraftStore } from './draft-store.js'
import { Refusal } from '../errors.js'
import type { Clock } from '../ports.js'
import { requirePermission } from '../access/require-permission.js'

type Ports = {
  readonly drafts: DraftStore
  readonly announcer: DraftAnnouncer
  readonly clock: Clock
}
export type DiscardDraft = ReturnType<typeof discardDraft>

/**
 * Discards a draft whose version in force is the one named: nobody throws away what they have not seen.
 * A last version without content is kept first, so that a writer who comes at the same time loses;
 * then all content goes. Asked again after a crash between the two, it does what is left to do.
 *
 * @throws {@link Refusal} `not-permitted`, `draft-unknown`, `draft-conflict`
 */
export function discardDraft({ drafts, announcer, clock }: Ports) {
  return async (
    caller: Caller,
    draft: DraftId,
    version: number,
  ): Promise<{ readonly draft: DraftId }> => {
    requirePermission(caller, 'discardDraft')
    const { authority } = caller
    const versions = await drafts.versions(authority, draft)
    const last = versions.at(-1)
    if (last === undefined) throw new Refusal('draft-unknown', 'your authority has no such draft')
    if (!last.discarded) {
      if (draftHead(versions)?.version !== version) throw conflict()
      const end = { version: last.version + 1, basis: version, resolves: null, aside: false }
      const nothing = { discarded: true, octets: 0, sealed: '', keptAt: clock.now() }
      if (!(await drafts.keep(authority, { draft, ...end, ...nothing }))) throw conflict()
      announcer.announceDraft(authority, { draft, version: end.version, change: 'discarded' })
    }
    await drafts.prune(authority, draft, last.discarded ? last.version : last.version + 1)
    return { draft }
  }
}

const conflict = () => new Refusal('draft-conflict', 'the draft has changed since; read it first')
