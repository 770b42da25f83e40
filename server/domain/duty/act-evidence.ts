import type { AuthorityId } from '#crypto/fields/fields.js'
import type { EvidenceStep } from '../evidence/evidence-step.js'
import type { StoredDutyAct } from './duty-act-store.js'

/** What an act about an alert is evidence of: K.3 or K.4, once per turn. */
export const actEvidence = (
  recipient: AuthorityId,
  { act, turn, digest }: Pick<StoredDutyAct, 'act' | 'turn' | 'digest'>,
): EvidenceStep => ({
  code: act === 'take' ? 'K.3' : 'K.4',
  recipient,
  stage: `duty-${turn}`,
  subject: digest,
})
