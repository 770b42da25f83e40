import { keyImpact } from '../../core/officers/key-impact.js'
import type { CommandContext } from '../command-context.js'
import { impactLines } from '../lines/impact-lines.js'
import { officerSession } from '../officer-session.js'
import { readTime } from '../options/read-time.js'
import { terminalOf } from '../terminal-of.js'

export async function keysImpact(context: CommandContext): Promise<void> {
  const since = readTime('--since', context.options['since'])
  const session = await officerSession(context)
  const acts = await keyImpact(session, String(context.options['kid']), since)
  terminalOf(context).result({ since: since.toISOString(), acts }, [...impactLines(acts, since)])
}
