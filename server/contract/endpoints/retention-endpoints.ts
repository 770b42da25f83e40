import { z } from 'zod'
import { PackageId } from '#crypto/fields/fields.js'
import { endpoint } from '../endpoint.js'
import { Accepted, DirectoryRecord, None, Statement } from '../wire.js'

/** How long the relay keeps content, and what is kept from deletion. */
export const retentionEndpoints = {
  listSchedules: endpoint({
    method: 'get',
    path: '/v1/retention',
    summary: 'Every schedule of retention, by version; the last one is in force.',
    access: 'public',
    params: None,
    query: None,
    body: None,
    reply: z.strictObject({ schedules: z.array(DirectoryRecord) }),
  }),
  publishRetention: endpoint({
    method: 'post',
    path: '/v1/retention',
    summary:
      "Set how long content is kept, by the operator's statement; answered with evidence X.5.",
    access: 'self-authenticating',
    params: None,
    query: None,
    body: z.strictObject({ schedule: Statement }),
    reply: Accepted,
  }),
  publishHold: endpoint({
    method: 'post',
    path: '/v1/holds',
    summary:
      "Place a legal hold, or lift it, by the operator's statement; answered with evidence X.6.",
    access: 'self-authenticating',
    params: None,
    query: None,
    body: z.strictObject({ hold: Statement }),
    reply: Accepted.extend({
      begun: z.array(PackageId).describe('Packages whose deletion had begun before the hold.'),
    }),
  }),
  listHolds: endpoint({
    method: 'post',
    path: '/v1/holds/inquiries',
    summary: "Every statement about legal holds, to the operator's inquiry.",
    access: 'self-authenticating',
    params: None,
    query: None,
    body: z.strictObject({ inquiry: Statement }),
    reply: z.strictObject({ holds: z.array(DirectoryRecord) }),
  }),
} as const
