import { z } from 'zod'
import { endpoint } from '../endpoint.js'
import { None } from '../wire.js'

/** What an operator’s probes ask. */
export const healthEndpoints = {
  live: endpoint({
    method: 'get',
    path: '/health/live',
    summary: 'The process runs.',
    access: 'public',
    params: None,
    query: None,
    body: None,
    reply: z.strictObject({ status: z.literal('live') }),
  }),
  ready: endpoint({
    method: 'get',
    path: '/health/ready',
    summary: 'MongoDB, Redis and the blob store answer; 503 names those that do not.',
    access: 'public',
    params: None,
    query: None,
    body: None,
    reply: z.strictObject({
      status: z.enum(['ready', 'unavailable']),
      checks: z.record(z.string(), z.boolean()),
    }),
  }),
} as const
