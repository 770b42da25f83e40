import { z } from 'zod'
import { AuthorityId, Digest, HandoffId, PackageId, text, Timestamp } from '../fields/fields.js'
import { directoryEvents, handoffEvents, packageEvents, reasonCodes } from './event.js'
import type { DirectoryEventCode, HandoffEventCode, PackageEventCode } from './event.js'

/** The rules under which this relay issues evidence: docs/protocol.md, clause "Evidence". */
export const EVIDENCE_POLICY = 'urn:rogatory:policy:evidence:1'

const keysOf = <K extends string>(table: Record<K, string>) => Object.keys(table) as [K, ...K[]]

const NEGATIVE: readonly PackageEventCode[] = [
  'A.2',
  'B.2',
  'B.3',
  'C.2',
  'C.4',
  'C.5',
  'D.2',
  'D.4',
  'E.2',
  'F.2',
  'K.2',
  'K.6',
]
const isNegative = (code: PackageEventCode) => NEGATIVE.includes(code)

/** Submission and deletion are one for all recipients; everything else happens to one of them. */
const isOfAll = (code: PackageEventCode) => ['A.1', 'A.2', 'R.1'].includes(code)

const Reason = z.strictObject({ code: z.enum(reasonCodes), text: text(500) })
export type Reason = z.infer<typeof Reason>

/**
 * Evidence about one request package. `sequence` counts from 0 within the chain of one header and
 * `previous` is the digest of the statement before it. `time` and `submitted` are the relay's clock.
 * `subject` is the digest of the statement that caused the event: a receipt for C.3 and C.4, what a duty
 * officer signed for K.3 and K.4, the operator's schedule of retention for R.1.
 */
export const PackageEvidence = z
  .strictObject({
    about: z.literal('package'),
    code: z.enum(keysOf<PackageEventCode>(packageEvents)),
    event: z.url(),
    reasons: z.array(Reason).max(8),
    time: Timestamp,
    issuer: AuthorityId,
    policy: z.literal(EVIDENCE_POLICY),
    package: PackageId,
    header: Digest,
    sequence: z.number().int().min(0).max(100_000),
    previous: Digest.nullable(),
    sender: AuthorityId,
    recipient: AuthorityId.nullable(),
    submitted: Timestamp,
    subject: Digest.nullable(),
  })
  .refine((e) => e.event === packageEvents[e.code], 'the event of its code')
  .refine((e) => (e.sequence === 0) === (e.previous === null), 'only the first has no predecessor')
  .refine((e) => e.reasons.length > 0 || !isNegative(e.code), 'a negative event says why')
  .refine((e) => (e.recipient === null) === isOfAll(e.code), 'whose recipient it is about')
  .refine(
    (e) => e.code !== 'R.1' || (e.subject !== null && e.reasons.length > 0),
    'a deletion names its rule',
  )
  .refine((e) => e.time >= e.submitted, 'nothing happens before the submission')
export type PackageEvidence = z.infer<typeof PackageEvidence>

/** Evidence about the directory: the relay accepted the statement whose digest is `subject`. */
export const DirectoryEvidence = z
  .strictObject({
    about: z.literal('directory'),
    code: z.enum(keysOf<DirectoryEventCode>(directoryEvents)),
    event: z.url(),
    time: Timestamp,
    issuer: AuthorityId,
    policy: z.literal(EVIDENCE_POLICY),
    authority: AuthorityId,
    subject: Digest,
  })
  .refine((e) => e.event === directoryEvents[e.code], 'the event of its code')
export type DirectoryEvidence = z.infer<typeof DirectoryEvidence>

/** What happens because its moment has come; everything else rests on somebody's statement. */
const TIMED: readonly HandoffEventCode[] = ['H.4', 'H.5']
const OF_THE_RELAY: readonly HandoffEventCode[] = [...TIMED, 'H.6', 'H.12']

/**
 * Evidence about a hand-off. `sequence` counts from 0 within one hand-off and `previous` is the digest of
 * the statement before it. `turn` is the turn that it is about, of H.6 the one that begins. `subject` is
 * the digest of the statement that caused it, of R.1 the operator's schedule of retention; `moment` the time that had come.
 */
export const HandoffEvidence = z
  .strictObject({
    about: z.literal('handoff'),
    code: z.enum(keysOf<HandoffEventCode>(handoffEvents)),
    event: z.url(),
    time: Timestamp,
    issuer: AuthorityId,
    policy: z.literal(EVIDENCE_POLICY),
    handoff: HandoffId,
    /** Digest of the hand-off statement. */
    assignment: Digest,
    authority: AuthorityId,
    turn: z.number().int().min(0).max(64),
    sequence: z.number().int().min(0).max(10_000),
    previous: Digest.nullable(),
    subject: Digest.nullable(),
    moment: Timestamp.nullable(),
  })
  .refine((e) => e.event === handoffEvents[e.code], 'the event of its code')
  .refine((e) => (e.sequence === 0) === (e.previous === null), 'only the first has no predecessor')
  .refine((e) => (e.sequence === 0) === (e.code === 'H.1'), 'a hand-off begins, once')
  .refine(
    (e) => (e.subject === null) === OF_THE_RELAY.includes(e.code),
    'whose statement caused it',
  )
  .refine((e) => (e.moment !== null) === TIMED.includes(e.code), 'the moment that had come')
export type HandoffEvidence = z.infer<typeof HandoffEvidence>

/** Payload of `rogatory-evidence`. */
export const Evidence = z.union([PackageEvidence, DirectoryEvidence, HandoffEvidence])
export type Evidence = z.infer<typeof Evidence>
