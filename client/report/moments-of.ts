import type { FactCode, Verdict } from '#crypto/proof/fact.js'
import type { Moment } from './report.js'

/** Facts that something happened at a moment; the others are about keys, or about the log. */
const EVENTS: readonly FactCode[] = [
  'header-signed',
  'submission-accepted',
  'rejected',
  'available',
  'notified',
  'handed-over',
  'undelivered',
  'expired',
  'receipt-signed',
  'receipt-accepted',
  'absence-stated',
]

/** The events of a verdict that at least one clock speaks of. What is contradicted did not happen so. */
export const momentsOf = ({ facts }: Verdict): readonly Moment[] =>
  facts
    .filter(
      ({ fact, standing, clocks }) =>
        EVENTS.includes(fact) &&
        (standing === 'proved' || standing === 'claimed') &&
        Object.keys(clocks).length > 0,
    )
    .map((fact) => ({ fact, recipient: fact.data['recipient'], clocks: fact.clocks }))
