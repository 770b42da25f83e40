import { listOfficers } from '../../core/officers/list-officers.js'
import type { CommandContext } from '../command-context.js'
import { officerSession } from '../officer-session.js'
import { table } from '../lines/table.js'
import { terminalOf } from '../terminal-of.js'

export async function officerList(context: CommandContext): Promise<void> {
  const members = await listOfficers(await officerSession(context))
  const officers = members.map(({ standing, claims: { officer, name, roles, kid, validTo } }) => ({
    officer,
    name,
    roles,
    kid,
    validTo,
    standing,
  }))
  terminalOf(context).result(
    { officers },
    table(
      ['name', 'standing', 'roles', 'until', 'key'],
      officers.map(({ name, standing, roles, validTo, kid }) => [
        ...[name, standing, roles.join(' '), validTo.slice(0, 10), kid],
      ]),
    ),
  )
}
