import { digestOf } from '#crypto/bytes/sha256.js'
import { CryptoError } from '#crypto/errors.js'
import { Receipt } from '#crypto/evidence/receipt.js'
import { type VerifiedReceipt, verifyReceipt } from '#crypto/evidence/verify-receipt.js'
import { readStatement } from '#crypto/statement/read-statement.js'
import type { ReceiptItem } from '#server/contract/wire.js'
import type { CheckedEvidence } from './check-evidence.js'
import { untrusted } from './check-evidence.js'
import type { CheckedRecord } from './check-record.js'
import type { Session } from '../session/session.js'

export type AcceptedReceipt = {
  readonly receipt: VerifiedReceipt
  /** The relay's statement that it took exactly this receipt: C.3 or C.4. */
  readonly evidence: CheckedEvidence
}

/** Which evidence goes with which outcome. */
export const CODE_OF = { accepted: 'C.3', rejected: 'C.4' } as const
const RECEIVED: readonly string[] = Object.values(CODE_OF)

/**
 * Verifies receipts that the relay shows: each by its officer's credential and the entry of the
 * officer's authority, as of the moment at which the relay took it. One without evidence is still
 * under way and passed over; evidence without its receipt is the relay's word alone, and refused.
 *
 * @throws ClientError `evidence-untrusted`, `directory-untrusted`; CryptoError
 */
export async function checkReceipts(
  session: Session,
  record: CheckedRecord,
  wire: { readonly receipts: readonly ReceiptItem[] },
): Promise<readonly AcceptedReceipt[]> {
  const checked: AcceptedReceipt[] = []
  for (const item of wire.receipts) {
    const digest = await digestOf(item.receipt)
    const evidence = record.evidence.find(({ payload }) => payload.subject === digest)
    if (evidence !== undefined) {
      const receipt = await checkReceipt(session, record, item, new Date(evidence.payload.time))
      const { outcome, recipient } = receipt.payload
      if (evidence.payload.code !== CODE_OF[outcome] || evidence.payload.recipient !== recipient) {
        throw untrusted('the relay’s evidence says something else than the receipt it is about')
      }
      checked.push({ receipt, evidence })
    }
  }
  const stated = record.evidence.filter(({ payload }) => RECEIVED.includes(payload.code))
  if (stated.some((item) => !checked.some(({ evidence }) => evidence === item))) {
    throw untrusted('the relay states a receipt that it does not show')
  }
  return checked
}

async function checkReceipt(
  { directory }: Session,
  { header }: CheckedRecord,
  { receipt, credential }: ReceiptItem,
  at: Date,
): Promise<VerifiedReceipt> {
  const claimed = Receipt.safeParse((await readStatement(receipt)).payload).data
  if (claimed === undefined) throw new CryptoError('evidence/receipt', 'not a receipt')
  const { recipient } = claimed
  const entry = await directory.at(recipient, at)
  const verified = await verifyReceipt(receipt, {
    credential,
    header,
    entry,
    at,
    revocations: await directory.revocations(recipient),
  })
  // Whoever could slip in a key could have signed it: both must stand where everybody sees them.
  await directory.requireLogged(entry)
  await directory.requireLogged(verified.credential)
  return verified
}
