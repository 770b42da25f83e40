import { z } from 'zod'
import { readsFromPrimary } from '../backends/reads-from-primary.js'
import { backendTls, hasNoOptions, isOrigin, isSafe, secretFile } from './kinds.js'

/** What stands behind relay and workers: where it is, whom they take for it, and who they are to it. */
export const backends = {
  MONGODB_URI: z
    .string()
    .regex(/^mongodb(\+srv)?:\/\/./, 'must be a mongodb:// or mongodb+srv:// address')
    .refine(
      readsFromPrimary,
      'must not ask for reads from secondaries: what they show may be older than what was acknowledged',
    )
    .describe(
      'MongoDB: a replica set or a sharded cluster in production. Every write is journalled.',
    ),
  MONGODB_URI_FILE: secretFile('MONGODB_URI'),
  ...backendTls('MONGODB'),
  REDIS_URL: z
    .url({ protocol: /^rediss?$/, abort: true })
    // In capitals the driver takes it for plain.
    .regex(/^rediss?:/, 'must begin with redis: or rediss: in small letters')
    .refine(hasNoOptions, 'must have no options: they would override TLS and limits of time')
    .describe(
      'Redis or Valkey with `maxmemory-policy noeviction`, without options. It is never the only holder of anything.',
    ),
  REDIS_URL_FILE: secretFile('REDIS_URL'),
  ...backendTls('REDIS'),
  S3_ENDPOINT: z
    .union([z.literal(''), z.url({ protocol: /^https?$/ })])
    .refine((text) => text === '' || isOrigin(text), 'must be scheme, host and port only')
    .refine((text) => text === '' || isSafe(text), 'must be https, except on a loopback address')
    .default('')
    .describe(
      'S3-compatible store for complete parts, such as `https://s3.example.org`; the bucket is in the path. Uploads under way stay below `DATA_DIR`. Empty: parts are on disk, too.',
    ),
  S3_BUCKET: z
    .string()
    .regex(/^([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])?$/, 'must be the name of a bucket')
    .default('')
    .describe('Bucket for nothing else, without versions: what is deleted must be gone.'),
  S3_REGION: z
    .string()
    .regex(/^[a-zA-Z0-9-]{1,64}$/)
    .default('us-east-1')
    .describe('Region that requests are signed for.'),
  S3_ACCESS_KEY_ID: z
    .string()
    .regex(/^[\w.-]{0,128}$/)
    .default('')
    .describe(
      'Access key. It needs to read, put and delete objects, and to list the bucket: else the store does not say that an object is absent.',
    ),
  S3_SECRET_ACCESS_KEY_FILE: z
    .string()
    .default('')
    .describe('File that holds its secret and nothing else, mode 0600 or 0640.'),
  ...backendTls('S3'),
  ...backendTls('SMTP'),
}
