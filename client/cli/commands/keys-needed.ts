import { isIdle, type KeyNeed, keyNeeds } from '../../core/officers/key-needs.js'
import type { CommandContext } from '../command-context.js'
import { table } from '../lines/table.js'
import { officerSession } from '../officer-session.js'
import { terminalOf } from '../terminal-of.js'

export async function keysNeeded(context: CommandContext): Promise<void> {
  const keys = await keyNeeds(await officerSession(context))
  terminalOf(context).result({ keys: keys.map((key) => ({ ...key, idle: isIdle(key) })) }, [
    ...table(
      ['key', 'packages', 'drafts', 'hand-offs', 'translations', ''],
      keys.map((key) => [
        key.kid,
        ...[key.packages, key.drafts, key.handoffs, key.translations].map(String),
        standingOf(key),
      ]),
    ),
  ])
}

function standingOf(key: KeyNeed): string {
  if (key.isPresent) return 'others seal to it'
  if (!isIdle(key)) return 'needed'
  return key.translations === 0 ? 'may be destroyed' : 'once its translations are fetched'
}
