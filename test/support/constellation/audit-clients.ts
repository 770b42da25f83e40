import { expect } from 'chai'
import type { Connection } from 'mongoose'
import { listMailbox } from '#client/core/packages/list-mailbox.js'
import { packageStatus } from '#client/core/packages/package-status.js'
import type { Session } from '#client/core/session/session.js'
import { PackageId } from '#crypto/fields/fields.js'
import type { NoteKey } from '#crypto/transparency/note-key.js'
import { auditLog } from '../audit-log.js'

/** What a sender holds in hand: package id to digest of the A.1 that it was answered with. */
export type Acknowledged = ReadonlyMap<PackageId, string>

/**
 * From the clients' own records, after whatever has happened: each acknowledged submission is there
 * exactly once for sender and recipient; its chain begins with the very evidence the sender holds, is
 * whole, and states nothing twice; the recipient's receipt is genuine and for what was sent.
 */
export async function auditClients(
  sender: Session,
  recipient: Session,
  acknowledged: Acknowledged,
): Promise<void> {
  const ids = [...acknowledged.keys()].sort()
  for (const [session, box] of [
    [sender, 'sent'],
    [recipient, 'inbox'],
  ] as const) {
    const rows = await listMailbox(session, box, 10_000)
    expect(rows.map(({ package: id }) => id).sort(), box).to.deep.equal(ids)
  }
  for (const id of ids) {
    const { record, receipts } = await packageStatus(sender, PackageId.parse(id))
    const [first] = record.evidence
    expect(first?.digest, `A.1 of ${id}`).to.equal(acknowledged.get(id))
    const steps = record.evidence.map(
      ({ payload }) => `${payload.code} ${String(payload.recipient)}`,
    )
    expect(new Set(steps).size, steps.join(', ')).to.equal(steps.length)
    expect(Object.fromEntries(record.states)).to.deep.equal({
      [recipient.officer.authority]: 'accepted',
    })
    expect(receipts.map(({ disagreements }) => disagreements)).to.deep.equal([[]])
  }
}

/** The same from the database: once the sequencer has caught up, the whole log is recomputed. */
export async function auditSequenced(
  connection: Connection,
  key: NoteKey,
): ReturnType<typeof auditLog> {
  const statements = connection.collection('statements')
  const checkpoints = connection.collection<{ _id: number }>('checkpoints')
  for (;;) {
    const [kept, covered] = await Promise.all([
      statements.countDocuments(),
      checkpoints.findOne({}, { sort: { _id: -1 } }),
    ])
    if (covered?._id === kept) break
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  return auditLog(connection, key)
}
