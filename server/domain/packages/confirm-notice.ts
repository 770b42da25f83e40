import type { Caller } from '../../contract/wire.js'
import { Refusal } from '../errors.js'
import type { EvidenceStore, Outbox } from '../ports.js'
import { requirePermission } from '../access/require-permission.js'

type Ports = {
  readonly evidence: Pick<EvidenceStore, 'findByDigest'>
  readonly outbox: Outbox
}
export type ConfirmNotice = ReturnType<typeof confirmNotice>

/**
 * "This notice reached a person or system of ours": asks for evidence D.3, durably.
 *
 * @throws {@link Refusal} `not-permitted`, `package-unknown` unless the digest is that of evidence D.1 for the caller's
 *   authority.
 */
export function confirmNotice({ evidence, outbox }: Ports) {
  return async (caller: Caller, digest: string): Promise<void> => {
    requirePermission(caller, 'confirmNotice')
    const notice = await evidence.findByDigest(digest)
    if (notice?.code !== 'D.1' || notice.recipient !== caller.authority) {
      throw new Refusal('package-unknown', 'no package was made available to you by this evidence')
    }
    const { header, recipient } = notice
    await outbox.ask('receipts.notified', { header, recipient })
  }
}
