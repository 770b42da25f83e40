import { z } from 'zod'
import { endpoint } from '../endpoint.js'
import { None } from '../wire.js'

/** The contract itself. */
export const apiEndpoints = {
  readApiDescription: endpoint({
    method: 'get',
    path: '/openapi.json',
    summary: 'This contract as OpenAPI 3.1.',
    access: 'public',
    params: None,
    query: None,
    body: None,
    reply: z.string(),
    octets: 'reply',
  }),
  readApiPage: endpoint({
    method: 'get',
    path: '/api',
    summary: 'This contract as a page for people: no script, nothing from elsewhere.',
    access: 'public',
    params: None,
    query: None,
    body: None,
    reply: z.string(),
    octets: 'reply',
  }),
} as const
