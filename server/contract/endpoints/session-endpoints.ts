import { z } from 'zod'
import { endpoint } from '../endpoint.js'
import { SessionId, SessionRecord } from '../session-wire.js'
import { None } from '../wire.js'

/** Sessions of officers: chains of access tokens of one key. */
export const sessionEndpoints = {
  listSessions: endpoint({
    method: 'get',
    path: '/v1/sessions',
    summary: 'Sessions of the caller’s key, or of the whole authority (role admin).',
    access: 'officer',
    params: None,
    query: z.strictObject({ of: z.enum(['key', 'authority']).default('key') }),
    body: None,
    reply: z.strictObject({ sessions: z.array(SessionRecord).max(500) }),
  }),
  endSession: endpoint({
    method: 'delete',
    path: '/v1/sessions/:session',
    summary: 'End a session of the caller’s key, or of the authority (role admin).',
    access: 'officer',
    params: z.strictObject({ session: SessionId }),
    query: None,
    body: None,
    reply: SessionRecord,
  }),
} as const
