import type { ForgedRow } from '../../core/packages/claimed-row.js'
import type { MailboxItem } from '../../core/packages/list-mailbox.js'

export type Row = MailboxItem & { readonly box: 'inbox' | 'sent' }

/** What verifies, newest first, and what does not. */
export type Mailbox = {
  readonly rows: readonly Row[]
  readonly forged: readonly ForgedRow[]
  /** Whether a box may hold more than was asked for. */
  readonly isCut: boolean
}

type Box = { readonly items: readonly MailboxItem[]; readonly forged: readonly ForgedRow[] }

/** Both boxes as one list. @param most - so many of each were asked for, the newest first */
export function mailboxOf(boxes: Readonly<Record<Row['box'], Box>>, most: number): Mailbox {
  const { inbox, sent } = boxes
  const rows = [
    ...inbox.items.map((item) => ({ ...item, box: 'inbox' as const })),
    ...sent.items.map((item) => ({ ...item, box: 'sent' as const })),
  ].sort((a, b) => (a.submitted < b.submitted ? 1 : -1))
  return {
    rows,
    forged: [...inbox.forged, ...sent.forged],
    isCut: [inbox, sent].some(({ items, forged }) => items.length + forged.length >= most),
  }
}
