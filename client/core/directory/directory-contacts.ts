import type { EntryFilter } from '#crypto/directory/entry-filter.js'
import { type Contact, contactOf } from './contact.js'
import { contactsToCsv } from './contacts-csv.js'
import type { Session } from '../session/session.js'

/** Public contact data of the entries that verify, as far as a filter seeks them. */
export async function directoryContacts(
  { directory }: Session,
  filter?: EntryFilter,
): Promise<readonly Contact[]> {
  const { entries } = await directory.list(filter)
  return entries
    .filter(({ payload }) => payload.kind === 'authority')
    .map(({ payload }) => contactOf(payload))
}

/** The text of a file of contacts. */
export const contactsText = (contacts: readonly Contact[], format: 'csv' | 'json'): string =>
  format === 'csv' ? contactsToCsv(contacts) : `${JSON.stringify(contacts, undefined, 2)}\n`
