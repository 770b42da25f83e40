import { digestOf } from '#crypto/bytes/sha256.js'
import type { DraftId } from '#crypto/fields/fields.js'
import { unprepared } from '../../core/drafting/inspect-prepared.js'
import { readDraft } from '../../core/drafting/read-draft.js'
import { returnDraft } from '../../core/drafting/return-draft.js'
import type { Session } from '../../core/session/session.js'
import type { CommandContext } from '../command-context.js'
import { officerSession } from '../officer-session.js'
import { terminalOf } from '../terminal-of.js'

export async function draftReturn(context: CommandContext, draft: DraftId): Promise<void> {
  const { note: said, header: seen } = context.options
  const session = await officerSession(context)
  const header = typeof seen === 'string' ? seen : await waiting(session, draft)
  const { version, note } = await returnDraft(session, draft, {
    header,
    ...(typeof said === 'string' && { note: said }),
  })
  terminalOf(context).result({ draft, version, header, note }, [
    `returned  ${draft}; version ${version} can be changed again`,
    ...(note === null ? ['          nobody is told why; next time: --note TEXT'] : []),
  ])
}

async function waiting(session: Session, draft: DraftId): Promise<string> {
  const { head } = await readDraft(session, draft)
  if (head.prepared === null) throw unprepared()
  return digestOf(head.prepared.header)
}
