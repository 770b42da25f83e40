import { changePassphrase } from '../../keystore/change-passphrase.js'
import { askNewPassphrase, askPassphrase } from '../ask-passphrase.js'
import type { CommandContext } from '../command-context.js'
import { terminalOf } from '../terminal-of.js'

/** `keys passphrase`: of one's own keystore, or of the authority's folder. Needs no relay. */
export async function keysPassphrase(context: CommandContext): Promise<void> {
  const { global, options } = context
  const { authorityKeys, newPassphraseFile } = options
  const folder = typeof authorityKeys === 'string' ? authorityKeys : global.home
  const file =
    typeof authorityKeys === 'string' ? options['authorityPassphraseFile'] : global.passphraseFile
  const now = await askPassphrase(textOr(file), `Passphrase of ${folder} now`)
  const next = await askNewPassphrase(
    textOr(newPassphraseFile),
    'New passphrase',
    global.leakedPasswords,
  )
  const files = await changePassphrase(folder, now, next)
  terminalOf(context).result({ folder, files }, [
    `under the new passphrase: ${files.join(', ')}`,
    'Copies made before, such as backups, still open with the old one.',
    'If profile.json names a passphraseFile, write the new passphrase there.',
  ])
}

const textOr = (value: unknown) => (typeof value === 'string' ? value : undefined)
