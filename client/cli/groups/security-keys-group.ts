import type { Command } from 'commander'
import { lazily } from '../lazily.js'
import { authorityKeysOptions } from './authority-keys-options.js'

/** `rogatory officer security-keys`: what an officer has to touch to sign in. */
export function securityKeysGroup(officer: Command): void {
  const keys = officer
    .command('security-keys')
    .description('demand that an officer signs in with a security key')
  keys
    .command('list')
    .argument('[who]', 'name, or key; everybody unless told')
    .description('security keys by which officers sign in')
    .action(
      lazily(async () => (await import('../commands/security-keys-list.js')).securityKeysList),
    )
  authorityKeysOptions(keys.command('add'))
    .argument('<file>', 'officer.security-key, which the officer has saved in the web client')
    .description('enter a security key of an officer, who signs in with one from then on')
    .action(lazily(async () => (await import('../commands/security-keys-add.js')).securityKeysAdd))
  authorityKeysOptions(keys.command('remove'))
    .argument('<who>', 'name, or key')
    .argument('<security-key>', 'as it is listed, or how it begins')
    .option('--last', 'though it is the last one, after which the passphrase alone does')
    .description('take a security key from an officer, and end what was begun with it')
    .action(
      lazily(async () => (await import('../commands/security-keys-remove.js')).securityKeysRemove),
    )
  authorityKeysOptions(keys.command('recover'))
    .argument('<who>', 'name, or key')
    .description('without signing in: let the only administrator in who has lost every one')
    .action(
      lazily(
        async () => (await import('../commands/security-keys-recover.js')).securityKeysRecover,
      ),
    )
}
