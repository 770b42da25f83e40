import { isIdle, keyNeeds } from '../../core/officers/key-needs.js'
import type { CommandContext } from '../command-context.js'
import { table } from '../lines/table.js'
import { officerSession } from '../officer-session.js'
import { terminalOf } from '../terminal-of.js'

export async function keysNeeded(context: CommandContext): Promise<void> {
  const keys = await keyNeeds(await officerSession(context))
  terminalOf(context).result({ keys: keys.map((key) => ({ ...key, idle: isIdle(key) })) }, [
    ...table(
      ['key', 'packages', 'drafts', 'hand-offs', ''],
      keys.map((key) => [
        ...[key.kid, String(key.packages), String(key.drafts), String(key.handoffs)],
        key.isPresent ? 'others seal to it' : isIdle(key) ? 'may be destroyed' : 'needed',
      ]),
    ),
  ])
}
