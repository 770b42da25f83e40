import { type AuthorityFolder, authorityKeysIn } from '../keystore/authority-keys.js'
import { askPassphrase } from './ask-passphrase.js'
import type { CommandContext } from './command-context.js'

/** The keys of the authority itself that a command names; asks for their passphrase when it must. */
export async function authorityFolder({ options }: CommandContext): Promise<AuthorityFolder> {
  const file = options['authorityPassphraseFile']
  const passphrase = await askPassphrase(
    typeof file === 'string' ? file : undefined,
    'Passphrase of your authority’s keys',
  )
  return authorityKeysIn(String(options['authorityKeys']), passphrase)
}
