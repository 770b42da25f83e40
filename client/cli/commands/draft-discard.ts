import type { DraftId } from '#crypto/fields/fields.js'
import { discardDraft } from '../../core/drafting/discard-draft.js'
import { draftSummary, headOf } from '../../core/drafting/draft-summary.js'
import type { CommandContext } from '../command-context.js'
import { officerSession } from '../officer-session.js'
import { terminalOf } from '../terminal-of.js'

export async function draftDiscard(context: CommandContext, id: DraftId): Promise<void> {
  const session = await officerSession(context)
  // One that cannot be opened must go, too.
  const version = headOf((await draftSummary(session, id)).versions)?.version ?? 1
  await discardDraft(session, id, version)
  terminalOf(context).result({ draft: id, discarded: true }, [`discarded ${id}`])
}
