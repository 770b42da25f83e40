import type { PackageId } from '#crypto/fields/fields.js'
import type { ResealingRecord } from '../../contract/resealing-wire.js'
import type { Caller } from '../../contract/wire.js'
import type { StatingPorts } from '../directory/state-directory-event.js'
import { asItem } from '../evidence/evidence-step.js'
import { findVisible, type VisiblePorts } from '../packages/find-visible.js'
import type { PackageStore } from '../ports.js'
import { newestOf } from './copies-of.js'
import type { ResealingStore } from './resealing-store.js'
import { stateResealed } from './state-resealed.js'

type Ports = VisiblePorts &
  StatingPorts & {
    readonly packages: Pick<PackageStore, 'find' | 'noteResealed'>
    readonly resealings: Pick<ResealingStore, 'ofHeader'>
  }
export type ReadResealing = ReturnType<typeof readResealing>

/**
 * How the caller's authority has sealed its copy of a package anew last, null if it never has; nobody is shown another's.
 * What was kept was verified before: what a crash left out is done here, so that whoever is shown a copy is served it.
 *
 * @throws {@link Refusal} `package-unknown` for strangers as for ids that nobody used.
 */
export function readResealing(ports: Ports) {
  return async (
    { authority: own }: Pick<Caller, 'authority'>,
    id: PackageId,
  ): Promise<{ readonly resealed: ResealingRecord | null }> => {
    const { pkg } = await findVisible(ports, own, id)
    const copy = newestOf(await ports.resealings.ofHeader(pkg.digest), own)
    if (copy === undefined) return { resealed: null }
    const { statement: resealing, credential } = copy
    const taken = await stateResealed(ports, pkg, copy)
    const gone = (await ports.directory.evidenceFor([taken.digest])).get(taken.digest)
    return {
      resealed: {
        resealing,
        credential,
        evidence: asItem(taken),
        replacedDeleted: gone === undefined ? null : asItem(gone),
      },
    }
  }
}
