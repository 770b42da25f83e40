import { AuthorityId, type PackageId } from '#crypto/fields/fields.js'
import { HandoffAct } from '#crypto/translation/handoff-act.js'
import type { BlobKey, BlobRemoval } from '../ports.js'
import { readKept } from '../read-kept.js'
import type { HandoffStore, StoredHandoffAct } from './handoff-store.js'
import { actedBy } from './known-handoff.js'

type Ports = {
  readonly handoffs: Pick<HandoffStore, 'acts' | 'ofPackage' | 'removeEnvelopes'>
  readonly blobs: BlobRemoval
}

/** The blobs that one act hands in: the targets of a return, nothing else. */
export async function targetsOf(kept: StoredHandoffAct): Promise<readonly BlobKey[]> {
  if (kept.typ !== 'rogatory-handoff-act') return []
  const { payload: act } = await readKept(kept, HandoffAct)
  if (act.act !== 'return') return []
  const sender = AuthorityId.parse((await actedBy(kept.credential)).authority)
  return act.targets.map(({ part, digest }) => ({ sender, package: act.package, part, digest }))
}

/** Removes what translators were given of a package, and what they gave back: it is the same content. */
export async function removeHandoffContent(
  { handoffs, blobs }: Ports,
  id: PackageId,
): Promise<void> {
  for (const { handoff } of await handoffs.ofPackage(id)) {
    await handoffs.removeEnvelopes(handoff)
    const targets = await Promise.all((await handoffs.acts(handoff)).map(targetsOf))
    for (const target of targets.flat()) await blobs.remove(target)
  }
}
