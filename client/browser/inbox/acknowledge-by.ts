import type { Calendar } from '../../case/clocks/count-days.js'
import type { ClockRule } from '../../case/clocks/clock-rule.js'
import { countFrom } from '../../case/clocks/count-days.js'
import { defaultRules } from '../../case/clocks/default-rules.js'
import type { Row } from './use-mailbox.js'

/** Of a row one knows neither template, instrument nor kinds of assistance: these rules name none. */
const isKnown = ({ kind, templates, instrument, assistance }: ClockRule) =>
  kind === 'acknowledgement' && (templates ?? instrument ?? assistance) === undefined

/**
 * The moment by which a package is to be acknowledged, by the rules and calendars by which its case counts
 * it; undefined once it is acknowledged, when it cannot be any more, or while a calendar is not at hand.
 *
 * @param calendarOf - of an authority, from its entry.
 * @param own - the authority's own rules, which go before the defaults.
 */
export function acknowledgeBy(
  row: Row,
  calendarOf: (authority: string) => Calendar | undefined,
  own: readonly ClockRule[] = [],
): string | undefined {
  const rules = [...own, ...defaultRules].filter(isKnown)
  const requesting = calendarOf(row.sender)
  // Of several recipients the first to be due counts.
  const moments = row.waiting.flatMap(({ authority, since }) => {
    const requested = calendarOf(authority)
    const rule = rules.find(
      ({ urgency, counterpart = authority }) =>
        counterpart === authority && (urgency?.some((one) => one === row.urgency) ?? true),
    )
    if (requesting === undefined || requested === undefined || rule === undefined) return []
    return countFrom(new Date(since), rule.duration, { requesting, requested }).toISOString()
  })
  return moments.sort()[0]
}
