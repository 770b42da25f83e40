import { type HoldScope, type LegalHold, signHold } from '#crypto/retention/legal-hold.js'
import { type RetentionSchedule, signRetention } from '#crypto/retention/retention-schedule.js'
import type { BlobKey } from '#server/domain/ports.js'
import { codeOf } from './code-of.js'
import { callerOf, type FakeRelay, steps } from './fake-relay.js'
import { type SampleSubmission, sampleReceipt, sampleSubmission } from './sample-submission.js'

const never = { routine: null, urgent: null, emergency: null, undecided: null }

type Hold = Pick<LegalHold, 'scope'> & Partial<LegalHold>

/** What an operator says of retention at a relay, and what is left of a package there. */
export function retained(relay: FakeRelay) {
  const keysOf = ({ draft, parts }: SampleSubmission): BlobKey[] =>
    parts.map(({ manifest: { part }, sealed: { digest } }) => ({
      sender: relay.xa.id,
      package: draft.package,
      part,
      digest,
    }))

  return {
    /** Publishes a schedule, which keeps what it does not name. */
    schedule: async (
      days: Partial<RetentionSchedule['days']>,
      changes: Partial<RetentionSchedule> = {},
      key = relay.operatorKey,
    ) => {
      const declared = relay.clock.now().toISOString()
      const claims = { relay: relay.identity.id, version: 1, declared, ...changes }
      const schedule = await signRetention({ ...claims, days: { ...never, ...days } }, key)
      return relay.publishRetention({ schedule })
    },
    hold: async (changes: Hold) => {
      const claims = { relay: relay.identity.id, hold: 'court-1', standing: 'placed' as const }
      const declared = relay.clock.now().toISOString()
      const said = { ...claims, reason: 'Order of a court', declared, ...changes }
      return relay.publishHold({ hold: await signHold(said, relay.operatorKey) })
    },
    packagesOf: ({ draft }: SampleSubmission): HoldScope => ({
      of: 'packages',
      packages: [draft.package],
    }),
    submitted: async (changes: Parameters<typeof sampleSubmission>[1] = {}) => {
      const sample = await sampleSubmission(relay, changes)
      await relay.submit(callerOf(relay.drafter), sample.submission)
      return sample
    },
    /** Submitted, available, and accepted by its recipient. */
    accepted: async (): Promise<SampleSubmission> => {
      const sample = await sampleSubmission(relay)
      await relay.submit(callerOf(relay.drafter), sample.submission)
      await relay.consign(sample)
      const receipt = await sampleReceipt(relay, sample)
      await relay.acknowledge(callerOf(relay.registrar), sample.draft.package, receipt)
      return sample
    },
    partsLeft: async (sample: SampleSubmission) => {
      const found = await Promise.all(keysOf(sample).map((key) => relay.blobs.find(key)))
      return found.filter((one) => one !== undefined).length
    },
    chain: (sample: SampleSubmission) => steps(relay, sample.submission.header),
    open: (sample: SampleSubmission) =>
      codeOf(() => relay.open(callerOf(relay.registrar), sample.draft.package, 'envelope')),
  }
}
