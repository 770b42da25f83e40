import type { Caller } from '../../contract/wire.js'
import { Refusal } from '../errors.js'
import { factsIn } from '../evidence/evidence-step.js'
import type { RecordEvidence } from '../evidence/record-evidence.js'
import type { EvidenceStore, Outbox } from '../ports.js'
import { requirePermission } from '../access/require-permission.js'

type Ports = {
  readonly evidence: Pick<EvidenceStore, 'findByDigest'>
  readonly record: RecordEvidence
  readonly outbox: Outbox
}
export type ConfirmNotice = ReturnType<typeof confirmNotice>

/**
 * "This notice reached a person or system of ours": states evidence D.3, which is durable when it resolves.
 * Where it cannot be stated just now, it is asked for, as durably: a worker tries until it is.
 *
 * @throws {@link Refusal} `not-permitted`, `package-unknown` unless the digest is that of evidence D.1 for the caller's
 *   authority.
 */
export function confirmNotice({ evidence, record, outbox }: Ports) {
  return async (caller: Caller, digest: string): Promise<void> => {
    requirePermission(caller, 'confirmNotice')
    const notice = await evidence.findByDigest(digest)
    if (notice?.code !== 'D.1' || notice.recipient !== caller.authority) {
      throw new Refusal('package-unknown', 'no package was made available to you by this evidence')
    }
    const { header, recipient } = notice
    await record(await factsIn(notice), { code: 'D.3', recipient }).catch(() =>
      outbox.ask('receipts.notified', { header, recipient }),
    )
  }
}
