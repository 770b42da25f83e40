import { checkAssurances } from './pre-flight/check-assurances.js'
import { checkBasis } from './pre-flight/check-basis.js'
import { checkDelivery } from './pre-flight/check-delivery.js'
import { checkLanguage } from './pre-flight/check-language.js'
import { checkMarks } from './pre-flight/check-marks.js'
import { checkOffice } from './pre-flight/check-office.js'
import type { PreFlightDraft, PreFlightSides } from './pre-flight/draft.js'
import type { PreFlightFinding } from './pre-flight/finding.js'

/**
 * Holds a draft against the entries of both sides, so that limits and requirements are known before
 * anything is sealed: language, legal basis, competence, assurances, formats, size, marks, office hours.
 *
 * What entries say decides here; what instruments demand of the form, `validateForm` says.
 *
 * @returns Findings, `must` first.
 */
export function preFlight(
  draft: PreFlightDraft,
  sides: PreFlightSides,
): readonly PreFlightFinding[] {
  return [
    ...checkLanguage(draft, sides),
    ...checkBasis(draft, sides),
    ...checkAssurances(draft, sides),
    ...checkDelivery(draft, sides),
    ...checkMarks(draft, sides),
    ...checkOffice(draft, sides),
  ]
    .map((finding) => ({ ...finding, recipient: sides.recipient.authority }))
    .sort((a, b) => order[a.severity] - order[b.severity])
}

const order = { must: 0, should: 1, note: 2 } as const
