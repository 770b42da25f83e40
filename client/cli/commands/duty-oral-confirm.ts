import type { PackageId } from '#crypto/fields/fields.js'
import { closeOralRequest } from '../../core/duty/close-oral-request.js'
import { oralRequest } from '../../core/duty/list-oral-requests.js'
import type { CommandContext } from '../command-context.js'
import { officerSession } from '../officer-session.js'
import { terminalOf } from '../terminal-of.js'

export async function dutyOralConfirm(
  context: CommandContext,
  name: string,
  id: PackageId,
): Promise<void> {
  const session = await officerSession(context)
  const kept = await oralRequest(session, name)
  const done = await closeOralRequest(session, kept, { package: id })
  terminalOf(context).result({ oral: kept.oral, package: id, ...done }, [
    `${kept.oral.slice(0, 12)} is confirmed in writing by ${id}`,
  ])
}
