import { keyImpact } from '../../core/key-impact.js'
import { removeOfficer } from '../../core/remove-officer.js'
import { revokeKey } from '../../core/revoke-key.js'
import { authorityFolder } from '../authority-folder.js'
import type { CommandContext } from '../command-context.js'
import { impactLines } from '../impact-lines.js'
import { officerSession } from '../officer-session.js'
import { readTime } from '../read-time.js'
import { terminalOf } from '../terminal-of.js'

export async function keysRevoke(context: CommandContext): Promise<void> {
  const kid = String(context.options['kid'])
  const since = readTime('--since', context.options['since'])
  const session = await officerSession(context)
  const keys = await authorityFolder(context)
  const isOwn = kid === session.officer.credential.payload.kid
  const order = { reason: 'compromised', since } as const
  if (isOwn) await revokeKey(session, keys.credentialsKey, { kid, ...order })
  else await removeOfficer(session, keys, { who: kid, ...order, overlapMs: 0 })
  // Afterwards: a key in a stranger's hands does not wait for a list. Its own holder is shown nothing any more.
  const acts = isOwn ? null : await keyImpact(session, kid, since)
  terminalOf(context).result({ kid, since: since.toISOString(), vault: !isOwn, acts }, [
    `revoked  ${kid} since ${since.toISOString()}`,
    ...(acts === null
      ? ['It was your own: another officer with the role admin has to run the same command.']
      : ['The vault is closed to it, and senders seal to a new key.', ...impactLines(acts, since)]),
  ])
}
