import type { AuthorityId, CaseId } from '#crypto/fields/fields.js'
import type { AssignmentRecord, NewAssignment } from '../../contract/assignment-wire.js'
import type { Caller } from '../../contract/wire.js'
import { requirePermission } from '../access/require-permission.js'
import { Refusal } from '../errors.js'
import { visiblePage } from '../packages/visible-page.js'
import type { Clock, EvidenceStore, PackageStore } from '../ports.js'
import type { AssignmentAnnouncer, AssignmentStore, StoredAssignment } from './assignment-store.js'

type Ports = {
  readonly assignments: AssignmentStore
  readonly packages: Pick<PackageStore, 'page'>
  readonly evidence: Pick<EvidenceStore, 'chains'>
  readonly announcer: AssignmentAnnouncer
  readonly clock: Clock
}
export type KeepAssignment = ReturnType<typeof keepAssignment>

/**
 * Keeps who of the caller's authority has a case of theirs, by compare-and-set: it has the number after
 * the one kept. Of two who come at once one is told. The same again is no error.
 *
 * @throws {@link Refusal} `not-permitted`, `case-unknown`, `assignment-conflict`
 */
export function keepAssignment(ports: Ports) {
  const { assignments, announcer, clock } = ports
  return async (
    caller: Caller,
    id: CaseId,
    { version, sealed }: NewAssignment,
  ): Promise<AssignmentRecord> => {
    requirePermission(caller, 'keepAssignment')
    const { authority } = caller
    const kept = await assignments.find(authority, id)
    if (kept?.version === version && kept.sealed === sealed) return recordOf(kept)
    const newest = kept?.version ?? 0
    if (version !== newest + 1) throw conflict(newest)
    if (kept === undefined) await requireCase(ports, authority, id)
    const next = { case: id, version, sealed, keptAt: clock.now() }
    if (!(await assignments.replace(authority, next))) throw conflict(version)
    announcer.announceAssignment(authority, { case: id, version })
    return recordOf(next)
  }
}

/** A case of which the authority is shown a package: nobody fills the store with what is none. */
async function requireCase(ports: Ports, authority: AuthorityId, id: CaseId): Promise<void> {
  for (const box of ['inbox', 'sent'] as const) {
    const { rows } = await visiblePage(ports, authority, { box, case: id, limit: 1 })
    if (rows.length > 0) return
  }
  throw new Refusal('case-unknown', `no package of case ${id} is available to you`)
}

/** What is told of an assignment. */
export const recordOf = ({ keptAt, ...kept }: StoredAssignment): AssignmentRecord => ({
  ...kept,
  keptAt: keptAt.toISOString(),
})

const conflict = (newest: number) => new Refusal('assignment-conflict', `version ${newest} is kept`)
