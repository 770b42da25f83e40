import { listHandoffs } from '../../core/translation/read-handoff.js'
import type { CommandContext } from '../command-context.js'
import { handoffSummary, nextOf } from '../handoff-summary.js'
import { officerSession } from '../officer-session.js'
import { table } from '../table.js'
import { terminalOf } from '../terminal-of.js'

/** What waits for the reader; with `--all`, all that is theirs to see. */
export async function translationList(context: CommandContext): Promise<void> {
  const session = await officerSession(context)
  const all = (await listHandoffs(session)).map((open) => handoffSummary(open, session))
  const handoffs = context.options['all'] === true ? all : all.filter((one) => one.waitsForMe)
  const others = all.length - handoffs.length
  terminalOf(context).result({ handoffs, others }, [
    ...(handoffs.length === 0
      ? ['No hand-off waits for you.']
      : table(
          ['hand-off', 'pair', 'stands', 'next', 'for'],
          handoffs.map((one) => [
            ...[one.handoff, `${one.pair.from} ${one.pair.to}`],
            ...[`${one.stage ?? ''}${one.overdue ? ', overdue' : ''}`, nextOf(one), one.authority],
          ]),
        )),
    ...(others === 0 ? [] : [`${others} more: rogatory translation list --all`]),
  ])
}
