import type { Row } from './use-mailbox.js'

export const VIEWS = ['received', 'sent', 'forUs', 'forThem'] as const
export type View = (typeof VIEWS)[number]
export type Filter = {
  readonly view: View
  readonly unread: boolean
  readonly urgent: boolean
  readonly state: string
  readonly words: string
}
export const NO_FILTER: Filter = {
  view: 'received',
  unread: false,
  urgent: false,
  state: '',
  words: '',
}

/** States in which nobody of a recipient has fetched it, in time or yet: no failure follows a handover (E.1). */
const UNFETCHED = ['submitted', 'available', 'notified', 'undelivered']

/** Nobody of the authority has fetched the content yet. */
export const isUnread = ({ box, state }: Row) => box === 'inbox' && UNFETCHED.includes(state)

const FINAL = ['accepted', 'refused', 'expired', 'rejected']
/** Somebody it is addressed to has not answered it. */
export const isOpen = ({ state }: Row) => state.split(', ').some((one) => !FINAL.includes(one))

const inView: Readonly<Record<View, (row: Row) => boolean>> = {
  received: ({ box }) => box === 'inbox',
  sent: ({ box }) => box === 'sent',
  forUs: (row) => row.box === 'inbox' && isOpen(row),
  forThem: (row) => row.box === 'sent' && isOpen(row),
}

/** The rows that a person asked for. @param nameOf - of an authority, in the reader's language. */
export function filterRows(
  rows: readonly Row[],
  { view, unread, urgent, state, words }: Filter,
  nameOf: (authority: string) => string,
): readonly Row[] {
  const sought = words.trim().toLocaleLowerCase()
  const text = (row: Row) =>
    [
      row.package,
      row.case,
      row.sender,
      ...row.recipients,
      ...[row.sender, ...row.recipients].map(nameOf),
    ]
      .join(' ')
      .toLocaleLowerCase()
  return rows.filter(
    (row) =>
      inView[view](row) &&
      (!unread || isUnread(row)) &&
      (!urgent || row.urgency !== 'routine') &&
      (state === '' || row.state.split(', ').includes(state)) &&
      (sought === '' || text(row).includes(sought)),
  )
}
