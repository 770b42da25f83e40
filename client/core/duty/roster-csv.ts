import { ClientError } from '../client-error.js'
import { formatCsv, parseCsv } from '../csv.js'
import { RosterDraft } from './roster-draft.js'

const COLUMNS = ['row', 'officers', 'email', 'zone', 'days', 'from', 'to', 'first', 'last'] as const
type Cells = Readonly<Record<(typeof COLUMNS)[number], string>>

const listIn = (cell: string): string[] =>
  cell === '' ? [] : cell.split('|').map((one) => one.trim())
const orNull = (cell: string): string | null => (cell === '' ? null : cell)

/**
 * A duty roster as CSV: each row is a `person`, `shift`, `exception`, `backup`, `keys` or `webhook` (whose
 * address stands under `email`). Several officers, or days, stand between bars.
 */
export function rosterToCsv(draft: RosterDraft): string {
  const row = (cells: Partial<Cells>) => COLUMNS.map((column) => cells[column] ?? '')
  const bars = (all: readonly (string | number)[]) => all.join(' | ')
  return formatCsv([
    COLUMNS,
    ...draft.persons.map(({ officer, email }) =>
      row({ row: 'person', officers: officer, email: email ?? '' }),
    ),
    ...draft.shifts.map(({ officers, days, zone, from, to, first, last }) =>
      row({
        row: 'shift',
        officers: bars(officers),
        days: bars(days),
        zone,
        from,
        to,
        first: first ?? '',
        last: last ?? '',
      }),
    ),
    ...draft.exceptions.map(({ officers, from, to }) =>
      row({ row: 'exception', officers: bars(officers), from, to }),
    ),
    ...draft.backup.map((officers) => row({ row: 'backup', officers })),
    ...draft.keyWarnings.map((officers) => row({ row: 'keys', officers })),
    ...draft.webhooks.map((email) => row({ row: 'webhook', email })),
  ])
}

/** @throws ClientError `usage` naming the row that does not fit. */
export function rosterFromCsv(text: string): RosterDraft {
  const [names = [], ...rows] = parseCsv(text)
  const unknown = names.find((name) => !(COLUMNS as readonly string[]).includes(name))
  if (unknown !== undefined || new Set(names).size !== names.length || !names.includes('row')) {
    throw refused(1, `has columns other than ${COLUMNS.join(', ')}`)
  }
  const draft = {
    persons: [] as unknown[],
    shifts: [] as unknown[],
    exceptions: [] as unknown[],
    backup: [] as string[],
    keyWarnings: [] as string[],
    webhooks: [] as string[],
  }
  rows.forEach((row, before) => {
    const cell = (name: keyof Cells) => row[names.indexOf(name)] ?? ''
    const officers = listIn(cell('officers'))
    const [officer = ''] = officers
    const hours = { from: cell('from'), to: cell('to'), officers }
    const days = listIn(cell('days')).map(Number)
    switch (cell('row')) {
      case 'person':
        draft.persons.push({ officer, email: orNull(cell('email')) })
        break
      case 'shift':
        draft.shifts.push({
          ...hours,
          zone: cell('zone'),
          first: orNull(cell('first')),
          last: orNull(cell('last')),
          ...(days.length > 0 && { days }),
        })
        break
      case 'exception':
        draft.exceptions.push(hours)
        break
      case 'backup':
        draft.backup.push(...officers)
        break
      case 'keys':
        draft.keyWarnings.push(...officers)
        break
      case 'webhook':
        draft.webhooks.push(cell('email'))
        break
      default:
        throw refused(before + 2, 'is no person, shift, exception, backup, keys or webhook')
    }
  })
  const parsed = RosterDraft.safeParse(draft)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new ClientError(
    'usage',
    `the roster does not fit at ${issue?.path.join('.') ?? 'its whole'}`,
    'Compare it with: rogatory roster show --out roster.csv',
  )
}

const refused = (row: number, what: string) =>
  new ClientError(
    'usage',
    `row ${row} ${what}`,
    'Compare it with: rogatory roster show --out roster.csv',
  )
