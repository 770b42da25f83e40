import { isOfPackage } from './is-of-package.js'
import type { BlobKey, Clock, PackageStore } from '../ports.js'
import { after } from '../timestamp.js'
import { targetsOf } from '../translation/handoff-content.js'
import type { HandoffStore } from '../translation/handoff-store.js'
import type { UploadStore } from './upload-store.js'

type Ports = {
  readonly packages: Pick<PackageStore, 'find'>
  readonly handoffs: Pick<HandoffStore, 'everyAct'>
  readonly uploads: Pick<UploadStore, 'expire'>
  readonly clock: Clock
  readonly lifetimeMs: number
}
const PAGE = 500

/**
 * Gives up uploads that nobody has gone on with, and parts that belong to nothing: to no package that was
 * submitted, or to one whose content is deleted, to no translation that was given back, and to no hand-off of
 * what no package has yet.
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
    let last: string | undefined
    for (;;) {
      const page = await ports.handoffs.everyAct(last, PAGE)
      for (const target of (await Promise.all(page.map(targetsOf))).flat())
        names.add(nameOf(target))
      last = page.at(-1)?.digest
      if (page.length < PAGE) return names
    }
  }
}

const nameOf = ({ sender, package: id, part, digest }: BlobKey) =>
  [sender, id, part, digest].join('/')
