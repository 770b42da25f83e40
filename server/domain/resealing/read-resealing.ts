import type { PackageId } from '#crypto/fields/fields.js'
import type { ResealingRecord } from '../../contract/resealing-wire.js'
import type { Caller } from '../../contract/wire.js'
import { stateDirectoryEvent, type StatingPorts } from '../directory/state-directory-event.js'
import { asItem } from '../evidence/evidence-step.js'
import { findVisible, type VisiblePorts } from '../packages/find-visible.js'
import { newestOf } from './copies-of.js'
import type { ResealingStore } from './resealing-store.js'

type Ports = VisiblePorts & StatingPorts & { readonly resealings: Pick<ResealingStore, 'ofHeader'> }
export type ReadResealing = ReturnType<typeof readResealing>

/**
 * How the caller's authority has sealed its copy of a package anew last, null if it never has; nobody is shown another's.
 * What was kept was verified before: evidence that a crash left out is stated here.
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
    const { digest: subject, statement: resealing, credential } = copy
    const taken = await stateDirectoryEvent(ports, { code: 'X.9', authority: own, subject })
    const gone = (await ports.directory.evidenceFor([taken.digest])).get(taken.digest)
    return {
      resealed: {
        ...{ resealing, credential },
        evidence: asItem(taken),
        replacedDeleted: gone === undefined ? null : asItem(gone),
      },
    }
  }
}
