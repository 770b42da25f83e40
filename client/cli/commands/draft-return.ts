import type { DraftId } from '#crypto/fields/fields.js'
import { draftSummary, headOf } from '../../core/drafting/draft-summary.js'
import { returnDraft } from '../../core/drafting/return-draft.js'
import type { CommandContext } from '../command-context.js'
import { officerSession } from '../officer-session.js'
import { terminalOf } from '../terminal-of.js'

export async function draftReturn(context: CommandContext, draft: DraftId): Promise<void> {
  const { note } = context.options
  const session = await officerSession(context)
  const seen = headOf((await draftSummary(session, draft)).versions)?.version ?? 0
  const version = await returnDraft(session, draft, {
    version: seen,
    ...(typeof note === 'string' && { note }),
  })
  terminalOf(context).result({ draft, version, note: note ?? null }, [
    `returned  ${draft}; version ${version} can be changed again`,
    ...(note === undefined ? ['          say why next time: --note TEXT'] : []),
  ])
}
