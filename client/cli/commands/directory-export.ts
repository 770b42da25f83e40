import { contactsText, directoryContacts } from '../../core/directory/directory-contacts.js'
import { matchesContact } from '../../core/directory/matches-contact.js'
import { keptContacts } from '../../files/contacts-file.js'
import { writeDurably } from '../../files/write-durably.js'
import type { CommandContext } from '../command-context.js'
import { entryFilter } from '../options/entry-filter.js'
import { officerSession } from '../officer-session.js'
import { terminalOf } from '../terminal-of.js'

/** Writes public contact data: of the entries that verify, and of the contacts that were imported. */
export async function directoryExport(context: CommandContext): Promise<void> {
  const { format, out } = context.options
  const filter = entryFilter(context)
  const contacts = [
    ...(await directoryContacts(await officerSession(context), filter)),
    ...(await keptContacts(context.global.home)).filter((one) => matchesContact(one, filter)),
  ]
  await writeDurably(String(out), contactsText(contacts, format === 'csv' ? 'csv' : 'json'))
  terminalOf(context).result({ file: out, contacts: contacts.length }, [
    `Contacts written to ${String(out)}: ${contacts.length}`,
  ])
}
