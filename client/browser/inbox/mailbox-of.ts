import type { ForgedRow } from '../../core/packages/claimed-row.js'
import {
  type MailboxItem,
  type MailboxLook,
  requireDistinct,
} from '../../core/packages/list-mailbox.js'

export type Row = MailboxItem & { readonly box: 'inbox' | 'sent' }

/** What verifies, newest first, and what does not. */
export type Mailbox = {
  readonly rows: readonly Row[]
  readonly forged: readonly ForgedRow[]
  /** So many of each box were looked at, the newest. */
  readonly listed: Readonly<Record<Row['box'], number>>
  /** Whether a box holds older ones. */
  readonly isCut: boolean
  /** In so many steps. */
  readonly steps: number
}

/** One step back in time in both boxes. */
export type MailboxStep = Readonly<Record<Row['box'], MailboxLook>>

/** Where a step begins in each box: a cursor; undefined for the newest, null where nothing is left. */
export type StepStart = Readonly<Record<Row['box'], string | null | undefined>>

/** Where the step after this one begins; undefined after the last. */
export function nextStart({ inbox, sent }: MailboxStep): StepStart | undefined {
  if (inbox.next === undefined && sent.next === undefined) return undefined
  return { inbox: inbox.next ?? null, sent: sent.next ?? null }
}

/** Both boxes as one list. @throws as `requireDistinct`, when a package stands in two steps */
export function mailboxOf(steps: readonly MailboxStep[]): Mailbox {
  const listOf = (box: Row['box']) =>
    steps.flatMap((step) => step[box].items.map((item): Row => ({ ...item, box })))
  const [inbox, sent] = [listOf('inbox'), listOf('sent')]
  requireDistinct(inbox)
  requireDistinct(sent)
  const forgedOf = (box: Row['box']) => steps.flatMap((step) => step[box].forged)
  const forged = { inbox: forgedOf('inbox'), sent: forgedOf('sent') }
  const last = steps.at(-1)
  return {
    rows: [...inbox, ...sent].sort((a, b) => (a.submitted < b.submitted ? 1 : -1)),
    forged: [...forged.inbox, ...forged.sent],
    listed: {
      inbox: inbox.length + forged.inbox.length,
      sent: sent.length + forged.sent.length,
    },
    isCut: last !== undefined && nextStart(last) !== undefined,
    steps: steps.length,
  }
}
