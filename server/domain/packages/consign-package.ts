import { Header } from '#crypto/package/header.js'
import { isSuspended } from '../directory/is-suspended.js'
import { type EvidenceStep, factsOf } from '../evidence/evidence-step.js'
import type { KnownAuthorities } from '../directory/known-authorities.js'
import type { Clock, EvidenceStore, Outbox, PackageStore } from '../ports.js'
import { readKept } from '../read-kept.js'
import type { RecordEvidence } from '../evidence/record-evidence.js'

type Ports = {
  readonly authorities: KnownAuthorities
  readonly packages: Pick<PackageStore, 'findByHeader'>
  readonly evidence: Pick<EvidenceStore, 'chain'>
  readonly outbox: Outbox
  readonly clock: Clock
  readonly record: RecordEvidence
}
/** How soon mail goes on after a suspension was lifted, at most. */
const SUSPENDED_RETRY_MS = 60_000

export type ConsignPackage = ReturnType<typeof consignPackage>

/**
 * Makes an accepted package available to each recipient: evidence D.1, whose announcement is their
 * notice. Completes A.1 if the relay died after keeping the package; does nothing for a header that
 * was never kept or was rejected, and asks to come again for one whose `notBefore` lies ahead.
 *
 * To an authority that is suspended, or of one that is, nothing is consigned: evidence D.2 says so, and
 * the job comes again, so that D.1 follows once the suspension is lifted.
 */
export function consignPackage(ports: Ports) {
  const { authorities, packages, evidence, outbox, clock, record } = ports

  return async ({ header }: { readonly header: string }): Promise<void> => {
    const [pkg, known] = await Promise.all([packages.findByHeader(header), evidence.chain(header)])
    if (pkg === undefined) return
    const facts = factsOf(pkg)

    const accepted = await record(facts, { code: 'A.1', recipient: null }, known)
    if (accepted === undefined) return

    const { payload } = await readKept({ statement: pkg.header, digest: header }, Header)
    const notBefore = payload.notBefore === null ? null : new Date(payload.notBefore)
    if (notBefore !== null && clock.now() < notBefore) {
      await outbox.ask('receipts.consign', { header }, { notBefore })
      return
    }
    let chain = known.includes(accepted.evidence) ? known : await evidence.chain(header)
    const isStopped = async (authority: typeof pkg.sender) => {
      const at = clock.now()
      const recent = await authorities.of(authority)
      if (recent === undefined || !isSuspended(recent, at)) return false
      // Negative evidence rests on nothing less than what the directory holds now.
      const known = await authorities.of(authority, 'now')
      return known !== undefined && isSuspended(known, at)
    }
    const senderStopped = await isStopped(pkg.sender)
    let waits = false
    for (const recipient of pkg.recipients) {
      const stopped = senderStopped
        ? ({ code: 'sender-suspended', text: `${pkg.sender} is suspended` } as const)
        : (await isStopped(recipient))
          ? ({ code: 'recipient-suspended', text: `${recipient} is suspended` } as const)
          : undefined
      const step: EvidenceStep =
        stopped === undefined
          ? { code: 'D.1', recipient }
          : { code: 'D.2', recipient, reasons: [stopped] }
      const done = await record(facts, step, chain)
      if (done?.repeated === false) chain = [...chain, done.evidence]
      if (stopped === undefined && done !== undefined && payload.urgency !== 'routine') {
        await outbox.ask('clocks.duty', { header, recipient })
      }
      // What was consigned before the suspension needs no second attempt.
      if (stopped !== undefined && done !== undefined) waits = true
    }
    if (waits) {
      const notBefore = new Date(clock.now().getTime() + SUSPENDED_RETRY_MS)
      await outbox.ask('receipts.consign', { header }, { notBefore })
    }
  }
}
