import { z } from 'zod'
import { CaseId } from '#crypto/fields/fields.js'
import { endpoint } from '../endpoint.js'
import {
  AbsenceMaterial,
  Accepted,
  Cursor,
  FeedPage,
  None,
  PackagePage,
  PackageParams,
  PackageRecord,
  PageSize,
  PartParams,
  ProofMaterial,
  ReceiptItem,
  RecipientParams,
  Submission,
  SubmissionAnswer,
} from '../wire.js'

/** Packages, their evidence and receipts, and the feed of what happens to them. */
export const packageEndpoints = {
  submitPackage: endpoint({
    method: 'post',
    path: '/v1/packages',
    summary: 'Submit a sealed package whose parts are uploaded; answered with evidence A.1 or A.2.',
    access: 'officer',
    params: None,
    query: None,
    body: Submission,
    reply: SubmissionAnswer,
  }),
  listPackages: endpoint({
    method: 'get',
    path: '/v1/packages',
    summary: "The authority's packages, newest first.",
    access: 'officer',
    params: None,
    query: z.strictObject({
      box: z.enum(['inbox', 'sent']),
      after: Cursor.optional(),
      limit: PageSize,
      case: CaseId.optional().describe('Only packages of this case.'),
      waiting: z
        .literal('urgent')
        .optional()
        .describe(
          'Only packages that are urgent or an emergency and have no receipt, rejection or expiry: of the authority itself in the inbox, of every recipient among those sent. A page may be empty and yet have a next one.',
        ),
    }),
    body: None,
    reply: PackagePage,
  }),
  readPackage: endpoint({
    method: 'get',
    path: '/v1/packages/:package',
    summary: 'Header, evidence and receipts of one package.',
    access: 'officer',
    params: PackageParams,
    query: None,
    body: None,
    reply: PackageRecord,
  }),
  downloadEnvelope: endpoint({
    method: 'get',
    path: '/v1/packages/:package/envelope',
    summary: 'The envelope, exact octets.',
    access: 'officer',
    params: PackageParams,
    query: None,
    body: None,
    reply: z.string(),
    octets: 'reply',
  }),
  downloadPart: endpoint({
    method: 'get',
    path: '/v1/packages/:package/parts/:part',
    summary: 'The ciphertext of one part; ranges are served (RFC 9110 §14).',
    access: 'officer',
    params: PartParams,
    query: None,
    body: None,
    reply: z.string(),
    octets: 'reply',
  }),
  acknowledgePackage: endpoint({
    method: 'post',
    path: '/v1/packages/:package/receipts',
    summary: 'Hand in a receipt; answered with evidence C.3 or C.4.',
    access: 'officer',
    params: PackageParams,
    query: None,
    body: ReceiptItem,
    reply: Accepted,
  }),
  readProof: endpoint({
    method: 'get',
    path: '/v1/packages/:package/proof',
    summary: 'Everything a proof bundle of this package is made from.',
    access: 'officer',
    params: PackageParams,
    query: z.strictObject({
      covering: z.coerce
        .number()
        .int()
        .min(0)
        .max(Number.MAX_SAFE_INTEGER)
        .default(0)
        .describe('Under a checkpoint over at least so many leaves.'),
    }),
    body: None,
    reply: ProofMaterial,
  }),
  readAbsence: endpoint({
    method: 'get',
    path: '/v1/packages/:package/absence/:recipient',
    summary:
      'A signed statement that no receipt of this recipient is in the log up to a checkpoint.',
    access: 'officer',
    params: RecipientParams,
    query: None,
    body: None,
    reply: AbsenceMaterial,
  }),
  readFeed: endpoint({
    method: 'get',
    path: '/v1/events',
    summary: "The authority's events in the log's order, then those not sequenced yet.",
    access: 'officer',
    params: None,
    query: z.strictObject({
      after: z.coerce.number().int().min(-1).default(-1),
      limit: PageSize,
    }),
    body: None,
    reply: FeedPage,
  }),
} as const
