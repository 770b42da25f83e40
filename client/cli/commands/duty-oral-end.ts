import { closeOralRequest } from '../../core/duty/close-oral-request.js'
import { oralRequest } from '../../core/duty/list-oral-requests.js'
import type { CommandContext } from '../command-context.js'
import { officerSession } from '../officer-session.js'
import { terminalOf } from '../terminal-of.js'

export async function dutyOralEnd(context: CommandContext, name: string): Promise<void> {
  const session = await officerSession(context)
  const kept = await oralRequest(session, name)
  const done = await closeOralRequest(session, kept, { reason: String(context.options['reason']) })
  terminalOf(context).result({ oral: kept.oral, ...done }, [
    `${kept.oral.slice(0, 12)} waits for no confirmation any more`,
  ])
}
