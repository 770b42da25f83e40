import { listOfficers, memberNamed } from '../../core/officers/list-officers.js'
import type { CommandContext } from '../command-context.js'
import { table } from '../lines/table.js'
import { officerSession } from '../officer-session.js'
import { terminalOf } from '../terminal-of.js'

export async function securityKeysList(context: CommandContext, who?: string): Promise<void> {
  const members = await listOfficers(await officerSession(context))
  const asked = who === undefined ? members : [memberNamed(members, who)]
  const securityKeys = asked
    .filter(({ standing }) => standing === 'active')
    .flatMap(({ claims: { name, kid, securityKeys: own = [] } }) =>
      own.map(({ credential, key, rpId }) => ({ name, kid, credential, rpId, curve: key.crv })),
    )
  terminalOf(context).result(
    { securityKeys },
    table(
      ['name', 'site', 'kind', 'security key'],
      securityKeys.map(({ name, rpId, curve, credential }) => [name, rpId, curve, credential]),
    ),
  )
}
