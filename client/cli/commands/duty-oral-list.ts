import { listOralRequests } from '../../core/duty/list-oral-requests.js'
import type { CommandContext } from '../command-context.js'
import { EXIT } from '../exit-codes.js'
import { localTime } from '../options/local-time.js'
import { officerSession } from '../officer-session.js'
import { table } from '../lines/table.js'
import { terminalOf } from '../terminal-of.js'

export async function dutyOralList(context: CommandContext): Promise<void> {
  const all = await listOralRequests(await officerSession(context), context.options['all'] !== true)
  if (all.some(({ state }) => state === 'overdue')) process.exitCode = EXIT.incomplete
  terminalOf(context).result(
    { oral: all },
    all.length === 0
      ? ['No oral request waits for its written confirmation.']
      : all.flatMap((one, i) => [
          ...(i === 0 ? [] : ['']),
          ...table(
            ['oral request', 'state', 'due', one.direction === 'received' ? 'from' : 'to', 'when'],
            [
              [
                ...[one.oral.slice(0, 12), one.state, localTime(one.due), one.counterpart],
                localTime(one.at),
              ],
            ],
          ),
          `  ${one.person}, by ${one.channel}; noted by ${one.name}`,
          `  ${one.asked}`,
          ...(one.confirmedBy === null ? [] : [`  confirmed by ${one.confirmedBy.package}`]),
          ...(one.ended === null ? [] : [`  ended: ${one.ended}`]),
        ]),
  )
}
