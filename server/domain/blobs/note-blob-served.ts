import type { Caller } from '../../contract/wire.js'
import type { RecordEvidence } from '../evidence/record-evidence.js'
import type { HandoverStore, Outbox } from '../ports.js'
import type { OpenedBlob } from './open-blob.js'

type Ports = {
  readonly handovers: HandoverStore
  readonly record: RecordEvidence
  readonly outbox: Outbox
}
export type NoteBlobServed = ReturnType<typeof noteBlobServed>

/**
 * Notes that the last octet of a blob went to an officer of a recipient. Once that is true of the
 * envelope and of every part, evidence E.1 is stated; where that cannot be done just now, it is asked for, and a
 * worker tries until it is. The sender reading its own is no handover.
 *
 * @param served - as {@link OpenedBlob} has it.
 */
export function noteBlobServed({ handovers, record, outbox }: Ports) {
  return async (
    { authority: recipient }: Pick<Caller, 'authority'>,
    { facts, chain, blob, handover }: Pick<OpenedBlob, 'blob' | 'chain' | 'facts' | 'handover'>,
  ): Promise<void> => {
    if (!handover.includes(blob)) return
    const { header } = facts
    // A package without parts is handed over with its envelope: there is nothing to remember until then.
    const served =
      handover.length === 1 ? handover : await handovers.record(header, recipient, blob)
    if (handover.every((one) => served.includes(one))) {
      await record(facts, { code: 'E.1', recipient }, chain).catch(() =>
        outbox.ask('receipts.handed-over', { header, recipient }),
      )
    }
  }
}
