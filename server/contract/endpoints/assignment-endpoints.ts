import { z } from 'zod'
import { CaseId } from '#crypto/fields/fields.js'
import { AssignmentParams, AssignmentRecord, NewAssignment } from '../assignment-wire.js'
import { endpoint } from '../endpoint.js'
import { Cursor, None, PageSize } from '../wire.js'

/** Who of one authority has which case. */
export const assignmentEndpoints = {
  keepAssignment: endpoint({
    method: 'put',
    path: '/v1/assignments/:case',
    summary: 'Keep who has a case; refused when somebody else was first.',
    access: 'officer',
    params: AssignmentParams,
    query: None,
    body: NewAssignment,
    reply: AssignmentRecord,
  }),
  listAssignments: endpoint({
    method: 'get',
    path: '/v1/assignments',
    summary: "The newest assignment of each case of the caller's authority, in the order of ids.",
    access: 'officer',
    params: None,
    query: z.strictObject({
      after: Cursor.optional(),
      limit: PageSize,
      case: CaseId.optional().describe('Only of this case.'),
    }),
    body: None,
    reply: z.strictObject({ assignments: z.array(AssignmentRecord), next: Cursor.nullable() }),
  }),
} as const
