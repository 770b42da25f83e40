import { listHandoffs } from '../../core/translation/read-handoff.js'
import type { CommandContext } from '../command-context.js'
import { handoffSummary } from '../handoff-summary.js'
import { localTime } from '../local-time.js'
import { officerSession } from '../officer-session.js'
import { table } from '../table.js'
import { terminalOf } from '../terminal-of.js'

export async function translationList(context: CommandContext): Promise<void> {
  const handoffs = (await listHandoffs(await officerSession(context))).map(handoffSummary)
  terminalOf(context).result(
    { handoffs },
    handoffs.length === 0
      ? ['No hand-off is yours to see.']
      : table(
          ['hand-off', 'pair', 'stands', 'due', 'for'],
          handoffs.map(({ handoff, pair, stage, overdue, due, authority }) => [
            ...[handoff, `${pair.from} ${pair.to}`, `${stage ?? ''}${overdue ? ', overdue' : ''}`],
            ...[due === null ? '' : localTime(due), authority],
          ]),
        ),
  )
}
