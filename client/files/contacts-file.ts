import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Contact } from '../core/directory/contact.js'
import { contactsIn } from '../core/directory/contacts-in.js'
import { cannotRead } from './cannot-read.js'
import { writeDurably } from './write-durably.js'

const fileIn = (home: string) => join(home, 'contacts.json')

/** The contacts that a home has imported; none if it never did. @throws ClientError `usage` */
export async function keptContacts(home: string): Promise<readonly Contact[]> {
  const text = await readFile(fileIn(home), 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '[]'
    throw error
  })
  return contactsIn(fileIn(home), text)
}

/** Replaces what was imported before. */
export const keepContacts = (home: string, contacts: readonly Contact[]): Promise<void> =>
  writeDurably(fileIn(home), `${JSON.stringify(contacts, undefined, 2)}\n`)

/** Reads a file of contacts, CSV by its name, else JSON. @throws ClientError `file-unreadable`, `usage` */
export async function readContacts(path: string): Promise<readonly Contact[]> {
  const text = await readFile(path, 'utf8').catch(cannotRead(path))
  return contactsIn(path, text)
}
