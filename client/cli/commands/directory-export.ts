import { contactOf } from '../../core/contact.js'
import { contactsToCsv } from '../../core/contacts-csv.js'
import { matchesContact } from '../../core/matches-contact.js'
import { keptContacts } from '../../files/contacts-file.js'
import { writeDurably } from '../../files/write-durably.js'
import type { CommandContext } from '../command-context.js'
import { entryFilter } from '../entry-filter.js'
import { officerSession } from '../officer-session.js'
import { terminalOf } from '../terminal-of.js'

/** Writes public contact data: of the entries that verify, and of the contacts that were imported. */
export async function directoryExport(context: CommandContext): Promise<void> {
  const { format, out } = context.options
  const { directory } = await officerSession(context)
  const filter = entryFilter(context)
  const { entries } = await directory.list(filter)
  const contacts = [
    ...entries
      .filter(({ payload }) => payload.kind === 'authority')
      .map((e) => contactOf(e.payload)),
    ...(await keptContacts(context.global.home)).filter((one) => matchesContact(one, filter)),
  ]
  const text =
    format === 'csv' ? contactsToCsv(contacts) : `${JSON.stringify(contacts, undefined, 2)}\n`
  await writeDurably(String(out), text)
  terminalOf(context).result({ file: out, contacts: contacts.length }, [
    `Contacts written to ${String(out)}: ${contacts.length}`,
  ])
}
