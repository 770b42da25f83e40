import { keepContacts, readContacts } from '../../files/contacts-file.js'
import type { CommandContext } from '../command-context.js'
import { terminalOf } from '../terminal-of.js'

/** Keeps contacts that are not on the relay, in place of those imported before. Whose id is on the relay is left to it. */
export async function directoryImport(context: CommandContext, file: string): Promise<void> {
  const contacts = (await readContacts(file)).filter(({ authority }) => authority === null)
  await keepContacts(context.global.home, contacts)
  terminalOf(context).result({ contacts: contacts.length }, [
    `${contacts.length} contacts kept. Nobody signed them: they are for looking up, not for sealing to.`,
  ])
}
