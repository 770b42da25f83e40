import { dutyGaps } from '../../core/duty/duty-gaps.js'
import { listOfficers } from '../../core/officers/list-officers.js'
import { rosteredFrom } from '../../core/duty/roster-draft.js'
import type { CommandContext } from '../command-context.js'
import { EXIT } from '../exit-codes.js'
import { localTime } from '../options/local-time.js'
import { officerSession } from '../officer-session.js'
import { readRosterFile } from '../roster-file.js'
import { standingRoster } from '../standing-roster.js'
import { table } from '../lines/table.js'
import { terminalOf } from '../terminal-of.js'

export async function rosterCheck(context: CommandContext, file?: string): Promise<void> {
  const session = await officerSession(context)
  const roster =
    file === undefined
      ? (await standingRoster(context, session)).roster
      : rosteredFrom(await readRosterFile(file), await listOfficers(session))
  const days = Number(context.options['days'])
  const gaps = dutyGaps(roster, session.platform.now(), days)
  if (gaps.length > 0) process.exitCode = EXIT.incomplete
  terminalOf(context).result(
    { days, gaps },
    gaps.length === 0
      ? [`Somebody who can be reached is on duty at any time in the next ${days} days.`]
      : table(
          ['from', 'to', 'hours', 'why'],
          gaps.map(({ from, to, why }) => [
            ...[localTime(from), localTime(to), hours(from, to)],
            why === 'nobody' ? 'nobody is on duty' : 'nobody who has an address',
          ]),
        ),
  )
}

const hours = (from: string, to: string): string =>
  ((Date.parse(to) - Date.parse(from)) / 3_600_000).toFixed(1)
