import { Receipt } from '#crypto/evidence/receipt.js'
import type { EvidenceStep } from './evidence-step.js'
import type { StoredReceipt } from '../ports.js'
import { readKept } from '../read-kept.js'

/** The evidence that a kept receipt causes: C.3 if it accepts, C.4 if it rejects. */
export async function receiptStep(kept: StoredReceipt): Promise<EvidenceStep> {
  const { payload } = await readKept(kept, Receipt)
  const { recipient } = payload
  if (payload.outcome === 'accepted') return { code: 'C.3', recipient, subject: kept.digest }
  return {
    code: 'C.4',
    recipient,
    subject: kept.digest,
    // The recipient's own words stand in the receipt; the relay states that there is one.
    reasons: [{ code: 'rejected-by-recipient', text: 'the recipient signed a rejection' }],
  }
}
