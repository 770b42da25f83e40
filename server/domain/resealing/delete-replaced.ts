import { Header } from '#crypto/package/header.js'
import { isHeld } from '#crypto/retention/is-held.js'
import { hasEnded } from '#crypto/translation/handoff-state.js'
import { stateDirectoryEvent, type StatingPorts } from '../directory/state-directory-event.js'
import type {
  BlobRemoval,
  DirectoryStore,
  EvidenceStore,
  KnownPackage,
  PackageContents,
  PackageStore,
} from '../ports.js'
import { readKept } from '../read-kept.js'
import type { RelayIdentity } from '../relay-identity.js'
import { beginDeletion } from '../retention/begin-deletion.js'
import type { Deletion, DeletionStore } from '../retention/deletion-store.js'
import { statedHolds } from '../retention/read-rules.js'
import { after as later } from '../timestamp.js'
import type { HandoffStore } from '../translation/handoff-store.js'
import { knownHandoff } from '../translation/known-handoff.js'
import { newestOf } from './copies-of.js'
import { removeCopy } from './remove-copy.js'
import type { KnownResealing, ResealingStore } from './resealing-store.js'

type Ports = StatingPorts & {
  readonly packages: Pick<PackageContents, 'removeOriginal'> & Pick<PackageStore, 'findByHeader'>
  readonly evidence: Pick<EvidenceStore, 'chain'>
  readonly directory: Pick<DirectoryStore, 'history'>
  readonly blobs: BlobRemoval
  readonly handoffs: HandoffStore
  readonly resealings: ResealingStore
  readonly deletions: DeletionStore
  readonly relay: Pick<RelayIdentity, 'id'>
  /** Names this process. */
  readonly process: string
}

/** So long after a copy was taken in what it replaces is here still: whoever was being sent it has it by then. */
export const UNDER_WAY_MS = 3_600_000
const PAGE = 200

/**
 * Deletes what was replaced by copies that were sealed anew: an authority's copy before, and what was sent, once every party that
 * may still read it has a copy of its own and no hand-off that goes on is of it. What a legal hold covers stays. Each
 * deletion goes the way of a package's, and is stated: evidence X.10, whose subject is X.9 of the copy that remains.
 *
 * - `due`: a round; returns how many copies were rid of what they replace.
 * - `complete`: goes on with one that is begun; false if it is none of these.
 */
export function deleteReplaced(ports: Ports) {
  const { packages, evidence, resealings, deletions, clock } = ports
  return { due, complete }

  async function due(): Promise<number> {
    let deleted = 0
    let after: string | undefined
    for (;;) {
      const page: readonly KnownResealing[] = await resealings.withReplaced(after, PAGE)
      for (const copy of page) {
        const begun = await beginDeletion(ports, () => stillDue(copy))
        if (begun !== undefined && (await complete(begun))) deleted++
      }
      after = page.at(-1)?.digest
      if (page.length < PAGE) return deleted
    }
  }

  /** By copies, evidence, hand-offs and holds as they are now. */
  async function stillDue(copy: KnownResealing): Promise<Deletion | undefined> {
    const pkg = await packages.findByHeader(copy.header)
    // What is deleted as its time was over takes all copies along.
    if (pkg === undefined || pkg.contentDeletedAt !== undefined) return undefined
    const all = await resealings.ofHeader(copy.header)
    const isDue =
      copy.version > 1 ? isSettled(copy) : await isOriginalDue(pkg, all, await headerOf(pkg))
    if (!isDue || isHeld(await statedHolds(ports), await headerOf(pkg))) return undefined
    const text = `sealed anew: version ${copy.version} of ${copy.authority}`
    return { header: copy.digest, package: copy.package, rule: copy.digest, text }
  }

  async function isOriginalDue(
    pkg: KnownPackage,
    all: readonly KnownResealing[],
    header: Header,
  ): Promise<boolean> {
    if (pkg.originalDeletedAt !== undefined) return true
    const chain = await evidence.chain(pkg.digest)
    const hasEndedFor = (authority: string) =>
      chain.some(({ code, recipient }) => recipient === authority && ['C.4', 'C.5'].includes(code))
    const readers = [pkg.sender, ...pkg.recipients.filter((one) => !hasEndedFor(one))]
    const isServedCopy = (one: (typeof readers)[number]) => {
      const first = all.find(({ authority }) => authority === one)
      return first !== undefined && isSettled(first) && pkg.resealedBy?.includes(one) === true
    }
    return readers.every(isServedCopy) && !(await isHandedOff(header))
  }

  function isSettled({ keptAt }: KnownResealing): boolean {
    return later(keptAt, UNDER_WAY_MS) <= clock.now()
  }

  /** Whether translators are given parts as they were sent. */
  async function isHandedOff({ package: id }: Header): Promise<boolean> {
    for (const { handoff, content } of await ports.handoffs.ofPackage(id)) {
      // Copies of its own have a time of their own.
      if (content !== undefined) continue
      const state = (await knownHandoff(ports, handoff))?.derived.state
      const isOver =
        state !== undefined &&
        (hasEnded(state) || state.stage === 'certified' || state.stage === 'countersigned')
      if (!isOver) return true
    }
    return false
  }

  /** From here on it can only go forward: something of it may be gone. */
  async function complete({ header: digest }: Deletion): Promise<boolean> {
    const copy = await resealings.find(digest)
    if (copy === undefined) return false
    if (copy.version === 1) await removeSent(copy)
    else await removeBefore(copy)
    const { authority } = copy
    const taken = await stateDirectoryEvent(ports, { code: 'X.9', authority, subject: digest })
    await stateDirectoryEvent(ports, { code: 'X.10', authority, subject: taken.digest })
    await resealings.noteReplacedDeleted(digest)
    await deletions.done(digest)
    return true
  }

  async function removeSent({ header: digest, package: id }: KnownResealing): Promise<void> {
    await packages.removeOriginal(digest, clock.now())
    const pkg = await packages.findByHeader(digest)
    if (pkg === undefined) throw new TypeError(`resealings: no package has the header ${digest}`)
    const { parts } = await headerOf(pkg)
    for (const { part, digest: sealed } of parts) {
      await ports.blobs.remove({ sender: pkg.sender, package: id, part, digest: sealed })
    }
  }

  async function removeBefore({ header, authority, version }: KnownResealing): Promise<void> {
    const all = await resealings.ofHeader(header)
    const before = newestOf(
      all.filter((one) => one.version < version),
      authority,
    )
    if (before !== undefined) await removeCopy(ports, before, clock.now())
  }
}

const headerOf = async ({ header: statement, digest }: KnownPackage) =>
  (await readKept({ statement, digest }, Header)).payload
