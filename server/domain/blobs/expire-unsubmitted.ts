import type { HandoffId } from '#crypto/fields/fields.js'
import { isOfPackage } from './is-of-package.js'
import type { BlobKey, Clock, PackageStore } from '../ports.js'
import { after } from '../timestamp.js'
import type { ResealingStore } from '../resealing/resealing-store.js'
import { targetsOf } from '../translation/handoff-content.js'
import type { HandoffStore } from '../translation/handoff-store.js'
import type { UploadStore } from './upload-store.js'

type Ports = {
  readonly packages: Pick<PackageStore, 'find'>
  readonly handoffs: Pick<HandoffStore, 'everyAct' | 'find'>
  readonly resealings: Pick<ResealingStore, 'ofHeader'>
  readonly uploads: Pick<UploadStore, 'expire'>
  readonly clock: Clock
  readonly lifetimeMs: number
}
const PAGE = 500

/**
 * Gives up uploads that nobody has gone on with, and parts that belong to nothing: to no package that was
 * submitted nor to a copy of it that was sealed anew, or to one whose content is deleted, to no translation that was given back, and to no hand-off of
 * what no package has yet. Nor do they belong to a hand-off whose own content is deleted: somebody may have uploaded them again.
 *
 * @returns a round, which tells how many uploads it gave up.
 */
export function expireUnsubmitted(ports: Ports): () => Promise<number> {
  const { uploads, clock, lifetimeMs } = ports

  return async () => {
    let returned: Promise<ReadonlySet<string>> | undefined
    return uploads.expire(after(clock.now(), -lifetimeMs), async (blob) => {
      if (await isOfPackage(ports, blob)) return true
      return (await (returned ??= everyTarget())).has(nameOf(blob))
    })
  }

  async function everyTarget(): Promise<ReadonlySet<string>> {
    const names = new Set<string>()
    const isThere = recalled((id: HandoffId) => hasContent(ports, id))
    let last: string | undefined
    for (;;) {
      const page = await ports.handoffs.everyAct(last, PAGE)
      for (const act of page) {
        const targets = await targetsOf(act)
        if (targets.length === 0 || !(await isThere(act.handoff))) continue
        for (const target of targets) names.add(nameOf(target))
      }
      last = page.at(-1)?.digest
      if (page.length < PAGE) return names
    }
  }
}

/** Whether what translators had and made is still meant to be here: else deletion has begun, which removes it all. */
async function hasContent(
  { handoffs, packages }: Pick<Ports, 'handoffs' | 'packages'>,
  id: HandoffId,
): Promise<boolean> {
  const kept = await handoffs.find(id)
  if (kept === undefined || kept.content === 'kept' || kept.package === undefined) return true
  if (kept.content === 'deleted') return false
  return (await packages.find(kept.package))?.contentDeletedAt === undefined
}

/** Asks once for each. */
function recalled<K, V>(ask: (key: K) => Promise<V>): (key: K) => Promise<V> {
  const known = new Map<K, Promise<V>>()
  return (key) => {
    const answer = known.get(key) ?? ask(key)
    known.set(key, answer)
    return answer
  }
}

const nameOf = ({ sender, package: id, part, digest }: BlobKey) =>
  [sender, id, part, digest].join('/')
