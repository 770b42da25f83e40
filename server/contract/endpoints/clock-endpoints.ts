import { z } from 'zod'
import { CaseId, Digest } from '#crypto/fields/fields.js'
import { endpoint } from '../endpoint.js'
import { ClockItem, ClockPage, ClockRecord, None, PageSize } from '../wire.js'

/** Clocks that rest on content: officers ask for them, the relay only watches the time. */
export const clockEndpoints = {
  askClock: endpoint({
    method: 'post',
    path: '/v1/clocks',
    summary: 'Have a clock run, stand still or end; the same request again is answered alike.',
    access: 'officer',
    params: None,
    query: None,
    body: ClockItem,
    reply: ClockRecord,
  }),
  listClocks: endpoint({
    method: 'get',
    path: '/v1/clocks',
    summary: "The clocks of the caller's authority, with the warnings and lapses they have told.",
    access: 'officer',
    params: None,
    query: z.strictObject({
      case: CaseId.optional(),
      open: z.stringbool().optional().describe('Only those that have not ended.'),
      after: Digest.optional(),
      limit: PageSize,
    }),
    body: None,
    reply: ClockPage,
  }),
} as const
