import { stateDirectoryEvent, type StatingPorts } from '../directory/state-directory-event.js'
import type {
  BlobRemoval,
  DirectoryStore,
  EvidenceStore,
  PackageContents,
  PackageStore,
} from '../ports.js'
import type { RelayIdentity } from '../relay-identity.js'
import { beginDeletion } from '../retention/begin-deletion.js'
import type { Deletion, DeletionStore } from '../retention/deletion-store.js'
import type { HandoffStore } from '../translation/handoff-store.js'
import { copyBefore } from './copies-of.js'
import { isReplacedDue } from './is-replaced-due.js'
import { removeCopy } from './remove-copy.js'
import { removeWithContent } from './remove-with-content.js'
import { replacedBlobs } from './replaced-blobs.js'
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

const PAGE = 200

/**
 * Deletes what was replaced by copies that were sealed anew, as {@link isReplacedDue} judges. What a legal hold covers stays.
 * Each deletion goes the way of a package's, and is stated: evidence X.10, whose subject is X.9 of the copy that remains.
 *
 * - `due`: a round; returns how many copies were rid of what they replace.
 * - `complete`: goes on with one that is begun; false if it is none of these.
 */
export function deleteReplaced(ports: Ports) {
  const { packages, resealings, deletions, clock } = ports
  const isDue = isReplacedDue(ports)
  return { due, complete }

  async function due(): Promise<number> {
    let deleted = 0
    let after: string | undefined
    for (;;) {
      const page: readonly KnownResealing[] = await resealings.withReplaced(after, PAGE)
      for (const copy of page) {
        if (await isRemovedAsLate(copy)) continue
        const begun = await beginDeletion(ports, () => stillDue(copy))
        if (begun !== undefined && (await complete(begun))) deleted++
      }
      after = page.at(-1)?.digest
      if (page.length < PAGE) return deleted
    }
  }

  /** A copy that came as all content was being deleted, by a process that died before it saw that: R.1 is of this, too. */
  async function isRemovedAsLate(copy: KnownResealing): Promise<boolean> {
    const pkg = await packages.findByHeader(copy.header)
    if (pkg?.contentDeletedAt === undefined) return false
    await removeWithContent(ports, copy, clock.now())
    return true
  }

  async function stillDue(copy: KnownResealing): Promise<Deletion | undefined> {
    const pkg = await packages.findByHeader(copy.header)
    if (pkg === undefined || pkg.contentDeletedAt !== undefined) return undefined
    if (!(await isDue(pkg, copy, await resealings.ofHeader(copy.header)))) return undefined
    const text = `sealed anew: version ${copy.version} of ${copy.authority}`
    return { header: copy.digest, package: copy.package, rule: copy.digest, text }
  }

  /** From here on it can only go forward: something of it may be gone. */
  async function complete({ header: digest }: Deletion): Promise<boolean> {
    const copy = await resealings.find(digest)
    if (copy === undefined) return false
    await removeReplaced(copy)
    const { authority } = copy
    const taken = await stateDirectoryEvent(ports, { code: 'X.9', authority, subject: digest })
    await stateDirectoryEvent(ports, { code: 'X.10', authority, subject: taken.digest })
    await resealings.noteReplacedDeleted(digest)
    await deletions.done(digest)
    return true
  }

  async function removeReplaced(copy: KnownResealing): Promise<void> {
    const { header } = copy
    const all = await resealings.ofHeader(header)
    const before = copyBefore(copy, all)
    if (before !== undefined) return removeCopy(ports, before, clock.now())
    const pkg = await packages.findByHeader(header)
    if (pkg === undefined) throw new TypeError(`resealings: no package has the header ${header}`)
    await packages.removeOriginal(header, clock.now())
    for (const blob of await replacedBlobs(pkg, copy, all)) await ports.blobs.remove(blob)
  }
}
