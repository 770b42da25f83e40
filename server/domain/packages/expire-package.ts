import type { AuthorityId } from '#crypto/fields/fields.js'
import { Header } from '#crypto/package/header.js'
import { factsOf } from '../evidence/evidence-step.js'
import type {
  Clock,
  EvidenceStore,
  Outbox,
  PackageStore,
  ReceiptStore,
  StoredReceipt,
} from '../ports.js'
import { readKept } from '../read-kept.js'
import type { RecordEvidence } from '../evidence/record-evidence.js'
import { receiptStep } from '../evidence/receipt-step.js'
import { after } from '../timestamp.js'

/**
 * So long after its expiry a package is judged: a receipt that arrived in its last moment is durable
 * by then. What counts is the time of the event, and a tie counts as delivery.
 */
export const EXPIRY_GRACE_MS = 10_000

type Ports = {
  readonly packages: Pick<PackageStore, 'findByHeader'>
  readonly evidence: Pick<EvidenceStore, 'chain'>
  readonly receipts: Pick<ReceiptStore, 'forPackage'>
  readonly outbox: Outbox
  readonly clock: Clock
  readonly record: RecordEvidence
}
export type ExpirePackage = ReturnType<typeof expirePackage>

/**
 * Evidence C.5 for every recipient that neither accepted nor rejected in time. A receipt that was kept
 * in time but whose evidence a crash prevented is completed instead.
 */
export function expirePackage({ packages, evidence, receipts, outbox, clock, record }: Ports) {
  return async ({ header }: { readonly header: string }): Promise<void> => {
    const pkg = await packages.findByHeader(header)
    if (pkg === undefined) return
    const { payload } = await readKept({ statement: pkg.header, digest: header }, Header)
    if (payload.expires === null) return
    const expires = new Date(payload.expires)
    const judged = after(expires, EXPIRY_GRACE_MS)
    if (clock.now() < judged) {
      await outbox.ask('clocks.expiry', { header }, { notBefore: judged })
      return
    }
    const chain = await evidence.chain(header)
    if (chain[0]?.code !== 'A.1') return
    const inTime = (await receipts.forPackage(header)).filter(({ keptAt }) => keptAt <= expires)
    for (const recipient of pkg.recipients) {
      await record(factsOf(pkg), await stepFor(recipient, inTime))
    }
  }
}

async function stepFor(recipient: AuthorityId, receipts: readonly StoredReceipt[]) {
  const receipt = receipts.find((kept) => kept.recipient === recipient)
  if (receipt !== undefined) return receiptStep(receipt)
  return {
    code: 'C.5',
    recipient,
    reasons: [{ code: 'expired-unaccepted', text: 'no receipt came before the package expired' }],
  } as const
}
