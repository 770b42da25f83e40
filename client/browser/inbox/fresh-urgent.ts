import { isUnread } from './filter-rows.js'
import type { Row } from './use-mailbox.js'

/** Urgent ones that were not there before and that nobody of the authority has opened. */
export const freshUrgent = (rows: readonly Row[], before: ReadonlySet<string>): readonly Row[] =>
  rows.filter((row) => row.urgency !== 'routine' && isUnread(row) && !before.has(row.package))
