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
export type RecordHandover = ReturnType<typeof recordHandover>

/** Evidence E.1: envelope and every part were served in full. Nothing where it may not follow. */
export function recordHandover({ packages, evidence, record }: Ports) {
  return async ({ header, recipient }: About): Promise<void> => {
    const [pkg, chain] = await Promise.all([packages.findByHeader(header), evidence.chain(header)])
    if (pkg?.recipients.includes(recipient) !== true) return
    await record(factsOf(pkg), { code: 'E.1', recipient }, chain)
  }
}
