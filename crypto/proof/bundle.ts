import { z } from 'zod'
import { Digest, Length, Octets32 } from '../fields/fields.js'
import { DisclosedPart } from '../package/commit-part.js'
import { MAX_PARTS, MAX_RECIPIENTS } from '../package/header.js'

const statement = z
  .string()
  .min(16)
  .max(2 * 1024 * 1024)
/** The same piece again proves nothing, and costs its verification: a stranger must not choose how often. */
const eachOnce = (pieces: readonly string[]) => new Set(pieces).size === pieces.length
const statements = (max: number) => z.array(statement).max(max).refine(eachOnce, 'each once')
/** 32 octets in standard base64, as C2SP writes hashes. */
const hash = z.string().regex(/^[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$/)
// A tree of 2^53 leaves has paths of 53 hashes; proofs of consistency have some more.
const path = z.array(hash).max(64)
const revocationList = z.string().min(1).max(1_500_000)
/** As a trust list has them. */
const ocspResponse = z.string().min(1).max(90_000)
const token = z.string().min(1).max(131_072)
const note = z.string().min(1).max(262_144)

/** What a party tells beside, so that receipts and documents can be tied to the header. */
export const Disclosure = z.strictObject({
  salt: Octets32,
  manifestDigest: Digest,
  /** The manifest itself: content, and the keys of all parts. */
  manifest: statement.optional(),
  /** What the manifest says of chosen parts, without the form, the other parts, or any key. */
  parts: z.array(DisclosedPart).max(MAX_PARTS).optional(),
})
export type Disclosure = z.infer<typeof Disclosure>

/** `revocationLists`: what was known then of the certificates of the older time-stamps. */
const Renewal = z.strictObject({
  revocationLists: z.array(revocationList).max(16).refine(eachOnce, 'each once'),
  timestamps: z.array(token).min(1).max(16).refine(eachOnce, 'each once'),
})
export type Renewal = z.infer<typeof Renewal>

const laterCheckpoint = z.strictObject({ checkpoint: note, path })
const witnessed = z.array(laterCheckpoint).min(1).max(16)

/**
 * A statement of absence, and what shows when its checkpoint existed. `path` is the proof of consistency
 * between `log.checkpoint` and the checkpoint of the statement, from the smaller tree to the larger.
 * `timestamps` are over the latter's octets; `witnessed` continues it.
 */
const BundledAbsence = z.strictObject({
  statement,
  path,
  timestamps: z.array(token).max(16).refine(eachOnce, 'each once'),
  witnessed: witnessed.optional(),
})
export type BundledAbsence = z.infer<typeof BundledAbsence>

/** So many hand-offs to translators may stand in one bundle, and so much be done about each. */
export const MAX_HANDOFFS = 8
export const MAX_HANDOFF_ACTS = 64

/**
 * A hand-off to translators: the assignment, what was done about it, and the certified statement. The
 * relay's evidence of each step (H.*) stands in `evidence`, the officers' credentials in `credentials`.
 */
const BundledHandoff = z.strictObject({
  handoff: statement,
  acts: statements(MAX_HANDOFF_ACTS),
  certified: statement.optional(),
})
export type BundledHandoff = z.infer<typeof BundledHandoff>

/**
 * A proof bundle: the exact statements of one package's story, and what shows when they existed.
 *
 * `credentials` are those of every officer who signed anything here; `entries` those of the sender, the
 * recipients and the relay. `leaves` prove that statements of the bundle stand under `checkpoint`,
 * `timestamps` (RFC 3161, base64 of DER) that the checkpoint's octets existed. `log` is null while nothing
 * is published.
 */
export const ProofBundle = z
  .strictObject({
    format: z.literal('rogatory-proof'),
    /** The lowest that has all members: 4 with `translations`, 3 with `ocspResponses`, 2 with `absences`, else 1. */
    version: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
    header: statement,
    credentials: statements(256),
    approvals: statements(8),
    entries: statements(256),
    evidence: statements(4096),
    receipts: statements(MAX_RECIPIENTS),
    revocations: statements(256),
    suspensions: statements(256),
    revocationLists: z.array(revocationList).max(64).refine(eachOnce, 'each once'),
    /** What responders said of certificates of the entries. Not before version 3, and never empty. */
    ocspResponses: z.array(ocspResponse).min(1).max(64).refine(eachOnce, 'each once').optional(),
    disclosure: Disclosure.optional(),
    log: z
      .strictObject({
        checkpoint: note,
        leaves: z.array(z.strictObject({ digest: Digest, index: Length, path })).max(8192),
      })
      .nullable(),
    timestamps: z.array(token).max(16).refine(eachOnce, 'each once'),
    /** Later time-stamps over the octets of all this, older time-stamps included ({@link coveredOctets}). */
    renewals: z.array(Renewal).min(1).max(32).optional(),
    /** A later checkpoint of the same log, which begins with the one above. */
    consistency: laterCheckpoint.optional(),
    /**
     * Cosigned checkpoints of the same log, of the same size or later, each beginning with the one above:
     * what witnesses cosigned of it, they cosigned of all that came before.
     */
    witnessed: witnessed.optional(),
    /** What the relay says not to be in its log. Not in version 1, and never empty. */
    absences: z
      .array(BundledAbsence)
      .min(1)
      .max(MAX_RECIPIENTS)
      .refine((all) => eachOnce(all.map((one) => one.statement)), 'each once')
      .optional(),
    /** Who had a text to translate, and who certified what. Only in version 4, and never empty. */
    translations: z
      .array(BundledHandoff)
      .min(1)
      .max(MAX_HANDOFFS)
      .refine((all) => eachOnce(all.map((one) => one.handoff)), 'each once')
      .optional(),
  })
  .refine((bundle) => bundle.version === versionOf(bundle), 'the version that has its members')
export type ProofBundle = z.infer<typeof ProofBundle>

type Versioned = {
  readonly absences?: unknown
  readonly ocspResponses?: unknown
  readonly translations?: unknown
}

/** The lowest version that has all members of a bundle. */
export const versionOf = ({ absences, ocspResponses, translations }: Versioned): 1 | 2 | 3 | 4 => {
  if (translations !== undefined) return 4
  if (ocspResponses !== undefined) return 3
  return absences === undefined ? 1 : 2
}
