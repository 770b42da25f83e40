import { keyImpact } from '../../core/officers/key-impact.js'
import { revokeCompromised } from '../../core/officers/revoke-compromised.js'
import { authorityFolder } from '../authority-folder.js'
import type { CommandContext } from '../command-context.js'
import { impactLines } from '../lines/impact-lines.js'
import { officerSession } from '../officer-session.js'
import { readTime } from '../options/read-time.js'
import { terminalOf } from '../terminal-of.js'

export async function keysRevoke(context: CommandContext): Promise<void> {
  const kid = String(context.options['kid'])
  const since = readTime('--since', context.options['since'])
  const session = await officerSession(context)
  const keys = await authorityFolder(context)
  const { vault } = await revokeCompromised(session, keys, kid, since)
  // Afterwards: a key in a stranger's hands does not wait for a list. Its own holder is shown nothing any more.
  const acts = vault ? await keyImpact(session, kid, since) : null
  terminalOf(context).result({ kid, since: since.toISOString(), vault, acts }, [
    `revoked  ${kid} since ${since.toISOString()}`,
    ...(acts === null
      ? ['It was your own: another officer with the role admin has to run the same command.']
      : ['The vault is closed to it, and senders seal to a new key.', ...impactLines(acts, since)]),
  ])
}
