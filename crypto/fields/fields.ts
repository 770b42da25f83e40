/**
 * The scalars that statements are made of, each with its one accepted spelling.
 *
 * @packageDocumentation
 */
import { z } from 'zod'

/** SHA-256 as 64 lower-case hexadecimal digits: what `sha256sum` prints. */
export const Digest = z.string().regex(/^[0-9a-f]{64}$/, 'a SHA-256 digest in lower-case hex')
export type Digest = z.infer<typeof Digest>

/** RFC 3339 in UTC with exactly milliseconds, and a moment that exists. */
export const Timestamp = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/, 'RFC 3339 UTC with milliseconds')
  .refine(isRealMoment, 'a moment that exists')
export type Timestamp = z.infer<typeof Timestamp>

function isRealMoment(text: string): boolean {
  const at = new Date(text)
  return !Number.isNaN(at.getTime()) && at.toISOString() === text
}

/** RFC 7638 thumbprint: 32 octets in base64url. The last character carries only two bits. */
export const Kid = z
  .string()
  .regex(/^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/, 'an RFC 7638 thumbprint')

/** 32 octets in base64url: part keys and salts. */
export const Octets32 = z
  .string()
  .regex(/^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/, '32 octets in base64url')

const uuidV7 = z
  .string()
  .regex(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/, 'a UUIDv7')

export const PackageId = uuidV7.brand<'PackageId'>()
export type PackageId = z.infer<typeof PackageId>
export const CaseId = uuidV7.brand<'CaseId'>()
export type CaseId = z.infer<typeof CaseId>
export const PartId = uuidV7.brand<'PartId'>()
export type PartId = z.infer<typeof PartId>
export const DraftId = uuidV7.brand<'DraftId'>()
export type DraftId = z.infer<typeof DraftId>
export const HandoffId = uuidV7.brand<'HandoffId'>()
export type HandoffId = z.infer<typeof HandoffId>
export const OfficerId = uuidV7.brand<'OfficerId'>()
export type OfficerId = z.infer<typeof OfficerId>

/** `xa.moj`: the State's ISO 3166-1 code in lower case, a dot, a name within the State. */
export const AuthorityId = z
  .string()
  .max(64)
  .regex(/^[a-z]{2}\.[a-z0-9]+(-[a-z0-9]+)*$/, 'an authority id such as xa.moj')
  .brand<'AuthorityId'>()
export type AuthorityId = z.infer<typeof AuthorityId>

/** BCP 47, the subset that names a language, a script and a region. */
export const LanguageTag = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?$/, 'a BCP 47 language tag')

/** Octets counted: a safe integer that is not negative. */
export const Length = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER)

/** Text for people: no control characters, no bidirectional overrides (a name must not lie by its direction). */
export const text = (max: number) =>
  z
    .string()
    .min(1)
    .max(max)
    .refine(
      (value) => value.search(CONTROLS) === -1 && value.search(DIRECTION) === -1,
      'text without control or direction characters',
    )

/**
 * What somebody wrote as {@link text} takes it: line breaks and other control characters become a space, marks of
 * direction, which writers of right-to-left languages have in their texts unseen, are left out.
 */
export const plainText = (written: string): string =>
  written.replace(CONTROLS, ' ').replace(DIRECTION, '').trim()

// C0, DEL and C1, and the explicit bidirectional controls of Unicode (UAX #9 §2.1 to §2.5).
// eslint-disable-next-line no-control-regex -- control characters are the very thing refused
const CONTROLS = /[\u0000-\u001f\u007f-\u009f]+/gu
const DIRECTION = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu

/** The public members of a JWK that its RFC 7638 thumbprint covers; the keys folder checks the point itself. */
export const PublicJwk = z.union([
  z.strictObject({ kty: z.literal('OKP'), crv: z.enum(['Ed25519', 'X25519']), x: Octets32 }),
  z.strictObject({
    kty: z.literal('EC'),
    crv: z.enum(['P-256', 'P-384']),
    x: z.string().max(64),
    y: z.string().max(64),
  }),
])
