import type { Caller } from '../../contract/wire.js'
import type { HandoverStore, Outbox } from '../ports.js'
import type { OpenedBlob } from './open-blob.js'

type Ports = {
  readonly handovers: HandoverStore
  readonly outbox: Outbox
}
export type NoteBlobServed = ReturnType<typeof noteBlobServed>

/**
 * Notes that the last octet of a blob went to an officer of a recipient. Once that is true of the
 * envelope and of every part, evidence E.1 is asked for. The sender reading its own is no handover.
 *
 * @param served - as {@link OpenedBlob} has it.
 */
export function noteBlobServed({ handovers, outbox }: Ports) {
  return async (
    { authority: recipient }: Pick<Caller, 'authority'>,
    { header, blob, handover }: Pick<OpenedBlob, 'blob' | 'handover' | 'header'>,
  ): Promise<void> => {
    if (!handover.includes(blob)) return
    // A package without parts is handed over with its envelope: there is nothing to remember until then.
    const served =
      handover.length === 1 ? handover : await handovers.record(header, recipient, blob)
    if (handover.every((one) => served.includes(one))) {
      await outbox.ask('receipts.handed-over', { header, recipient })
    }
  }
}
