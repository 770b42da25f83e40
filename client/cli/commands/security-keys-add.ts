import { readFile } from 'node:fs/promises'
import { demandSecurityKey } from '../../core/officers/demand-security-key.js'
import { cannotRead } from '../../files/cannot-read.js'
import { readProfile } from '../../keystore/profile.js'
import { authorityFolder } from '../authority-folder.js'
import type { CommandContext } from '../command-context.js'
import { officerSession } from '../officer-session.js'
import { terminalOf } from '../terminal-of.js'

export async function securityKeysAdd(context: CommandContext, path: string): Promise<void> {
  const claim = await readFile(path, 'utf8').catch(cannotRead(path))
  const session = await officerSession(context)
  const { origin } = (await readProfile(context.global.home)).relay
  const { credentialsKey } = await authorityFolder(context)
  const entered = await demandSecurityKey(session, credentialsKey, claim.trim(), origin)
  const { securityKey, declared } = entered
  const { name, kid, roles } = entered.officer
  terminalOf(context).result({ name, kid, securityKey, declared }, [
    `entered  ${securityKey.credential}`,
    `of       ${name} (${roles.join(' ')})`,
    `said     ${declared}, by their key: make sure that you were handed it by them`,
    'From now on they sign in with it, in the web client. Enter a second one, which lies elsewhere.',
  ])
}
