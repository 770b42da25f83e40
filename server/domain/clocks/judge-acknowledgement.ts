import type { AuthorityId } from '#crypto/fields/fields.js'
import { Header } from '#crypto/package/header.js'
import { type EvidenceStep, factsOf } from '../evidence/evidence-step.js'
import type { Clock, EvidenceStore, Outbox, PackageStore } from '../ports.js'
import { readKept } from '../read-kept.js'
import type { RecordEvidence } from '../evidence/record-evidence.js'
import { timestamp } from '../timestamp.js'
import { acknowledgementMoments, type AcknowledgementTimes } from './acknowledgement-times.js'

type Ports = {
  readonly packages: Pick<PackageStore, 'findByHeader'>
  readonly evidence: Pick<EvidenceStore, 'chain'>
  readonly outbox: Outbox
  readonly clock: Clock
  readonly record: RecordEvidence
  readonly acknowledgement: AcknowledgementTimes
}
export type JudgeAcknowledgement = ReturnType<typeof judgeAcknowledgement>

const ANSWERED = ['C.3', 'C.4', 'C.5']

/**
 * Evidence K.1 when a recipient should acknowledge soon, K.2 when the time for it is over, counted from
 * the D.1 of each. A receipt that comes later is kept beside it.
 */
export function judgeAcknowledgement(ports: Ports) {
  const { packages, evidence, outbox, clock, record, acknowledgement } = ports

  return async ({ header }: { readonly header: string }): Promise<void> => {
    const pkg = await packages.findByHeader(header)
    if (pkg === undefined) return
    const { payload } = await readKept({ statement: pkg.header, digest: header }, Header)
    const chain = await evidence.chain(header)
    if (chain[0]?.code !== 'A.1') return
    const now = clock.now()
    const next: Date[] = []
    for (const recipient of pkg.recipients) {
      const own = chain.filter((kept) => kept.recipient === recipient)
      if (own.some(({ code }) => ANSWERED.includes(code))) continue
      const available = own.find(({ code }) => code === 'D.1')
      // Not available yet, such as to a suspended authority: its time has not begun.
      const begins = available === undefined ? now : new Date(available.time)
      const { warned, due } = acknowledgementMoments(acknowledgement, payload.urgency, begins)
      if (now < warned) next.push(warned)
      else {
        await record(factsOf(pkg), now < due ? dueSoon(recipient) : overdue(recipient, due))
        if (now < due) next.push(due)
      }
    }
    const [notBefore] = next.sort((a, b) => a.getTime() - b.getTime())
    if (notBefore !== undefined)
      await outbox.ask('clocks.acknowledgement', { header }, { notBefore })
  }
}

const dueSoon = (recipient: AuthorityId): EvidenceStep => ({ code: 'K.1', recipient })

const overdue = (recipient: AuthorityId, due: Date): EvidenceStep => ({
  code: 'K.2',
  recipient,
  reasons: [{ code: 'not-acknowledged-in-time', text: `no receipt came until ${timestamp(due)}` }],
})
