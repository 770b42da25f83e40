import { z } from 'zod'
import {
  AuthorityId,
  Digest,
  Kid,
  LanguageTag,
  Length,
  PublicJwk,
  text,
  Timestamp,
} from '../fields/fields.js'

/** What a key of an entry is for. A key serves one purpose and no other. */
export const KeyPurpose = z.enum([
  'credentials', // an authority signs its officers' credentials, revocations
  'envelopes', // senders seal envelopes to it
  'evidence', // a relay signs evidence
  'checkpoints', // a relay signs checkpoints of its log (Ed25519 only)
  'operator', // a relay's operator signs suspensions
])
export type KeyPurpose = z.infer<typeof KeyPurpose>

export const EntryKey = z.strictObject({
  purpose: KeyPurpose,
  kid: Kid,
  jwk: PublicJwk,
  notBefore: Timestamp,
  notAfter: Timestamp,
})
export type EntryKey = z.infer<typeof EntryKey>

export const AuthorityFunction = z.enum([
  'mutual-legal-assistance',
  'extradition',
  'transfer-of-proceedings',
  'counter-terrorism-24-7',
])

const languages = z.array(LanguageTag).max(20)
const contact = z.strictObject({
  address: text(500).optional(),
  email: z.email().max(254).optional(),
  telephone: z
    .string()
    .regex(/^\+[0-9 ()-]{5,30}$/)
    .optional(),
  website: z
    .url({ protocol: /^https$/ })
    .max(500)
    .optional(),
})

const MAX_NAMES = 20

function hasSome(names: Record<string, string>): boolean {
  const count = Object.keys(names).length
  return count > 0 && count <= MAX_NAMES
}

/**
 * Payload of `rogatory-entry`: who an authority is, how to reach it and which keys it uses.
 *
 * Signed by the identity key whose certificate chain stands in the statement's `x5c`. A relay's own
 * entry has the same shape with `kind: 'relay'`.
 */
export const DirectoryEntry = z.strictObject({
  authority: AuthorityId,
  kind: z.enum(['authority', 'relay']),
  version: z.number().int().min(1).max(1_000_000),
  supersedes: Digest.nullable(),
  validFrom: Timestamp,
  validTo: Timestamp,
  state: z.string().regex(/^[A-Z]{2}$/, 'an ISO 3166-1 alpha-2 code'),
  names: z.record(LanguageTag, text(200)).refine(hasSome, 'a name in some language'),
  functions: z.array(AuthorityFunction).max(8),
  instruments: z.array(text(120)).max(100),
  requirements: z.array(text(1_000)).max(20),
  languages: z.strictObject({ normal: languages, urgent: languages, reciprocity: languages }),
  timeZone: z.string().max(64),
  contact,
  dutyContact: contact.nullable(),
  accepts: z.strictObject({
    mediaTypes: z.array(z.string().max(120)).max(100),
    maximumBytes: Length,
  }),
  policy: z.strictObject({ approvals: z.number().int().min(0).max(3) }),
  keys: z.array(EntryKey).min(1).max(32),
})
export type DirectoryEntry = z.infer<typeof DirectoryEntry>
