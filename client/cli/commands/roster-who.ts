import { DAY_MS } from '#crypto/clock/durations.js'
import { alertOrder } from '#crypto/duty/alert-order.js'
import { dutySegments } from '#crypto/duty/on-duty.js'
import { nameOfOfficer } from '../../core/officers/list-officers.js'
import type { CommandContext } from '../command-context.js'
import { localTime } from '../options/local-time.js'
import { officerSession } from '../officer-session.js'
import { readTime } from '../options/read-time.js'
import { standingRoster } from '../standing-roster.js'
import { table } from '../lines/table.js'
import { terminalOf } from '../terminal-of.js'

export async function rosterWho(context: CommandContext): Promise<void> {
  const { at: wanted, days } = context.options
  const session = await officerSession(context)
  const { roster, members } = await standingRoster(context, session)
  const at = wanted === undefined ? session.platform.now() : readTime('--at', wanted)
  const until = new Date(at.getTime() + Number(days) * DAY_MS)
  const turns = dutySegments(roster, at, until).map(({ from, to, officers }) => ({
    from: from.toISOString(),
    to: to.toISOString(),
    officers: officers.map((id) => nameOfOfficer(members, id)),
  }))
  const order = alertOrder(roster, at).map((id) => nameOfOfficer(members, id))
  const [now] = turns
  terminalOf(context).result({ at: at.toISOString(), onDuty: now?.officers ?? [], turns, order }, [
    ...table(
      ['from', 'to', 'on duty'],
      turns.map(({ from, to, officers }) => [
        ...[localTime(from), localTime(to)],
        officers.length === 0 ? '✗ nobody' : officers.join(', '),
      ]),
    ),
    '',
    `alerted in this order: ${order.join(', ')}`,
  ])
}
