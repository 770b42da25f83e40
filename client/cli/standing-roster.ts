import { ClientError } from '../core/client-error.js'
import { dutyRoster, type ReadRoster } from '../core/duty/duty-roster.js'
import type { Session } from '../core/session/session.js'
import type { CommandContext } from './command-context.js'
import { terminalOf } from './terminal-of.js'

/** The roster that stands. @throws {@link ClientError} `roster-missing` */
export async function standingRoster(
  context: CommandContext,
  session: Session,
): Promise<ReadRoster> {
  const read = await dutyRoster(session)
  if (read === undefined) {
    throw new ClientError(
      'roster-missing',
      'your authority has set no duty roster',
      'Set one with: rogatory roster set FILE',
    )
  }
  if (!read.isVouched) {
    terminalOf(context).warn(
      '! Whoever signed this roster is no officer of yours now, or the relay made it up: set it again.',
    )
  }
  return read
}
