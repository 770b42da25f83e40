import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { parseJson } from '#crypto/canonical/parse-json.js'
import { ClientError } from '../core/client-error.js'
import { type Contact, Contacts } from '../core/contact.js'
import { contactsFromCsv } from '../core/contacts-csv.js'
import { writeDurably } from './write-durably.js'

const MAX_BYTES = 16 * 1024 * 1024
const fileIn = (home: string) => join(home, 'contacts.json')

/** The contacts that a home has imported; none if it never did. @throws ClientError `usage` */
export async function keptContacts(home: string): Promise<readonly Contact[]> {
  const text = await readFile(fileIn(home), 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '[]'
    throw error
  })
  return fromJson(fileIn(home), text)
}

/** Replaces what was imported before. */
export const keepContacts = (home: string, contacts: readonly Contact[]): Promise<void> =>
  writeDurably(fileIn(home), `${JSON.stringify(contacts, undefined, 2)}\n`)

/** Reads a file of contacts, CSV by its name, else JSON. @throws ClientError `file-unreadable`, `usage` */
export async function readContacts(path: string): Promise<readonly Contact[]> {
  const octets = await readFile(path).catch(() => {
    throw new ClientError('file-unreadable', `cannot read ${path}`, 'Check the path.')
  })
  if (octets.length > MAX_BYTES) throw refused(path)
  const text = octets.toString('utf8')
  if (extname(path).toLowerCase() !== '.csv') return fromJson(path, text)
  const contacts = Contacts.safeParse(contactsFromCsv(text))
  if (!contacts.success) throw refused(path)
  return contacts.data
}

function fromJson(path: string, text: string): readonly Contact[] {
  try {
    return Contacts.parse(parseJson(text, { maxBytes: MAX_BYTES, maxDepth: 6 }))
  } catch {
    throw refused(path)
  }
}

const refused = (path: string) =>
  new ClientError(
    'usage',
    `${path} holds no contacts, or more than 5000 of them or 16 MiB`,
    'Compare it with: rogatory directory export --format json',
  )
