import { Header } from '#crypto/package/header.js'
import { type EvidenceStep, factsOf } from './evidence-step.js'
import type { Clock, EvidenceStore, Outbox, PackageStore } from './ports.js'
import { readKept } from './read-kept.js'
import type { RecordEvidence } from './record-evidence.js'

type Ports = {
  readonly packages: Pick<PackageStore, 'findByHeader'>
  readonly evidence: Pick<EvidenceStore, 'chain'>
  readonly outbox: Outbox
  readonly clock: Clock
  readonly record: RecordEvidence
}
export type ConsignPackage = ReturnType<typeof consignPackage>

/**
 * Makes an accepted package available to each recipient: evidence D.1, whose announcement is their
 * notice. Completes A.1 if the relay died after keeping the package; does nothing for a header that
 * was never kept or was rejected, and asks to come again for one whose `notBefore` lies ahead.
 */
export function consignPackage({ packages, evidence, outbox, clock, record }: Ports) {
  return async ({ header }: { readonly header: string }): Promise<void> => {
    const pkg = await packages.findByHeader(header)
    if (pkg === undefined) return
    const facts = factsOf(pkg)

    const accepted = await record(facts, { code: 'A.1', recipient: null })
    if (accepted === undefined) return

    const { payload } = await readKept({ statement: pkg.header, digest: header }, Header)
    const notBefore = payload.notBefore === null ? null : new Date(payload.notBefore)
    if (notBefore !== null && clock.now() < notBefore) {
      await outbox.ask('receipts.consign', { header }, { notBefore })
      return
    }
    let chain = await evidence.chain(header)
    for (const recipient of pkg.recipients) {
      const step: EvidenceStep = { code: 'D.1', recipient }
      const done = await record(facts, step, chain)
      if (done?.repeated === false) chain = [...chain, done.evidence]
    }
  }
}
