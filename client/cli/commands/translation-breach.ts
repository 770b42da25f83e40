import { ClientError } from '../../core/client-error.js'
import { recallBreach } from '../../core/translation/recall-breach.js'
import type { CommandContext } from '../command-context.js'
import { handoffSummary } from '../lines/handoff-summary.js'
import { officerSession } from '../officer-session.js'
import { terminalOf } from '../terminal-of.js'

/** Takes everything back that a translator has, or would get. */
export async function translationBreach(context: CommandContext, kid: string): Promise<void> {
  if (!/^[A-Za-z0-9_-]{43}$/.test(kid)) {
    throw new ClientError(
      'usage',
      `“${kid}” is not a key`,
      'Copy it from: rogatory translation translators',
    )
  }
  const session = await officerSession(context)
  const recalled = await recallBreach(session, kid)
  terminalOf(context).result({ recalled: recalled.map((open) => handoffSummary(open, session)) }, [
    ...recalled.map(({ handoff }) => `recalled   ${handoff.payload.handoff}`),
    recalled.length === 0
      ? 'Nothing of yours is open to this key.'
      : 'Nothing more of these opens to them; what they were given before, they have.',
    'Let their authority revoke the key: rogatory officer remove WHO --reason compromised',
  ])
}
