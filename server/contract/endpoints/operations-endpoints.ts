import { z } from 'zod'
import { acceptanceEvents } from '#crypto/evidence/acceptance-events.js'
import { AuthorityId, Length, Timestamp } from '#crypto/fields/fields.js'
import { endpoint } from '../endpoint.js'
import { Cursor, DirectoryRecord, None, Statement } from '../wire.js'

/** What waits: counts and ages, and no id of a package, an authority or a person. */
const Operations = z.strictObject({
  /** The relay's clock, by which the ages are read. */
  at: Timestamp,
  jobs: z
    .array(
      z.strictObject({
        name: z.string().max(64),
        overdue: Length.describe('Jobs whose time has come and that are not done.'),
        oldest: Timestamp.nullable().describe('Since when the oldest of them.'),
        refused: Length.describe('Jobs that will never succeed and wait for a person.'),
      }),
    )
    .max(100),
  log: z.strictObject({
    size: Length.describe('Leaves under the newest checkpoint.'),
    unsequenced: Length.describe('Statements without a place in the log.'),
    oldest: Timestamp.nullable(),
  }),
  workers: z.strictObject({ leading: Length, standingBy: Length, failed: Length }),
  mails: z.strictObject({ retried: Length, failed: Length }),
  deletions: Length.describe('Packages of which the deletion has begun and is not certified.'),
})
export type Operations = z.infer<typeof Operations>

/** So many statements one page of the audit has at most. */
const MOST_AUDITED = 100

/** What the operator asks of the audit: all that is given has to fit. */
const AuditQuery = z.strictObject({
  inquiry: Statement,
  authority: AuthorityId.optional().describe('Whom the statement is about; of X.5, X.6 the relay.'),
  code: z.enum(Object.values(acceptanceEvents)).optional(),
  since: Timestamp.optional().describe('Kept then or later, by the relay’s clock.'),
  until: Timestamp.optional().describe('Kept before then.'),
  after: Cursor.optional(),
  limit: z.number().int().min(1).max(MOST_AUDITED).default(50),
})
export type AuditQuery = z.infer<typeof AuditQuery>

const AuditPage = z.strictObject({
  statements: z.array(DirectoryRecord).max(MOST_AUDITED).describe('Newest first.'),
  next: Cursor.nullable().describe('To go on with; null after the last one.'),
})
export type AuditPage = z.infer<typeof AuditPage>

/** How the relay's work stands, for its operator. */
export const operationsEndpoints = {
  readOperations: endpoint({
    method: 'post',
    path: '/v1/operations/inquiries',
    summary: "What waits in the relay and its workers, to the operator's inquiry.",
    access: 'self-authenticating',
    params: None,
    query: None,
    body: z.strictObject({ inquiry: Statement }),
    reply: Operations,
  }),
  readAudit: endpoint({
    method: 'post',
    path: '/v1/audit/inquiries',
    summary:
      "What was stated of the directory, enrolment and retention, with evidence X.1 to X.8, to the operator's inquiry.",
    access: 'self-authenticating',
    params: None,
    query: None,
    body: AuditQuery,
    reply: AuditPage,
  }),
} as const
