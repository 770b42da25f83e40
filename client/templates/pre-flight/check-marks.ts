import type { Marks } from '#crypto/package/manifest.js'
import { valuesAt } from '../form-value.js'
import { equivalentOf } from '../marks/equivalent-of.js'
import { isHigh } from '../marks/level-of.js'
import type { PreFlightDraft, PreFlightSides } from './draft.js'
import type { Stated } from './finding.js'

/** Whether the marks allow that this is sent here at all, whether they agree, and how they are kept there. */
export function checkMarks(
  { marks, form }: PreFlightDraft,
  sides: PreFlightSides,
): readonly Stated[] {
  return [
    ...checkClassification(marks.classification, sides),
    ...checkOnward(marks),
    ...checkLimits(marks, form, sides.at),
  ]
}

function checkClassification(
  mark: string | null,
  { sender, recipient }: PreFlightSides,
): readonly Stated[] {
  if (mark === null) return []
  const { level, mark: equivalent } = equivalentOf(mark, sender, recipient)
  const data = { mark }
  if (level === undefined) return [stated('mark-unknown', 'should', data)]
  if (isHigh(level)) {
    const sources = [{ instrument: 'res-2322', article: '5' }]
    return [{ ...stated('mark-above-channel', 'must', data), sources }]
  }
  if (equivalent !== null) {
    const said = { mark, equivalent }
    return [{ ...stated('mark-equivalent', 'note', said), entryField: 'classifications' }]
  }
  if ((recipient.classifications ?? []).length === 0) return []
  return [{ ...stated('mark-no-equivalent', 'should', data), entryField: 'classifications' }]
}

/** TLP 2.0 keeps `AMBER` and above where it was sent. */
function checkOnward({ tlp, onwardTransfer }: Marks): readonly Stated[] {
  const isClose = tlp !== null && tlp !== 'TLP:CLEAR' && tlp !== 'TLP:GREEN'
  return isClose && onwardTransfer === 'allowed'
    ? [stated('marks-contradict', 'must', { mark: tlp })]
    : []
}

function checkLimits(
  { uses, retainUntil }: Marks,
  form: PreFlightDraft['form'],
  at: Date,
): readonly Stated[] {
  const found: Stated[] = []
  if (retainUntil !== undefined && retainUntil < at.toISOString().slice(0, 10)) {
    found.push(stated('retention-past', 'must', { day: retainUntil }))
  }
  const said = valuesAt(form, 'permittedUses.*')
  const isSame = said.length === uses?.length && uses.every((use) => said.includes(use))
  if (uses !== undefined && said.length > 0 && !isSame) {
    found.push(stated('uses-differ', 'must', { uses: uses.join(', ') }))
  }
  return found
}

const stated = (
  code: Stated['code'],
  severity: Stated['severity'],
  data: Stated['data'],
): Stated => ({ code, severity, entryField: null, sources: [], data })
