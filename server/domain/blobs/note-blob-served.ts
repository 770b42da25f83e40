import { Header } from '#crypto/package/header.js'
import type { Caller } from '../../contract/wire.js'
import type { HandoverStore, Outbox, PackageStore } from '../ports.js'
import { readKept } from '../read-kept.js'

type Ports = {
  readonly packages: Pick<PackageStore, 'findByHeader'>
  readonly handovers: HandoverStore
  readonly outbox: Outbox
}
export type NoteBlobServed = ReturnType<typeof noteBlobServed>

/**
 * Notes that the last octet of a blob went to an officer of a recipient. Once that is true of the
 * envelope and of every part, evidence E.1 is asked for. The sender reading its own is no handover.
 *
 * @param served - `header` as {@link OpenedBlob} names it, `blob` the envelope or a part's id.
 */
export function noteBlobServed({ packages, handovers, outbox }: Ports) {
  return async (
    caller: Caller,
    { header, blob }: { readonly header: string; readonly blob: string },
  ): Promise<void> => {
    const recipient = caller.authority
    const pkg = await packages.findByHeader(header)
    if (pkg?.recipients.includes(recipient) !== true) return
    const { payload } = await readKept({ statement: pkg.header, digest: header }, Header)
    const served = new Set(await handovers.record(header, recipient, blob))
    const all = ['envelope', ...payload.parts.map(({ part }) => part)]
    if (all.every((one) => served.has(one))) {
      await outbox.ask('receipts.handed-over', { header, recipient })
    }
  }
}
