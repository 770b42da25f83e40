import type { Calendar } from '../../case/clocks/count-days.js'
import { countFrom } from '../../case/clocks/count-days.js'
import { defaultRules } from '../../case/clocks/default-rules.js'
import { isOpen } from './filter-rows.js'
import type { Row } from './use-mailbox.js'

/** Of a row one knows no template and no instrument: these rules name neither. */
const rules = defaultRules.filter(
  ({ kind, templates, instrument }) =>
    kind === 'acknowledgement' && templates === undefined && instrument === undefined,
)

/**
 * The moment by which a package is to be acknowledged, by the rules and calendars by which its case counts
 * it; undefined once it is acknowledged, when it cannot be any more, or while a calendar is not at hand.
 *
 * @param calendarOf - of an authority, from its entry.
 */
export function acknowledgeBy(
  row: Row,
  calendarOf: (authority: string) => Calendar | undefined,
): string | undefined {
  const rule = rules.find(({ urgency }) => urgency?.some((one) => one === row.urgency) ?? true)
  if (!isOpen(row) || rule === undefined) return undefined
  const requesting = calendarOf(row.sender)
  // Of several recipients the first to be due counts.
  const moments = row.recipients.flatMap((recipient) => {
    const requested = calendarOf(recipient)
    if (requesting === undefined || requested === undefined) return []
    return countFrom(new Date(row.submitted), rule.duration, {
      requesting,
      requested,
    }).toISOString()
  })
  return moments.sort()[0]
}
