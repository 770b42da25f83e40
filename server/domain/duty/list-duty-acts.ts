import type { PackageId } from '#crypto/fields/fields.js'
import type { Caller, DutyActs } from '../../contract/wire.js'
import { findVisible, type VisiblePorts } from '../packages/find-visible.js'
import { asDutyActRecord } from './as-duty-act-record.js'
import type { DutyActStore } from './duty-act-store.js'

type Ports = VisiblePorts & {
  readonly dutyActs: Pick<DutyActStore, 'list'>
  readonly pauseMs: number
}
export type ListDutyActs = ReturnType<typeof listDutyActs>

/**
 * Who of the caller's own authority has taken an alert over, or stood it down.
 *
 * @throws {@link Refusal} `package-unknown`
 */
export function listDutyActs(ports: Ports) {
  return async ({ authority }: Caller, id: PackageId): Promise<DutyActs> => {
    const { pkg } = await findVisible(ports, authority, id)
    const acts = await ports.dutyActs.list(pkg.digest, authority)
    return { acts: acts.map((act) => asDutyActRecord(act, ports.pauseMs)) }
  }
}
