import { ClientError } from './client-error.js'

/** Bounds of a file that somebody else made. */
const MAX_CELL = 20_000
const MAX_CELLS = 100_000

/** What a spreadsheet would take for a formula. */
const FORMULA = /^'*[=+\-@\t\r]/

/**
 * Rows as CSV (RFC 4180): CRLF, cells quoted where they must be. A cell that a spreadsheet would run as a
 * formula gets an apostrophe before it, which {@link parseCsv} takes away.
 */
export const formatCsv = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')

function cell(value: string): string {
  const safe = FORMULA.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/**
 * Reads CSV (RFC 4180); a bare LF ends a row, too, and a byte order mark is passed over. In one pass, so no
 * text makes it slow.
 *
 * @throws {@link ClientError} `usage` naming the row where it is none, or where it is too large.
 */
export function parseCsv(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let at = text.startsWith('\uFEFF') ? 1 : 0
  let cells = 0
  while (at < text.length) {
    const quoted = text[at] === '"'
    const end = quoted ? closingQuote(text, at + 1, rows.length) : plainEnd(text, at)
    const raw = quoted ? text.slice(at + 1, end).replaceAll('""', '"') : text.slice(at, end)
    if (!quoted && raw.includes('"')) throw malformed(rows.length, 'has a quote inside a cell')
    if (raw.length > MAX_CELL || ++cells > MAX_CELLS) throw malformed(rows.length, 'is too large')
    row.push(/^'+[=+\-@\t\r]/.test(raw) ? raw.slice(1) : raw)
    at = quoted ? end + 1 : end
    if (text[at] === ',') {
      at++
      if (at < text.length) continue
      row.push('')
    } else if (text.startsWith('\r\n', at)) at += 2
    else if (text[at] === '\n') at++
    else if (at < text.length) throw malformed(rows.length, 'goes on after a closing quote')
    rows.push(row)
    row = []
  }
  return rows
}

function closingQuote(text: string, from: number, row: number): number {
  for (let at = from; ; at += 2) {
    at = text.indexOf('"', at)
    if (at === -1) throw malformed(row, 'has a quote that is not closed')
    if (text[at + 1] !== '"') return at
  }
}

function plainEnd(text: string, from: number): number {
  let at = from
  while (at < text.length && text[at] !== ',' && text[at] !== '\n') at++
  return text[at] === '\n' && text[at - 1] === '\r' && at > from ? at - 1 : at
}

const malformed = (row: number, what: string) =>
  new ClientError('usage', `row ${row + 1} ${what}`, 'The file must be CSV as RFC 4180 says.')
