import type { AuthorityId } from '#crypto/fields/fields.js'
import { Header } from '#crypto/package/header.js'
import { type EvidenceStep, factsOf } from '../evidence/evidence-step.js'
import { type Judgement, judgements, type NonDeliveryTimes } from './non-delivery-times.js'
import type { Clock, EvidenceStore, Outbox, PackageStore, StoredEvidence } from '../ports.js'
import { readKept } from '../read-kept.js'
import type { RecordEvidence } from '../evidence/record-evidence.js'
import { laterOf, timestamp } from '../timestamp.js'

type Ports = {
  readonly packages: Pick<PackageStore, 'findByHeader'>
  readonly evidence: Pick<EvidenceStore, 'chain'>
  readonly outbox: Outbox
  readonly clock: Clock
  readonly record: RecordEvidence
  readonly nonDelivery: NonDeliveryTimes
}
export type JudgeNonDelivery = ReturnType<typeof judgeNonDelivery>

/** Any of these shows that a recipient has the package, or that its story has ended. */
const HANDED_OVER = ['E.1', 'C.3', 'C.4', 'C.5']
/** Any of these shows that a recipient knows of it. */
const KNOWN_TO_RECIPIENT = ['D.3', ...HANDED_OVER]

/**
 * Evidence for every recipient that has not taken the package in time, provisional, then final, by its urgency:
 * D.4 where nobody was notified, E.2 where it was available and was not handed over in full, whoever was notified.
 * Positive evidence that comes later is kept beside it.
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
    const waiting = pkg.recipients.filter((recipient) => !has(chain, recipient, HANDED_OVER))
    if (chain[0]?.code !== 'A.1' || waiting.length === 0) return

    // After an outage several may be due at once: only the last of them is still true.
    const come = all.filter(({ judged }) => judged <= now).at(-1)
    if (come !== undefined) {
      for (const recipient of waiting) {
        for (const step of stepsFor(recipient, come, chain)) await record(factsOf(pkg), step)
      }
    }
    const next = all.find(({ judged }) => judged > now)
    if (next !== undefined) {
      await outbox.ask('clocks.non-delivery', { header }, { notBefore: next.judged })
    }
  }
}

function stepsFor(
  recipient: AuthorityId,
  { stage, due }: Judgement,
  chain: readonly StoredEvidence[],
): readonly EvidenceStep[] {
  const until = timestamp(due)
  const unnotified = {
    code: 'not-notified-in-time',
    text: `${stage}: nobody was notified until ${until}`,
  } as const
  const unfetched = {
    code: 'not-handed-over-in-time',
    text: `${stage}: nobody fetched the whole package until ${until}`,
  } as const
  return [
    ...(has(chain, recipient, KNOWN_TO_RECIPIENT)
      ? []
      : [{ code: 'D.4', recipient, stage, reasons: [unnotified] } as const]),
    // What could not be made available is D.2: there was nothing to fetch.
    ...(has(chain, recipient, ['D.1'])
      ? [{ code: 'E.2', recipient, stage, reasons: [unfetched] } as const]
      : []),
  ]
}

const has = (
  chain: readonly StoredEvidence[],
  recipient: AuthorityId,
  codes: readonly string[],
): boolean => chain.some((kept) => kept.recipient === recipient && codes.includes(kept.code))
