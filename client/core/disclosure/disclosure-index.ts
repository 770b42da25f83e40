import { z } from 'zod'
import {
  AuthorityId,
  CaseId,
  Digest,
  LanguageTag,
  Length,
  PackageId,
  PartId,
  text,
  Timestamp,
} from '#crypto/fields/fields.js'
import { MAX_PARTS, MAX_RECIPIENTS } from '#crypto/package/header.js'
import { Marks } from '#crypto/package/manifest.js'

/** What stands at the root of every pack. */
export const INDEX = 'index.json'
export const SUMS = 'SHA256SUMS'

/** How much of an index is read, and how deep: no case comes near it. */
export const INDEX_BOUNDS = { maxBytes: 64 * 1024 * 1024, maxDepth: 12 }

/** Why something is withheld, or disclosed despite its marks: the officer's words. */
export const Reason = text(500)

/** A path inside the pack, with `/`: it never leads out of it, and SHA256SUMS says it without escapes. */
const PackPath = text(500).refine(
  (path) =>
    !path.includes('\\') && path.split('/').every((name) => name !== '' && !/^\.{1,2}$/.test(name)),
  'a path inside the pack',
)

const Measured = { length: Length, digest: Digest }
const PackFile = z.strictObject({ path: PackPath, ...Measured })
export type PackFile = z.infer<typeof PackFile>

/**
 * One document of a package, by its place in the header. `sealed` is the length of its ciphertext and `commitment`
 * the header's commitment to it: all that is said of one that is withheld.
 */
const DisclosedDocument = z.strictObject({
  position: z.number().int().min(1).max(MAX_PARTS),
  part: PartId,
  sealed: Length,
  commitment: Digest,
  /** The document itself, under the name that it has in the pack. */
  document: PackFile.nullable(),
  withheld: Reason.nullable(),
  /** What stands in for it: that it is a version of it is the officer's word. */
  redacted: PackFile.nullable(),
})
export type DisclosedDocument = z.infer<typeof DisclosedDocument>

const DisclosedPackage = z.strictObject({
  package: PackageId,
  /** Digest of the header. */
  header: Digest,
  /** The relay's clock. */
  submitted: Timestamp,
  sender: AuthorityId,
  /** The officer who signed it, by the credential. */
  signedBy: text(200),
  recipients: z.array(AuthorityId).min(1).max(MAX_RECIPIENTS),
  content: z.enum(['disclosed', 'in-part', 'withheld', 'deleted']),
  withheld: Reason.nullable(),
  /** Null where the content is withheld as a whole, or deleted by the relay. */
  said: z
    .strictObject({
      template: z.string().max(100),
      answers: PackageId.nullable(),
      marks: Marks,
    })
    .nullable(),
  /** Why it is disclosed although its marks forbid that or want the sender's leave. */
  despiteMarks: Reason.nullable(),
  proof: PackPath,
  certificate: PackPath,
  /** The form, and whether the bundle proves it: only where nothing of the package is withheld. */
  form: z
    .strictObject({
      path: PackPath.nullable(),
      isProved: z.boolean(),
      withheld: Reason.nullable(),
    })
    .nullable(),
  documents: z.array(DisclosedDocument).max(MAX_PARTS),
})
export type DisclosedPackage = z.infer<typeof DisclosedPackage>

/**
 * - `shut`: the authority rejected it or let it expire, and the relay does not hand it out to it.
 * - `not-held`: a package of the pack answers it, and it is not in the authority's mailbox.
 */
const AbsentPackage = z.strictObject({ package: PackageId, why: z.enum(['shut', 'not-held']) })
export type AbsentPackage = z.infer<typeof AbsentPackage>

/**
 * What a disclosure pack holds: `index.json`, canonical JSON and a line feed. It is the word of whoever made the pack,
 * and nobody has signed it; what the bundles prove they prove by themselves.
 */
export const DisclosureIndex = z.strictObject({
  format: z.literal('rogatory-disclosure'),
  version: z.literal(1),
  case: CaseId,
  authority: AuthorityId,
  officer: text(200),
  /** By the clock of the machine that made it. */
  made: Timestamp,
  language: LanguageTag,
  /** In the order of their submission. */
  packages: z.array(DisclosedPackage).min(1).max(5_000),
  absent: z.array(AbsentPackage).max(5_000),
  /** Every file of the pack but the index and SHA256SUMS, in the order of their paths. */
  files: z.array(PackFile).max(200_000),
})
export type DisclosureIndex = z.infer<typeof DisclosureIndex>

/** What `sha256sum -c SHA256SUMS` takes: every file but itself, the index last. */
export const sumsOf = (files: readonly PackFile[], indexDigest: string): string =>
  [...files, { path: INDEX, digest: indexDigest }]
    .map(({ path, digest }) => `${digest}  ${path}\n`)
    .join('')

/** Code units, as canonical JSON orders members: the same order on every machine. */
export const byPath = (a: PackFile, b: PackFile): number => (a.path < b.path ? -1 : 1)
