import { ClientError } from '../../core/client-error.js'
import { keepContacts, readContacts } from '../../files/contacts-file.js'
import type { CommandContext } from '../command-context.js'
import { terminalOf } from '../terminal-of.js'

/** Keeps contacts that are not on the relay, in place of those imported before. Whose id is on the relay is left to it. */
export async function directoryImport(context: CommandContext, file: string): Promise<void> {
  const read = await readContacts(file)
  const contacts = read.filter(({ authority }) => authority === null)
  const left = read.length - contacts.length
  if (contacts.length === 0 && left > 0) {
    throw new ClientError(
      'usage',
      `each contact of ${file} has an id, and its signed entry is on a relay: nothing was changed`,
      'See them with: rogatory directory list',
    )
  }
  await keepContacts(context.global.home, contacts)
  terminalOf(context).result({ contacts: contacts.length, onRelay: left }, [
    `Contacts kept: ${contacts.length}. Nobody signed them: they are for looking up, not for sealing to.`,
    ...(left === 0
      ? []
      : [`Left out, since they have an id and their signed entries are on a relay: ${left}.`]),
  ])
}
