import { withdrawSecurityKey } from '../../core/officers/withdraw-security-key.js'
import { authorityFolder } from '../authority-folder.js'
import type { CommandContext } from '../command-context.js'
import { officerSession } from '../officer-session.js'
import { terminalOf } from '../terminal-of.js'

export async function securityKeysRemove(
  context: CommandContext,
  who: string,
  credential: string,
): Promise<void> {
  const session = await officerSession(context)
  const { credentialsKey } = await authorityFolder(context)
  const endsDemand = context.options['last'] === true
  const { name, left } = await withdrawSecurityKey(session, credentialsKey, {
    who,
    credential,
    endsDemand,
  })
  terminalOf(context).result({ name, left }, [
    left === 0
      ? `${name} signs in with the passphrase alone from now on.`
      : `${name} signs in with ${left} other security key(s) from now on; what this one began has ended.`,
  ])
}
