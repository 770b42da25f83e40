import { z } from 'zod'
import { endpoint } from '../endpoint.js'
import { None, SignedRoster } from '../wire.js'

/** Who is on duty around the clock. */
export const dutyEndpoints = {
  readRoster: endpoint({
    method: 'get',
    path: '/v1/roster',
    summary: "The duty roster of the caller's authority; no other authority gets it.",
    access: 'officer',
    params: None,
    query: None,
    body: None,
    reply: SignedRoster,
  }),
  publishRoster: endpoint({
    method: 'put',
    path: '/v1/roster',
    summary: 'Replace the duty roster by its next version (role duty or admin).',
    access: 'officer',
    params: None,
    query: None,
    body: SignedRoster,
    reply: z.strictObject({ version: z.number().int().min(1) }),
  }),
} as const
