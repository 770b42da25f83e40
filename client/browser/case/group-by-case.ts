import type { Row } from '../inbox/use-mailbox.js'

export type CaseRow = {
  readonly case: string
  /** The authorities on the other side. */
  readonly others: readonly string[]
  readonly packages: number
  /** When its newest package was submitted. */
  readonly newest: string
}

/** The rows of both boxes by their cases, the case with the newest package first. */
export function groupByCase(rows: readonly Row[]): readonly CaseRow[] {
  const found = new Map<string, CaseRow>()
  for (const row of rows) {
    const before = found.get(row.case)
    const others = row.box === 'inbox' ? [row.sender] : row.recipients
    found.set(row.case, {
      case: row.case,
      others: [...new Set([...(before?.others ?? []), ...others])],
      packages: (before?.packages ?? 0) + 1,
      newest: before && before.newest > row.submitted ? before.newest : row.submitted,
    })
  }
  return [...found.values()].sort((a, b) => (a.newest < b.newest ? 1 : -1))
}
