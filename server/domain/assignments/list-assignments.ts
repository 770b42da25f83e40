import { CaseId } from '#crypto/fields/fields.js'
import type { AssignmentRecord } from '../../contract/assignment-wire.js'
import type { Caller } from '../../contract/wire.js'
import { Refusal } from '../errors.js'
import type { AssignmentStore } from './assignment-store.js'
import { recordOf } from './keep-assignment.js'

type Ports = { readonly assignments: Pick<AssignmentStore, 'find' | 'page'> }
type Wanted = {
  readonly after?: string | undefined
  readonly limit: number
  /** Only of this case. */
  readonly case?: CaseId | undefined
}
export type ListAssignments = ReturnType<typeof listAssignments>

/**
 * Who has which case of the caller's authority, in the order of the cases' ids.
 *
 * @throws {@link Refusal} `malformed-request` when `after` is no cursor of ours.
 */
export function listAssignments({ assignments }: Ports) {
  return async (
    { authority }: Caller,
    { after, limit, case: id }: Wanted,
  ): Promise<{ assignments: AssignmentRecord[]; next: string | null }> => {
    if (id !== undefined) {
      const one = await assignments.find(authority, id)
      return { assignments: one === undefined ? [] : [recordOf(one)], next: null }
    }
    const found = await assignments.page(authority, cursor(after), limit + 1)
    const page = found.slice(0, limit).map(recordOf)
    return { assignments: page, next: found.length > limit ? (page.at(-1)?.case ?? null) : null }
  }
}

function cursor(after: string | undefined): CaseId | undefined {
  if (after === undefined) return undefined
  const parsed = CaseId.safeParse(after)
  if (parsed.success) return parsed.data
  throw new Refusal('malformed-request', 'after: not a cursor of this list')
}
