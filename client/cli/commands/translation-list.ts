import { listHandoffs } from '../../core/translation/read-handoff.js'
import type { CommandContext } from '../command-context.js'
import { EXIT } from '../exit-codes.js'
import { handoffSummary, nextOf } from '../lines/handoff-summary.js'
import { officerSession } from '../officer-session.js'
import { table } from '../lines/table.js'
import { terminalOf } from '../terminal-of.js'

/** What waits for the reader; with `--all`, all that is theirs to see. */
export async function translationList(context: CommandContext): Promise<void> {
  const session = await officerSession(context)
  const { handoffs: verified, forged } = await listHandoffs(session)
  const all = verified.map((open) => handoffSummary(open, session))
  const handoffs = context.options['all'] === true ? all : all.filter((one) => one.waitsForMe)
  const others = all.length - handoffs.length
  const terminal = terminalOf(context)
  if (forged.length > 0) process.exitCode = EXIT.contradicted
  terminal.result({ handoffs, others, forged }, [
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
  for (const { handoff, problem } of forged) {
    terminal.warn(`✗ hand-off ${handoff} does not verify (${problem}): do not act on it`)
  }
}
