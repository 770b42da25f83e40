import { setDutyRoster } from '../../core/duty/duty-roster.js'
import type { CommandContext } from '../command-context.js'
import { officerSession } from '../officer-session.js'
import { readRosterFile } from '../roster-file.js'
import { terminalOf } from '../terminal-of.js'

export async function rosterSet(context: CommandContext, file: string): Promise<void> {
  const draft = await readRosterFile(file)
  const version = await setDutyRoster(await officerSession(context), draft)
  terminalOf(context).result({ version }, [
    `set      version ${version}`,
    'Look for hours that nobody covers with: rogatory roster check',
  ])
}
