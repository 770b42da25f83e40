import { digestOf } from '#crypto/bytes/sha256.js'
import { CORRESPONDENTS } from '#crypto/directory/roles.js'
import { verifyReceipt } from '#crypto/evidence/verify-receipt.js'
import type { PackageId } from '#crypto/fields/fields.js'
import { Header } from '#crypto/package/header.js'
import type { Caller, EvidenceItem, ReceiptItem } from '../../contract/wire.js'
import { currentRoles } from '../access/current-roles.js'
import { Refusal } from '../errors.js'
import { asItem, factsOf } from '../evidence/evidence-step.js'
import {
  findVisible,
  packageUnknown,
  type VisiblePackage,
  type VisiblePorts,
} from './find-visible.js'
import type { KnownAuthorities } from '../directory/known-authorities.js'
import { orInvalid } from '../or-invalid.js'
import type { Clock, DirectoryStore, ReceiptStore } from '../ports.js'
import { readKept } from '../read-kept.js'
import { receiptStep } from '../evidence/receipt-step.js'
import type { RecordEvidence } from '../evidence/record-evidence.js'
import { hasRole, requirePermission } from '../access/require-permission.js'
import { verifyOfficer } from '../access/verify-officer.js'
import { requireEntry } from '../directory/require-entry.js'

type Ports = VisiblePorts & {
  readonly authorities: KnownAuthorities
  readonly directory: Pick<DirectoryStore, 'findCredential'>
  readonly receipts: ReceiptStore
  readonly clock: Clock
  readonly record: RecordEvidence
}
export type AcknowledgePackage = ReturnType<typeof acknowledgePackage>

/**
 * Takes in a recipient's receipt and states it: evidence C.3 if it accepts, C.4 if it rejects. The
 * first receipt of an authority counts; the same one again is answered with the same evidence.
 *
 * @throws {@link Refusal} `package-unknown` (also for the sender's own officers), `not-permitted`,
 *   `statement-invalid`, `credential-revoked`, `receipt-mismatch` if it is about another package or
 *   other parts, `receipt-conflict` if another receipt was first. One that comes after the expiry is
 *   appended; it changes nothing that is final.
 */
export function acknowledgePackage(ports: Ports) {
  const { authorities, receipts, clock, record } = ports

  return async (caller: Caller, id: PackageId, item: ReceiptItem): Promise<EvidenceItem> => {
    requirePermission(caller, 'acknowledgePackage')
    const visible = await findVisible(ports, caller.authority, id)
    const { pkg, chain } = visible
    if (!pkg.recipients.includes(caller.authority)) throw packageUnknown(id)
    const keptAt = clock.now()
    await check(caller, visible, item, keptAt)

    const digest = await digestOf(item.receipt)
    const kept = await receipts.keep({
      digest,
      typ: 'rogatory-receipt',
      statement: item.receipt,
      credential: item.credential,
      header: pkg.digest,
      recipient: caller.authority,
      keptAt,
    })
    // The one that was first may have been kept and not stated, by a process that died: it is now.
    const done = await record(factsOf(pkg), await receiptStep(kept), chain)
    if (kept.digest !== digest) {
      throw new Refusal('receipt-conflict', `another receipt was first: ${kept.digest}`)
    }
    if (done === undefined) throw new Refusal('receipt-conflict', 'the package was rejected before')
    return asItem(done.evidence)
  }

  async function check(
    caller: Caller,
    { pkg }: VisiblePackage,
    { receipt, credential }: ReceiptItem,
    at: Date,
  ): Promise<void> {
    const { known, entry } = await requireEntry(authorities, caller.authority, at)
    const { revocations } = known
    const header = await readKept({ statement: pkg.header, digest: pkg.digest }, Header)
    const { payload } = await orInvalid(
      'receipt',
      verifyReceipt(receipt, { header, credential, entry, revocations, at }),
    )
    const officer = await verifyOfficer(known, credential, at)
    if (!hasRole(await currentRoles(ports.directory, known, officer, at), CORRESPONDENTS)) {
      throw new Refusal('not-permitted', 'receipt: its officer has no role that acknowledges now')
    }
    if (payload.recipient !== caller.authority) {
      throw new Refusal('receipt-mismatch', 'the receipt speaks for another authority')
    }
  }
}
