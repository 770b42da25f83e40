import { parseJson } from '#crypto/canonical/parse-json.js'
import { ClientError } from '../client-error.js'
import { type Contact, Contacts } from './contact.js'
import { contactsFromCsv } from './contacts-csv.js'

/** Octets of a file of contacts. */
const MAX_CONTACTS_BYTES = 16 * 1024 * 1024

/**
 * Reads the text of a file of contacts: CSV by its name, else JSON.
 *
 * @param name - as it is told to people.
 * @throws {@link ClientError} `usage`
 */
export function contactsIn(name: string, text: string): readonly Contact[] {
  if (text.length > MAX_CONTACTS_BYTES) throw refused(name)
  const read = name.toLowerCase().endsWith('.csv') ? contactsFromCsv(text) : json(name, text)
  const contacts = Contacts.safeParse(read)
  if (!contacts.success) throw refused(name)
  return contacts.data
}

function json(name: string, text: string): unknown {
  try {
    return parseJson(text, { maxBytes: MAX_CONTACTS_BYTES, maxDepth: 6 })
  } catch {
    throw refused(name)
  }
}

const refused = (name: string) =>
  new ClientError(
    'usage',
    `${name} holds no contacts, or more than 5000 of them or 16 MiB`,
    'Compare it with: rogatory directory export --format json',
  )
