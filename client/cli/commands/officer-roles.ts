import { changeRoles } from '../../core/officers/add-officer.js'
import { authorityFolder } from '../authority-folder.js'
import type { CommandContext } from '../command-context.js'
import { officerSession } from '../officer-session.js'
import { readRoles } from '../options/read-roles.js'
import { terminalOf } from '../terminal-of.js'

export async function officerRoles(context: CommandContext, who: string): Promise<void> {
  const roles = readRoles(context)
  const session = await officerSession(context)
  const { credentialsKey } = await authorityFolder(context)
  await changeRoles(session, credentialsKey, who, roles)
  terminalOf(context).result({ officer: who, roles }, [`${who}: ${roles.join(' ')}`])
}
