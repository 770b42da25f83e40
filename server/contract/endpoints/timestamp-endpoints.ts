import { z } from 'zod'
import { endpoint } from '../endpoint.js'
import { None } from '../wire.js'

const TimestampAnswers = z.strictObject({
  answers: z
    .array(
      z.strictObject({
        authority: z.string().max(512),
        answer: z
          .base64()
          .max(128 * 1024)
          .nullable()
          .describe('TimeStampResp in DER, unverified; null where it gave none.'),
      }),
    )
    .max(8),
})
export type TimestampAnswers = z.infer<typeof TimestampAnswers>

/** Time-stamps for those who cannot reach an authority that gives them. */
export const timestampEndpoints = {
  carryTimestampRequest: endpoint({
    method: 'post',
    path: '/v1/timestamps',
    summary: 'Carry a request for a time-stamp (RFC 3161) to the authorities that the relay knows.',
    access: 'officer',
    params: None,
    query: None,
    body: z.strictObject({
      request: z.base64().min(1).max(1024).describe('TimeStampReq in DER, over a SHA-256.'),
    }),
    reply: TimestampAnswers,
  }),
} as const
