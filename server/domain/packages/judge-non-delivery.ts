import { Header } from '#crypto/package/header.js'
import { factsOf } from '../evidence/evidence-step.js'
import { type Judgement, judgements, type NonDeliveryTimes } from './non-delivery-times.js'
import type { Clock, EvidenceStore, Outbox, PackageStore, StoredEvidence } from '../ports.js'
import { readKept } from '../read-kept.js'
import type { RecordEvidence } from '../evidence/record-evidence.js'
import { laterOf } from '../timestamp.js'

type Ports = {
  readonly packages: Pick<PackageStore, 'findByHeader'>
  readonly evidence: Pick<EvidenceStore, 'chain'>
  readonly outbox: Outbox
  readonly clock: Clock
  readonly record: RecordEvidence
  readonly nonDelivery: NonDeliveryTimes
}
export type JudgeNonDelivery = ReturnType<typeof judgeNonDelivery>

/** Any of these shows that a recipient knows of the package, or that its story has ended. */
const KNOWN_TO_RECIPIENT = ['D.3', 'E.1', 'C.3', 'C.4', 'C.5']

/**
 * Evidence D.4 for every recipient whom no notice has reached in time: provisional, then final, by the
 * urgency of the package. Positive evidence that comes later is kept beside it.
 */
export function judgeNonDelivery(ports: Ports) {
  const { packages, evidence, outbox, clock, record, nonDelivery } = ports

  return async ({ header }: { readonly header: string }): Promise<void> => {
    const pkg = await packages.findByHeader(header)
    if (pkg === undefined) return
    const { payload } = await readKept({ statement: pkg.header, digest: header }, Header)
    const begins =
      payload.notBefore === null ? pkg.keptAt : laterOf(pkg.keptAt, new Date(payload.notBefore))
    const all = judgements(nonDelivery, payload.urgency, begins)
    const now = clock.now()
    const chain = await evidence.chain(header)
    const unreached = pkg.recipients.filter((recipient) => !isReached(chain, recipient))
    if (chain[0]?.code !== 'A.1' || unreached.length === 0) return

    // After an outage several may be due at once: only the last of them is still true.
    const due = all.filter((judgement) => judgement.due <= now).at(-1)
    if (due !== undefined) {
      for (const recipient of unreached) {
        const step = { code: 'D.4', recipient, stage: due.stage, reasons: [reason(due)] } as const
        await record(factsOf(pkg), step)
      }
    }
    const next = all.find((judgement) => judgement.due > now)
    if (next !== undefined) {
      await outbox.ask('clocks.non-delivery', { header }, { notBefore: next.due })
    }
  }
}

const isReached = (chain: readonly StoredEvidence[], recipient: string): boolean =>
  chain.some((kept) => kept.recipient === recipient && KNOWN_TO_RECIPIENT.includes(kept.code))

const reason = ({ stage, due }: Judgement) =>
  ({
    code: 'not-notified-in-time',
    text: `${stage}: nobody was notified until ${due.toISOString()}`,
  }) as const
