import { ClientError } from '../client-error.js'
import { Contact } from './contact.js'
import { formatCsv, parseCsv } from '../csv.js'

const COLUMNS = [
  ...['authority', 'state', 'name', 'functions', 'instruments', 'languages'],
  ...['address', 'email', 'telephone', 'website', 'channels'],
] as const
const LISTS: readonly string[] = ['functions', 'instruments', 'languages', 'channels']
const SEPARATOR = ' | '

/** Contacts as CSV with a row of names first; several values of one cell stand between bars. */
export const contactsToCsv = (contacts: readonly Contact[]): string =>
  formatCsv([
    COLUMNS,
    ...contacts.map((contact) =>
      COLUMNS.map((column) => {
        const value: unknown = contact[column]
        if (Array.isArray(value)) return value.join(SEPARATOR)
        return typeof value === 'string' ? value : ''
      }),
    ),
  ])

/** @throws {@link ClientError} `usage` naming the row that is no contact. */
export function contactsFromCsv(text: string): Contact[] {
  const [names = [], ...rows] = parseCsv(text)
  const unknown = names.find((name) => !(COLUMNS as readonly string[]).includes(name))
  if (unknown !== undefined || new Set(names).size !== names.length) {
    throw refused(1, `has columns other than ${COLUMNS.join(', ')}`)
  }
  return rows.map((row, before) => {
    if (row.length !== names.length) throw refused(before + 2, 'has another number of cells')
    const cells = new Map(names.map((name, column) => [name, row[column] ?? '']))
    const contact = Contact.safeParse(
      Object.fromEntries(COLUMNS.map((column) => [column, valueOf(column, cells.get(column))])),
    )
    if (contact.success) return contact.data
    const [path = ''] = contact.error.issues[0]?.path ?? []
    throw refused(before + 2, `has no proper ${String(path)}`)
  })
}

function valueOf(column: string, cell = ''): string | null | string[] {
  if (LISTS.includes(column)) return cell === '' ? [] : cell.split('|').map((one) => one.trim())
  return cell === '' ? null : cell
}

const refused = (row: number, what: string) =>
  new ClientError('usage', `row ${row} ${what}`, 'Compare it with: rogatory directory export')
