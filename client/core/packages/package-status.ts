import { compareReceipt, type Disagreement } from '#crypto/evidence/compare-receipt.js'
import type { VerifiedReceipt } from '#crypto/evidence/verify-receipt.js'
import type { PackageId } from '#crypto/fields/fields.js'
import { checkReceipts } from '../proof/check-receipts.js'
import { checkRecord, type CheckedRecord } from '../proof/check-record.js'
import { isContentDeleted } from './is-content-deleted.js'
import { openRecord } from './open-package.js'
import type { Session } from '../session/session.js'

export type CheckedReceipt = {
  readonly receipt: VerifiedReceipt
  /** Against the sender's own manifest; null where we are not the sender, or the relay has it no more. */
  readonly disagreements: readonly Disagreement[] | null
}

export type PackageStatus = {
  readonly record: CheckedRecord
  readonly receipts: readonly CheckedReceipt[]
}

/**
 * What became of a package. The sender also compares every receipt with its own copy of what was
 * sent, opened again with its own keys: a receipt for something else is told apart here.
 *
 * @throws as `readPackage`
 */
export async function packageStatus(session: Session, id: PackageId): Promise<PackageStatus> {
  const wire = await session.relay.call('readPackage', { params: { package: id } })
  const record = await checkRecord(session, wire, id)
  const receipts = await checkReceipts(session, record, wire)
  const isSender = record.header.payload.sender === session.officer.authority
  const manifest =
    isSender && receipts.length > 0 && !isContentDeleted(record)
      ? (await openRecord(session, wire, record)).opened.manifest
      : undefined
  return {
    record,
    receipts: receipts.map(({ receipt }) => ({
      receipt,
      disagreements: manifest === undefined ? null : compareReceipt(receipt, manifest),
    })),
  }
}
