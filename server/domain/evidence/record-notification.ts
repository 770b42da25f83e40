import type { AuthorityId } from '#crypto/fields/fields.js'
import { factsOf } from './evidence-step.js'
import type { EvidenceStore, PackageStore } from '../ports.js'
import type { RecordEvidence } from './record-evidence.js'

type Ports = {
  readonly packages: Pick<PackageStore, 'findByHeader'>
  readonly evidence: Pick<EvidenceStore, 'chain'>
  readonly record: RecordEvidence
}
type About = { readonly header: string; readonly recipient: AuthorityId }
export type RecordNotification = ReturnType<typeof recordNotification>

/** Evidence D.3: a client of the recipient confirmed the notice. Nothing where it may not follow. */
export function recordNotification({ packages, evidence, record }: Ports) {
  return async ({ header, recipient }: About): Promise<void> => {
    const [pkg, chain] = await Promise.all([packages.findByHeader(header), evidence.chain(header)])
    if (pkg?.recipients.includes(recipient) !== true) return
    await record(factsOf(pkg), { code: 'D.3', recipient }, chain)
  }
}
