import { listDrafts } from '../../core/drafting/list-drafts.js'
import type { OpenDraft } from '../../core/drafting/read-draft.js'
import type { CommandContext } from '../command-context.js'
import { localTime } from '../options/local-time.js'
import { officerSession } from '../officer-session.js'
import { table } from '../lines/table.js'
import { terminalOf } from '../terminal-of.js'

export async function draftList(context: CommandContext): Promise<void> {
  const drafts = (await listDrafts(await officerSession(context))).map(({ head, ...row }) => ({
    ...row,
    title: head?.content.title ?? null,
    to: head?.content.to ?? [],
    by: head?.officer.name ?? null,
    state: head === undefined ? null : stateOf(head),
  }))
  terminalOf(context).result(
    { drafts },
    drafts.length === 0
      ? ['Your authority has no drafts.']
      : table(
          ['draft', 'changed', 'by', 'state', 'title'],
          drafts.map(({ draft, changed, by, state, title, asides, problem }) => [
            ...[draft, localTime(changed), by ?? '', state ?? problem ?? ''],
            `${title ?? ''}${asides === 0 ? '' : `  (${asides} kept aside)`}`,
          ]),
        ),
  )
}

function stateOf({ prepared, act }: Pick<OpenDraft, 'prepared' | 'act'>): string {
  if (act === 'returned') return 'returned'
  if (prepared === null) return 'written'
  const { length } = prepared.approvals
  return length === 0 ? 'prepared' : `approved by ${length}`
}
