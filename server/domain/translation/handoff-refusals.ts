import type { HandoffFault } from '#crypto/translation/handoff-state.js'
import type { RefusalCode } from '../../contract/problems.js'
import { Refusal } from '../errors.js'

const CODES: Record<HandoffFault, RefusalCode> = {
  'not-begun': 'handoff-conflict',
  'not-now': 'handoff-conflict',
  'turn-over': 'handoff-reassigned',
  'not-yours': 'not-permitted',
  ended: 'handoff-ended',
  'other-return': 'translation-invalid',
  'other-language': 'translation-invalid',
  'other-items': 'translation-invalid',
  'mark-lost': 'translation-invalid',
  'too-many': 'handoff-conflict',
}

const DETAILS: Record<HandoffFault, string> = {
  'not-begun': 'the hand-off has not begun',
  'not-now': 'this is no step from where the hand-off stands',
  'turn-over': 'the hand-off has passed to the next translator',
  'not-yours': 'this step is another’s to take',
  ended: 'the hand-off has ended',
  'other-return': 'it names another return, or another translation, than the newest',
  'other-language': 'it is in another language than the hand-off asks for',
  'other-items': 'its items are not those of the hand-off and the return',
  'mark-lost': 'the mark of a machine cannot be taken off',
  'too-many': 'it was given back as often as a hand-off allows; it can be handed off anew',
}

/** What somebody is told whose step may not be taken. */
export const handoffRefusal = (fault: HandoffFault): Refusal =>
  new Refusal(CODES[fault], `${DETAILS[fault]} (${fault})`)

/** The same for a stranger as for an id that nobody used. */
export const handoffUnknown = (): Refusal =>
  new Refusal('handoff-unknown', 'no such hand-off is available to you')

/** The copies of what no package has are gone, with their envelopes. */
export const handoffContentDeleted = (): Refusal =>
  new Refusal('content-deleted', 'the content of this hand-off is deleted, as its time was over')
