import { DAY_MS } from '#crypto/clock/durations.js'
import { Header } from '#crypto/package/header.js'
import { isHeld } from '#crypto/retention/is-held.js'
import { retentionOf } from '#crypto/retention/retention-of.js'
import { factsOf } from '../evidence/evidence-step.js'
import type {
  BlobRemoval,
  Clock,
  DirectoryStore,
  EvidenceStore,
  ListedPackage,
  Outbox,
  PackageContents,
  PackageCursor,
  PackageStore,
  StoredEvidence,
} from '../ports.js'
import { readKept } from '../read-kept.js'
import type { RecordEvidence } from '../evidence/record-evidence.js'
import type { RelayIdentity } from '../relay-identity.js'
import { deleteReplaced } from '../resealing/delete-replaced.js'
import { removeWithContent } from '../resealing/remove-with-content.js'
import type { ResealingStore } from '../resealing/resealing-store.js'
import { after as later } from '../timestamp.js'
import { removeHandoffContent } from '../translation/handoff-content.js'
import type { HandoffStore } from '../translation/handoff-store.js'
import type { RecordHandoff } from '../translation/record-handoff.js'
import { beginDeletion } from './begin-deletion.js'
import { deleteCopies } from './delete-copies.js'
import type { Deletion, DeletionStore } from './deletion-store.js'
import { scheduleInForce, statedHolds } from './read-rules.js'
import { retentionEnded } from './retention-ended.js'

type Ports = {
  readonly packages: Pick<PackageStore, 'find' | 'findByHeader'> & PackageContents
  readonly evidence: Pick<EvidenceStore, 'chain' | 'chains'>
  readonly directory: Pick<DirectoryStore, 'evidenceFor' | 'history' | 'keepEvidence'>
  readonly resealings: ResealingStore
  readonly blobs: BlobRemoval
  readonly handoffs: HandoffStore
  readonly outbox: Outbox
  readonly deletions: DeletionStore
  readonly relay: Pick<RelayIdentity, 'evidenceKey' | 'id'>
  readonly clock: Clock
  readonly record: RecordEvidence
  readonly recordHandoff: RecordHandoff
  /** Names this process. */
  readonly process: string
}

type Schedule = NonNullable<Awaited<ReturnType<typeof scheduleInForce>>>

const PAGE = 200

/**
 * Deletes the content of packages whose time is over: the envelope, the ciphertext of every part, the copies that were
 * sealed anew, and what translators had and made of it. Header, approvals, evidence and receipts stay, so whatever could be proved before can be proved after.
 *
 * Each deletion is intended, looked at once more, begun, done, and then certified: evidence R.1, which names the schedule.
 * After a crash in between the next round completes what was begun. Without a schedule of the operator nothing is deleted.
 * Copies that were uploaded to be translated go the same way: {@link deleteCopies}. So does, whatever the schedule says, what was replaced by
 * copies that were sealed anew: {@link deleteReplaced}.
 *
 * @returns a round, which tells how many packages and hand-offs lost their content.
 */
export function deleteContents(ports: Ports): () => Promise<number> {
  const { packages, evidence, deletions, clock } = ports
  const copies = deleteCopies(ports)
  const replaced = deleteReplaced(ports)

  return async () => {
    const begun = await deletions.begun()
    for (const deletion of begun) {
      const isDone = (await copies.complete(deletion)) || (await replaced.complete(deletion))
      if (!isDone) await complete(deletion)
    }
    const schedule = await scheduleInForce(ports)
    const deleted = schedule === undefined ? 0 : await deleteDue(schedule)
    return begun.length + deleted + (await replaced.due())
  }

  async function deleteDue(schedule: Schedule) {
    const days = Object.values(schedule.payload.days).filter((each) => each !== null)
    if (days.length === 0) return 0
    const until = later(clock.now(), -Math.min(...days) * DAY_MS)
    let deleted = await copies.due(until)
    let after: PackageCursor | undefined
    for (;;) {
      const page: readonly ListedPackage[] = await packages.withContent(until, after, PAGE)
      const chains = await evidence.chains(page.map(({ digest }) => digest))
      for (const pkg of page) {
        const header = await headerOf(pkg)
        // By what the page shows: most are not due, and cost no further question.
        if (dueBy(schedule, header, chains.get(pkg.digest) ?? []) === undefined) continue
        if (await deleteOne(pkg, header)) deleted++
      }
      after = page.at(-1)
      if (page.length < PAGE) return deleted
    }
  }

  async function deleteOne(pkg: ListedPackage, header: Header): Promise<boolean> {
    const deletion = await beginDeletion(ports, () => stillDue(pkg, header))
    if (deletion !== undefined) await complete(deletion)
    return deletion !== undefined
  }

  /** By the schedule, the evidence and the holds as they are now; undefined if it is not to be deleted. */
  async function stillDue(pkg: ListedPackage, header: Header): Promise<Deletion | undefined> {
    const schedule = await scheduleInForce(ports)
    if (schedule === undefined) return undefined
    const chain = (await evidence.chains([pkg.digest])).get(pkg.digest) ?? []
    const text = dueBy(schedule, header, chain)
    if (text === undefined || isHeld(await statedHolds(ports), header)) return undefined
    if (await copies.areHeld(pkg.package)) return undefined
    return { header: pkg.digest, package: pkg.package, rule: schedule.digest, text }
  }

  /** Why its time is over by that schedule; undefined if it is not. */
  function dueBy({ payload }: Schedule, header: Header, chain: readonly StoredEvidence[]) {
    const retention = retentionOf(header, chain)
    return retention && retentionEnded(payload, retention, clock.now())
  }

  /** From here on it can only go forward: something of it may be gone. */
  async function complete({ header, rule, text }: Deletion): Promise<void> {
    const pkg = await packages.findByHeader(header)
    if (pkg === undefined) throw new TypeError(`deletions: no package has the header ${header}`)
    const { parts } = await headerOf({ ...pkg, digest: header })
    await packages.removeEnvelope(header, clock.now())
    for (const { part, digest } of parts) {
      await ports.blobs.remove({ sender: pkg.sender, package: pkg.package, part, digest })
    }
    for (const copy of await ports.resealings.ofHeader(header)) {
      await removeWithContent(ports, copy, clock.now())
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

const headerOf = async ({ header: statement, digest }: Pick<ListedPackage, 'header' | 'digest'>) =>
  (await readKept({ statement, digest }, Header)).payload
