import { keyExpiry } from '../../core/officers/key-expiry.js'
import type { CommandContext } from '../command-context.js'
import { EXIT } from '../exit-codes.js'
import { officerSession } from '../officer-session.js'
import { table } from '../lines/table.js'
import { terminalOf } from '../terminal-of.js'

export async function keysStatus(context: CommandContext): Promise<void> {
  const endings = await keyExpiry(await officerSession(context))
  const isDue = endings.some(({ warning }) => warning !== undefined)
  if (isDue) process.exitCode = EXIT.incomplete
  terminalOf(context).result({ endings }, [
    ...table(
      ['ends', 'what', 'of', 'warned', ''],
      endings.map(({ at, what, of, purpose, warning, told }) => [
        ...[at.slice(0, 10), purpose ? `key: ${purpose}` : what, of, told?.slice(0, 10) ?? ''],
        warning === undefined ? '' : warning === 0 ? '✗ ended' : `! within ${warning} days`,
      ]),
    ),
    ...(isDue ? ['Renew keys, entry and credentials with: rogatory keys renew'] : []),
  ])
}
