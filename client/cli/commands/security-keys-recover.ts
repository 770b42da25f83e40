import { liftDemand } from '../../core/officers/lift-demand.js'
import { meansAt } from '../../keystore/officer-at.js'
import { readProfile } from '../../keystore/profile.js'
import { authorityFolder } from '../authority-folder.js'
import type { CommandContext } from '../command-context.js'
import { tlsFilesOf } from '../reach-of.js'
import { terminalOf } from '../terminal-of.js'

export async function securityKeysRecover(context: CommandContext, who: string): Promise<void> {
  const { home } = context.global
  const means = await meansAt(home, await readProfile(home), tlsFilesOf(context))
  const name = await liftDemand(means, await authorityFolder(context), who)
  terminalOf(context).result({ name }, [
    `${name} signs in with the passphrase alone from now on.`,
    'Bind two new security keys in the web client, and enter both: rogatory officer security-keys add',
  ])
}
