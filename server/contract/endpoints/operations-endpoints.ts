import { z } from 'zod'
import { Length, Timestamp } from '#crypto/fields/fields.js'
import { endpoint } from '../endpoint.js'
import { None, Statement } from '../wire.js'

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
} as const
