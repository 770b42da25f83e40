import { z } from 'zod'
import { endpoint } from '../endpoint.js'
import {
  CopyParams,
  CopyPartParams,
  ResealingItem,
  ResealingRecord,
  SealedPage,
} from '../resealing-wire.js'
import { Accepted, Cursor, None, PackageParams } from '../wire.js'

/** Copies that a party of a package has sealed anew under its present key. */
export const resealingEndpoints = {
  resealPackage: endpoint({
    method: 'post',
    path: '/v1/packages/:package/resealings',
    summary:
      'Hand in a copy that was sealed anew and whose parts are uploaded; answered with evidence X.9.',
    access: 'officer',
    params: PackageParams,
    query: None,
    body: ResealingItem,
    reply: Accepted,
  }),
  readResealing: endpoint({
    method: 'get',
    path: '/v1/packages/:package/resealing',
    summary: 'How the caller’s authority has sealed its copy anew last; null if it never has.',
    access: 'officer',
    params: PackageParams,
    query: None,
    body: None,
    reply: z.strictObject({ resealed: ResealingRecord.nullable() }),
  }),
  downloadResealedEnvelope: endpoint({
    method: 'get',
    path: '/v1/packages/:package/resealings/:version/envelope',
    summary: 'The envelope of the last copy that was sealed anew, exact octets.',
    access: 'officer',
    params: CopyParams,
    query: None,
    body: None,
    reply: z.string(),
    octets: 'reply',
  }),
  downloadResealedPart: endpoint({
    method: 'get',
    path: '/v1/packages/:package/resealings/:version/parts/:part',
    summary: 'The ciphertext of one part of that copy; ranges are served (RFC 9110 §14).',
    access: 'officer',
    params: CopyPartParams,
    query: None,
    body: None,
    reply: z.string(),
    octets: 'reply',
  }),
  listSealed: endpoint({
    method: 'get',
    path: '/v1/sealed',
    summary: 'Under which keys the packages are sealed that the authority is served, newest first.',
    access: 'officer',
    params: None,
    query: z.strictObject({
      box: z.enum(['inbox', 'sent']),
      after: Cursor.optional(),
      limit: z.coerce.number().int().min(1).max(50).default(50),
    }),
    body: None,
    reply: SealedPage,
  }),
} as const
