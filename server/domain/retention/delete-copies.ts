import { PackageId } from '#crypto/fields/fields.js'
import { handoffRetentionOf } from '#crypto/retention/handoff-retention-of.js'
import { isHeld } from '#crypto/retention/is-held.js'
import type { BlobRemoval, Clock, DirectoryStore, Outbox, PackageStore } from '../ports.js'
import type { RelayIdentity } from '../relay-identity.js'
import type { ResealingStore } from '../resealing/resealing-store.js'
import { removeOwnContent } from '../translation/handoff-content.js'
import type { HandoffStore, StoredHandoff } from '../translation/handoff-store.js'
import { type KnownHandoff, knownHandoff } from '../translation/known-handoff.js'
import type { RecordHandoff } from '../translation/record-handoff.js'
import { beginDeletion } from './begin-deletion.js'
import type { Deletion, DeletionStore } from './deletion-store.js'
import { scheduleInForce, statedHolds } from './read-rules.js'
import { retentionEnded } from './retention-ended.js'

type Ports = {
  readonly packages: Pick<PackageStore, 'find'>
  readonly directory: Pick<DirectoryStore, 'history'>
  readonly blobs: BlobRemoval
  readonly handoffs: HandoffStore
  readonly resealings: Pick<ResealingStore, 'ofHeader'>
  readonly outbox: Outbox
  readonly deletions: DeletionStore
  readonly relay: Pick<RelayIdentity, 'id'>
  readonly clock: Clock
  readonly recordHandoff: RecordHandoff
  readonly process: string
}

const PAGE = 200

/**
 * Deletes the copies that were uploaded for hand-offs and that no package has, such as documents of a draft, with their
 * envelopes and what was given back. Each deletion goes the way of a package's; its certificate is R.1 in the chain of the
 * hand-off.
 *
 * - `due`: a round over what may be due, kept no later than `until`; returns how many lost their content.
 * - `complete`: goes on with one that is begun; false if it is none of these.
 * - `areHeld`: whether a hold covers copies under the id of a package. Its parts may be the same octets, and wait as well.
 */
export function deleteCopies(ports: Ports) {
  const { handoffs, deletions, clock } = ports
  return { due, complete, areHeld }

  async function due(until: Date): Promise<number> {
    let deleted = 0
    let after: StoredHandoff | undefined
    for (;;) {
      const page = await handoffs.withCopies(until, after?.handoff, PAGE)
      for (const kept of page) {
        const begun = await beginDeletion(ports, () => stillDue(kept))
        if (begun !== undefined && (await complete(begun))) deleted++
      }
      after = page.at(-1)
      if (page.length < PAGE) return deleted
    }
  }

  /** By the schedule, the evidence and the holds as they are now. */
  async function stillDue({ handoff }: StoredHandoff): Promise<Deletion | undefined> {
    const known = await knownHandoff(ports, handoff)
    const schedule = await scheduleInForce(ports)
    if (known === undefined || schedule === undefined) return undefined
    const { kept, payload, chain, derived } = known
    const last = chain.at(-1)?.keptAt ?? kept.keptAt
    const retention = handoffRetentionOf(payload, derived.state, last)
    const text = retentionEnded(schedule.payload, retention, clock.now())
    if (text === undefined || (await isUnderHold(known))) return undefined
    const { package: id } = payload.source
    return { header: kept.digest, package: id, rule: schedule.digest, text }
  }

  async function areHeld(id: PackageId): Promise<boolean> {
    for (const { handoff, content } of await handoffs.ofPackage(id)) {
      const known = content === 'kept' ? await knownHandoff(ports, handoff) : undefined
      if (known !== undefined && (await isUnderHold(known))) return true
    }
    return false
  }

  /** A hold names its copies by either id: that of the upload, or its own, under which the targets stand. */
  async function isUnderHold({ payload }: KnownHandoff): Promise<boolean> {
    const { handoff, authority, source, turns, reviewer } = payload
    const recipients = [
      ...turns.map(({ translator }) => translator),
      ...(reviewer ? [reviewer.linguist] : []),
    ]
    const holds = await statedHolds(ports)
    return [source.package, PackageId.parse(handoff)].some((id) =>
      isHeld(holds, { package: id, case: null, sender: authority, recipients }),
    )
  }

  /** From here on it can only go forward: nobody is served any more before something of it is gone. */
  async function complete({ header, package: id, rule }: Deletion): Promise<boolean> {
    const kept = (await handoffs.ofPackage(id)).find(({ digest }) => digest === header)
    if (kept === undefined) return false
    await handoffs.noteDeleted(kept.handoff)
    await removeOwnContent(ports, kept.handoff)
    const known = await knownHandoff(ports, kept.handoff)
    // What never began has no chain, and nobody was ever shown it.
    if (known?.derived.state !== undefined) {
      const about = { handoff: kept.handoff }
      // Held back until there is something to tell: a job that is done tells no R.1 that comes after it.
      await ports.outbox.ask('translation.turn', about, { hold: true })
      await ports.recordHandoff(known, { code: 'R.1', rule })
      ports.outbox.hasten('translation.turn', about)
    }
    // What was given back while this began stands before R.1, and is kept: nothing is taken in after it.
    await removeOwnContent(ports, kept.handoff)
    await deletions.done(header)
    return true
  }
}
