import { type KeyAct, keyImpact } from '../../core/key-impact.js'
import type { CommandContext } from '../command-context.js'
import { localTime } from '../local-time.js'
import { officerSession } from '../officer-session.js'
import { readTime } from '../read-time.js'
import { terminalOf } from '../terminal-of.js'

export async function keysImpact(context: CommandContext): Promise<void> {
  const since = readTime('--since', context.options['since'])
  const session = await officerSession(context)
  const acts = await keyImpact(session, String(context.options['kid']), since)
  const lines = (provable: boolean) => acts.filter((act) => act.provable === provable).map(line)
  terminalOf(context).result({ since: since.toISOString(), acts }, [
    `stays provable, observed before ${localTime(since.toISOString())}:`,
    ...orNone(lines(true)),
    'proves nothing any more:',
    ...orNone(lines(false)),
  ])
}

const line = ({ package: id, act, observed }: KeyAct) =>
  `  ${localTime(observed)}  ${act.padEnd(8)}  ${id}`

const orNone = (lines: readonly string[]) => (lines.length === 0 ? ['  –'] : lines)
