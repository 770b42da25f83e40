import { Header } from '#crypto/package/header.js'
import { isHeld } from '#crypto/retention/is-held.js'
import { retentionOf } from '#crypto/retention/retention-of.js'
import type { RetentionSchedule } from '#crypto/retention/retention-schedule.js'
import { factsOf } from '../evidence-step.js'
import type {
  BlobRemoval,
  Clock,
  DirectoryStore,
  EvidenceStore,
  ListedPackage,
  PackageContents,
  PackageCursor,
  PackageStore,
  StoredEvidence,
} from '../ports.js'
import { readKept } from '../read-kept.js'
import type { RecordEvidence } from '../record-evidence.js'
import type { RelayIdentity } from '../relay-identity.js'
import { after as later } from '../timestamp.js'
import { removeHandoffContent } from '../translation/handoff-content.js'
import type { HandoffStore } from '../translation/handoff-store.js'
import type { Deletion, DeletionStore } from './deletion-store.js'
import { scheduleInForce, statedHolds } from './read-rules.js'

type Ports = {
  readonly packages: Pick<PackageStore, 'find' | 'findByHeader'> & PackageContents
  readonly evidence: Pick<EvidenceStore, 'chains'>
  readonly directory: Pick<DirectoryStore, 'history'>
  readonly blobs: BlobRemoval
  readonly handoffs: Pick<HandoffStore, 'acts' | 'ofPackage' | 'removeEnvelopes'>
  readonly deletions: DeletionStore
  readonly relay: Pick<RelayIdentity, 'id'>
  readonly clock: Clock
  readonly record: RecordEvidence
  /** Names this process. */
  readonly process: string
}

const DAY_MS = 24 * 3_600_000
const PAGE = 200

/**
 * Deletes the content of packages whose time is over: the envelope, the ciphertext of every part, and what
 * translators had and made of it. Header, approvals, evidence and receipts stay, so whatever could be proved before can be proved after.
 *
 * Each deletion is intended, looked at once more for a hold, begun, done, and then certified: evidence R.1,
 * which names the schedule. After a crash in between the next round completes what was begun. Without a
 * schedule of the operator nothing is deleted.
 *
 * @returns a round, which tells how many packages lost their content.
 */
export function deleteContents(ports: Ports): () => Promise<number> {
  const { packages, evidence, deletions, clock } = ports

  return async () => {
    const begun = await deletions.begun()
    for (const deletion of begun) await complete(deletion)
    const schedule = await scheduleInForce(ports)
    return begun.length + (schedule === undefined ? 0 : await deleteDue(schedule))
  }

  async function deleteDue(schedule: { payload: RetentionSchedule; digest: string }) {
    const days = Object.values(schedule.payload.days).filter((each) => each !== null)
    if (days.length === 0) return 0
    const until = later(clock.now(), -Math.min(...days) * DAY_MS)
    let deleted = 0
    let after: PackageCursor | undefined
    for (;;) {
      const page: readonly ListedPackage[] = await packages.withContent(until, after, PAGE)
      const chains = await evidence.chains(page.map(({ digest }) => digest))
      for (const pkg of page) {
        if (await deleteOne(pkg, chains.get(pkg.digest) ?? [], schedule)) deleted++
      }
      after = page.at(-1)
      if (page.length < PAGE) return deleted
    }
  }

  async function deleteOne(
    pkg: ListedPackage,
    chain: readonly StoredEvidence[],
    { payload: { days, version }, digest: rule }: { payload: RetentionSchedule; digest: string },
  ): Promise<boolean> {
    const { payload: header } = await readKept(
      { statement: pkg.header, digest: pkg.digest },
      Header,
    )
    const retention = retentionOf(header, chain)
    const kept = retention && days[retention.class]
    if (retention === undefined || kept === undefined || kept === null) return false
    if (later(retention.since, kept * DAY_MS) > clock.now()) return false
    if (isHeld(await statedHolds(ports), header)) return false
    const since = retention.since.toISOString()
    const text = `${retention.class}: ${kept} days since ${since}, by version ${version} of the schedule`
    const deletion = { header: pkg.digest, package: pkg.package, rule, text }
    if (!(await deletions.intend(deletion, ports.process))) return false
    // A hold that was placed since the last look is found now, or else withdraws the intention.
    if (isHeld(await statedHolds(ports), header)) return false
    if (!(await deletions.begin(pkg.digest, ports.process))) return false
    await complete(deletion)
    return true
  }

  /** From here on it can only go forward: something of it may be gone. */
  async function complete({ header, rule, text }: Deletion): Promise<void> {
    const pkg = await packages.findByHeader(header)
    if (pkg === undefined) throw new TypeError(`deletions: no package has the header ${header}`)
    const { payload } = await readKept({ statement: pkg.header, digest: header }, Header)
    await packages.removeEnvelope(header, clock.now())
    for (const { part, digest } of payload.parts) {
      await ports.blobs.remove({ sender: pkg.sender, package: pkg.package, part, digest })
    }
    await removeHandoffContent(ports, pkg.package)
    await ports.record(factsOf(pkg), {
      code: 'R.1',
      recipient: null,
      reasons: [{ code: 'retention-ended', text }],
      subject: rule,
    })
    await deletions.done(header)
  }
}
