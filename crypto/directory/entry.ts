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
import { AuthorityNames } from './authority-names.js'
import { Holidays, OfficeHours } from './office-hours.js'
import { isStateCode } from './states.js'
import { TimeZone } from './time-zone.js'

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
  /** An accredited provider outside the authorities: its officers translate, and it takes no requests. */
  'translation',
])

/** How closely content is kept, from the least to the most, by which the marks of States are compared. */
export const ClassificationLevel = z.enum([
  'official',
  'restricted',
  'confidential',
  'secret',
  'top-secret',
])
export type ClassificationLevel = z.infer<typeof ClassificationLevel>

/** A mark of the authority's State and its level; `with` one State where the two have agreed so. */
const classification = z.strictObject({
  mark: text(80),
  level: ClassificationLevel,
  with: z.string().refine(isStateCode, 'an ISO 3166-1 alpha-2 code').optional(),
})

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

/** The ways in which an authority takes requests, besides this one. */
export const Channel = z.enum([
  'rogatory',
  'e-mail',
  'post',
  'courier',
  'diplomatic',
  'interpol',
  'eurojust',
  'iber@',
])

const law = z.strictObject({
  title: text(200),
  url: z.url({ protocol: /^https$/ }).max(500),
})

/**
 * Payload of `rogatory-entry`: who an authority is, how to reach it and which keys it uses.
 *
 * Signed by the identity key whose certificate chain stands in the statement's `x5c`. A relay's own
 * entry has the same shape with `kind: 'relay'`.
 */
export const DirectoryEntry = z
  .strictObject({
    authority: AuthorityId,
    kind: z.enum(['authority', 'relay']),
    version: z.number().int().min(1).max(1_000_000),
    supersedes: Digest.nullable(),
    validFrom: Timestamp,
    validTo: Timestamp,
    state: z.string().refine(isStateCode, 'an ISO 3166-1 alpha-2 code'),
    names: AuthorityNames,
    functions: z.array(AuthorityFunction).max(8),
    /** Treaties and conventions under which the authority is designated. */
    instruments: z.array(text(120)).max(100),
    /** Those of them that are by themselves a legal basis, where there is no bilateral treaty (UNTOC 16 (4), 18 (7)). */
    legalBases: z.array(text(120)).max(100),
    laws: z.array(law).max(20),
    requirements: z.array(text(1_000)).max(20),
    /** How requests and documents are to be signed, in the authority's own words. */
    signatureRules: z.array(text(500)).max(10),
    languages: z.strictObject({ normal: languages, urgent: languages, reciprocity: languages }),
    timeZone: TimeZone,
    officeHours: OfficeHours,
    holidays: Holidays,
    contact,
    /** Reached at any hour (resolution 2322 (2016), 16 to 18); null if there is no such point. */
    dutyContact: contact.nullable(),
    channels: z.array(Channel).max(8),
    /** Whether urgent requests are taken through INTERPOL (UNTOC 18 (13)). */
    interpol: z.boolean(),
    accepts: z.strictObject({
      mediaTypes: z.array(z.string().max(120)).max(100),
      maximumBytes: Length,
    }),
    /** The classifications of its State. Left out: they are known by their words only. */
    classifications: z.array(classification).min(1).max(60).optional(),
    policy: z.strictObject({ approvals: z.number().int().min(0).max(3) }),
    keys: z.array(EntryKey).min(1).max(32),
  })
  .refine(
    ({ instruments, legalBases }) => legalBases.every((basis) => instruments.includes(basis)),
    { path: ['legalBases'], message: 'instruments that the entry names' },
  )
export type DirectoryEntry = z.infer<typeof DirectoryEntry>
