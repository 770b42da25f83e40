import { z } from 'zod'
import { Digest, Length, Timestamp } from '#crypto/fields/fields.js'
import { endpoint } from '../endpoint.js'
import { None } from '../wire.js'

/** The transparency log. */
export const logEndpoints = {
  readInclusion: endpoint({
    method: 'get',
    path: '/v1/log/inclusion/:digest',
    summary: 'Inclusion proof of one statement under the newest checkpoint, or in an older tree.',
    access: 'public',
    params: z.strictObject({ digest: Digest }),
    query: z.strictObject({
      size: z.coerce
        .number()
        .int()
        .min(1)
        .max(Number.MAX_SAFE_INTEGER)
        .optional()
        .describe('Leaves of the tree; those of the newest checkpoint unless told.'),
    }),
    body: None,
    reply: z.strictObject({ checkpoint: z.string(), index: Length, path: z.array(z.string()) }),
  }),
  readConsistency: endpoint({
    method: 'get',
    path: '/v1/log/consistency',
    summary: 'Consistency proof between two tree sizes (RFC 9162 §2.1.4).',
    access: 'public',
    params: None,
    query: z.strictObject({
      from: z.coerce.number().int().min(0),
      to: z.coerce.number().int().min(0),
    }),
    body: None,
    reply: z.strictObject({ path: z.array(z.string()) }),
  }),
  readStamps: endpoint({
    method: 'get',
    path: '/v1/log/stamps',
    summary: 'How every time-stamping authority fares, and its oldest token over so many leaves.',
    access: 'public',
    params: None,
    query: z.strictObject({ covering: z.coerce.number().int().min(0).default(0) }),
    body: None,
    reply: z.strictObject({
      authorities: z.array(
        z.strictObject({
          authority: z.string().max(512),
          stamped: z.strictObject({ size: Length, at: Timestamp }).nullable(),
          pendingSince: Timestamp.nullable().describe('Since when it owes a token.'),
          lastSuccess: Timestamp.nullable(),
          lastError: z.strictObject({ code: z.string().max(64), at: Timestamp }).nullable(),
        }),
      ),
    }),
  }),
  addCosignatures: endpoint({
    method: 'post',
    path: '/v1/log/cosignatures',
    summary: 'Hand in cosignatures of a checkpoint (role witness); those of known keys are kept.',
    access: 'officer',
    params: None,
    query: None,
    body: z.strictObject({ size: Length, cosignatures: z.string().min(1).max(16_384) }),
    reply: z.strictObject({ kept: Length }),
  }),
  readCheckpoint: endpoint({
    method: 'get',
    path: '/log/checkpoint',
    summary: 'The newest checkpoint with its cosignatures so far (C2SP tlog-tiles).',
    access: 'public',
    params: None,
    query: None,
    body: None,
    reply: z.string(),
    octets: 'reply',
  }),
  readTile: endpoint({
    method: 'get',
    path: '/log/tile/:level/*index',
    summary: 'A hash tile (C2SP tlog-tiles); full tiles never change.',
    access: 'public',
    params: z.strictObject({
      level: z.coerce.number().int().min(0).max(63),
      index: z.array(z.string()),
    }),
    query: None,
    body: None,
    reply: z.string(),
    octets: 'reply',
  }),
  readVerifier: endpoint({
    method: 'get',
    path: '/verifier',
    summary: 'The page that verifies bundles, one HTML file that also works from disk.',
    access: 'public',
    params: None,
    query: z.strictObject({
      download: z.literal('1').optional().describe('As a file to keep rather than a page.'),
    }),
    body: None,
    reply: z.string(),
    octets: 'reply',
  }),
} as const
