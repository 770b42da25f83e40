import { AuthorityId, type HandoffId, type PackageId } from '#crypto/fields/fields.js'
import { Handoff } from '#crypto/translation/handoff.js'
import { HandoffAct } from '#crypto/translation/handoff-act.js'
import { isOfPackage } from '../blobs/is-of-package.js'
import type { BlobKey, BlobRemoval, PackageStore } from '../ports.js'
import { readKept } from '../read-kept.js'
import type { ResealingStore } from '../resealing/resealing-store.js'
import type { HandoffStore, StoredHandoffAct } from './handoff-store.js'
import { actedBy } from './known-handoff.js'

type Ports = {
  readonly handoffs: Pick<HandoffStore, 'acts' | 'ofPackage' | 'removeEnvelopes'>
  readonly blobs: BlobRemoval
  readonly packages: Pick<PackageStore, 'find'>
  readonly resealings: Pick<ResealingStore, 'ofHeader'>
}

/**
 * The blobs that belong to one statement of a hand-off and to no package: the targets of a return, and the source
 * that was uploaded to be translated before there was a package.
 */
export async function targetsOf(kept: StoredHandoffAct): Promise<readonly BlobKey[]> {
  if (kept.typ === 'rogatory-handoff') {
    const { source } = (await readKept(kept, Handoff)).payload
    const { sender, package: id } = source
    return source.header !== null
      ? []
      : source.parts.map(({ part, digest }) => ({ sender, package: id, part, digest }))
  }
  if (kept.typ !== 'rogatory-handoff-act') return []
  const { payload: act } = await readKept(kept, HandoffAct)
  if (act.act !== 'return') return []
  const sender = AuthorityId.parse((await actedBy(kept.credential)).authority)
  return act.targets.map(({ part, digest }) => ({ sender, package: act.package, part, digest }))
}

/** Removes what translators were given of a package, and what they gave back: it is the same content. */
export async function removeHandoffContent(ports: Ports, id: PackageId): Promise<void> {
  for (const { handoff, content } of await ports.handoffs.ofPackage(id)) {
    // Copies that were uploaded under the id of a package have a time of their own.
    if (content === undefined) await removeOwnContent(ports, handoff)
  }
}

/**
 * Removes the envelopes of a hand-off, what was given back, and the copies that no package has.
 *
 * Nothing keeps the translator's authority from giving a package the id of the hand-off, and a target the name of
 * its part; and several hand-offs may be of the same copies. What is a part of a package stays, as does what another
 * hand-off still has: that has a time, a hold and a certificate of its own.
 */
export async function removeOwnContent(ports: Ports, handoff: HandoffId): Promise<void> {
  const { handoffs, blobs } = ports
  await handoffs.removeEnvelopes(handoff)
  const targets = await Promise.all((await handoffs.acts(handoff)).map(targetsOf))
  for (const target of targets.flat()) {
    if (await isOfPackage(ports, target)) continue
    if (!(await isOfAnother(ports, handoff, target))) await blobs.remove(target)
  }
}

async function isOfAnother({ handoffs }: Ports, own: HandoffId, target: BlobKey): Promise<boolean> {
  for (const { handoff, content, ...kept } of await handoffs.ofPackage(target.package)) {
    if (handoff === own || content !== 'kept') continue
    const { source } = (await readKept(kept, Handoff)).payload
    const isSame = source.sender === target.sender
    const has = source.parts.some(
      ({ part, digest }) => part === target.part && digest === target.digest,
    )
    if (isSame && has) return true
  }
  return false
}
