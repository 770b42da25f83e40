import { z } from 'zod'
import { CredentialId } from '#crypto/fields/credential-id.js'

/** Every refusal a client can be told, as a closed set: adding one breaks the build until it has a problem type. */
export const refusalCodes = [
  'malformed-request',
  'too-large',
  'unauthenticated',
  'token-expired',
  'proof-replayed',
  'proof-stale',
  'credential-revoked',
  'session-ended',
  'session-expired',
  'session-unknown',
  'security-key-required',
  'security-key-refused',
  'not-permitted',
  'statement-invalid',
  'last-admin',
  'entry-conflict',
  'authority-unknown',
  'authority-suspended',
  'officer-unknown',
  'package-unknown',
  'content-deleted',
  'content-resealed',
  'resealing-conflict',
  'part-unknown',
  'part-missing',
  'part-mismatch',
  'upload-unknown',
  'upload-conflict',
  'receipt-conflict',
  'receipt-mismatch',
  'receipt-present',
  'evidence-unknown',
  'clock-conflict',
  'invitation-invalid',
  'invitation-expired',
  'invitation-used',
  'enrolment-unknown',
  'enrolment-decided',
  'clock-skewed',
  'vault-unknown',
  'vault-conflict',
  'draft-unknown',
  'draft-conflict',
  'drafts-full',
  'case-unknown',
  'assignment-conflict',
  'uploads-full',
  'roster-conflict',
  'alert-unknown',
  'alert-conflict',
  'handoff-unknown',
  'handoff-conflict',
  'handoff-reassigned',
  'handoff-ended',
  'translation-invalid',
  'leaf-unknown',
  'tile-unknown',
  'too-many-requests',
  'storage-full',
  'unavailable',
] as const
export type RefusalCode = (typeof refusalCodes)[number]

/** RFC 9457 problem document. `code` repeats the last segment of `type`; `remedy` says what to do. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string().optional(),
  code: z.string().optional(),
  remedy: z.string().optional(),
  request: z.string().optional().describe('Id to find this request in the relay operator’s log.'),
  securityKeys: z
    .array(CredentialId)
    .max(8)
    .optional()
    .describe('With security-key-required: any of these credentials of WebAuthn does.'),
})
export type Problem = z.infer<typeof Problem>
