import { draftOf } from '../../core/duty/roster-draft.js'
import type { CommandContext } from '../command-context.js'
import { officerSession } from '../officer-session.js'
import { writeRosterFile } from '../roster-file.js'
import { standingRoster } from '../standing-roster.js'
import { table } from '../lines/table.js'
import { terminalOf } from '../terminal-of.js'

export async function rosterShow(context: CommandContext): Promise<void> {
  const session = await officerSession(context)
  const { roster, members } = await standingRoster(context, session)
  const draft = draftOf(roster, members)
  const { out } = context.options
  if (out !== undefined) await writeRosterFile(String(out), draft)
  const { version, declared } = roster
  const shifts = draft.shifts.map(({ officers, zone, days, from, to, first, last }) => [
    ...[officers.join(', '), days.join(''), `${from}-${to}`, zone],
    [first ?? '', last ?? ''].join(' … ').replace(/^ … $/, ''),
  ])
  const list = (label: string, all: readonly string[]) =>
    all.length === 0 ? [] : [`${label.padEnd(9)}${all.join(', ')}`]
  terminalOf(context).result({ version, declared, ...draft }, [
    `version  ${version}, of ${declared.slice(0, 10)}`,
    '',
    ...table(
      ['officer', 'alerted by'],
      draft.persons.map(({ officer, email }) => [officer, email ?? 'nothing: no address']),
    ),
    '',
    ...table(['on duty', 'days', 'hours', 'zone', 'between'], shifts),
    ...draft.exceptions.map(
      ({ officers, from, to }) => `except   ${officers.join(', ')}: ${from} to ${to}`,
    ),
    '',
    ...list('backup', draft.backup),
    ...list('keys', draft.keyWarnings),
    ...list('systems', draft.webhooks),
    ...(out === undefined ? [] : [`written  ${String(out)}`]),
  ])
}
