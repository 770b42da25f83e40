/**
 * What travels: statements as the exact strings that were signed, and little around them.
 *
 * @packageDocumentation
 */
import { z } from 'zod'
import { packageEvents, type PackageEventCode } from '#crypto/evidence/event.js'
import {
  AuthorityId,
  Digest,
  Kid,
  Length,
  PackageId,
  PartId,
  Timestamp,
} from '#crypto/fields/fields.js'
import { Role } from '#crypto/directory/officer-credential.js'

/** A compact JWS; its spelling is checked where it is verified. */
export const Statement = z
  .string()
  .min(16)
  .max(2 * 1024 * 1024)
  .describe('Statement: compact JWS (RFC 7515), the exact string that was signed.')

export const None = z.strictObject({})
export const Cursor = z
  .string()
  .regex(/^[A-Za-z0-9_-]{1,200}$/)
  .describe('Opaque position in a list.')
export const PageSize = z.coerce.number().int().min(1).max(200).default(50)

/** One evidence statement as the relay passes it on. `index` is its leaf in the log, once sequenced. */
export const EvidenceItem = z.strictObject({
  statement: Statement,
  digest: Digest,
  index: Length.nullable(),
})
export type EvidenceItem = z.infer<typeof EvidenceItem>

/** What was handed in is accepted: this says so. */
export const Accepted = z.strictObject({ evidence: EvidenceItem })

/** A `rogatory-roster` with the credential of the officer who signed it. */
export const SignedRoster = z.strictObject({ roster: Statement, credential: Statement })
export type SignedRoster = z.infer<typeof SignedRoster>

/** What is in force; null while there is none, which is no mistake of whoever asks. */
export const StandingRoster = z.strictObject({ standing: SignedRoster.nullable() })
export type StandingRoster = z.infer<typeof StandingRoster>

export const Submission = z.strictObject({
  header: Statement,
  credential: Statement.describe('rogatory-officer of the officer who signed the header.'),
  approvals: z.array(z.strictObject({ approval: Statement, credential: Statement })).max(8),
  envelope: z
    .string()
    .min(2)
    .max(3 * 1024 * 1024)
    .describe('JWE general serialisation, exact octets.'),
})
export type Submission = z.infer<typeof Submission>

/** A.1 with status 201 (200 when repeated), A.2 with status 422: both are signed. */
export const SubmissionAnswer = z.strictObject({ evidence: EvidenceItem })
export type SubmissionAnswer = z.infer<typeof SubmissionAnswer>

/** One row of a mailbox. Its state is derived from the evidence, by the client as by the relay. */
export const PackageSummary = z.strictObject({
  header: Statement,
  credential: Statement,
  evidence: z.array(EvidenceItem),
})
export type PackageSummary = z.infer<typeof PackageSummary>

export const PackagePage = z.strictObject({
  packages: z.array(PackageSummary),
  next: Cursor.nullable(),
})
export type PackagePage = z.infer<typeof PackagePage>

export const ReceiptItem = z.strictObject({ receipt: Statement, credential: Statement })
export type ReceiptItem = z.infer<typeof ReceiptItem>

export const PackageRecord = z.strictObject({
  header: Statement,
  credential: Statement,
  approvals: z.array(z.strictObject({ approval: Statement, credential: Statement })),
  evidence: z.array(EvidenceItem),
  receipts: z.array(ReceiptItem),
})
export type PackageRecord = z.infer<typeof PackageRecord>

/** An entry or credential with the evidence by which the relay accepted it. */
export const DirectoryRecord = z.strictObject({ statement: Statement, evidence: EvidenceItem })
export type DirectoryRecord = z.infer<typeof DirectoryRecord>

export const AuthorityRecord = z.strictObject({
  entries: z.array(DirectoryRecord).describe('Every version, oldest first; the last is in force.'),
  suspensions: z.array(DirectoryRecord),
  revocations: z.array(DirectoryRecord),
  ocspResponses: z
    .array(z.string().max(90_000))
    .max(8)
    .optional()
    .describe(
      'What OCSP responders say of the certificates of the entry in force, where the trust list demands a status: base64 of DER.',
    ),
})
export type AuthorityRecord = z.infer<typeof AuthorityRecord>

/** An application for enrolment, and the operator's decision once there is one. */
export const EnrolmentRecord = z.strictObject({
  application: Statement,
  decision: Statement.nullable(),
})
export type EnrolmentRecord = z.infer<typeof EnrolmentRecord>

/** What waits for the operator, oldest first. */
export const EnrolmentPage = z.strictObject({
  enrolments: z.array(z.strictObject({ invitation: Statement, application: Statement })),
  more: z.boolean(),
})
export type EnrolmentPage = z.infer<typeof EnrolmentPage>

/** What the relay tells an authority as it happens, over the socket and in the feed. */
export const FeedEvent = z.strictObject({
  package: PackageId,
  code: z.enum(Object.keys(packageEvents) as [PackageEventCode, ...PackageEventCode[]]),
  recipient: AuthorityId.nullable(),
  time: Timestamp,
  evidence: EvidenceItem,
})
export type FeedEvent = z.infer<typeof FeedEvent>

/** `after` of the next request is `position`: the log's order is the feed's order, without gaps. Events
 * not sequenced yet come last with `index: null` and will come again; clients drop doubles by digest. */
export const FeedPage = z.strictObject({
  events: z.array(FeedEvent),
  position: z.number().int().min(-1),
  more: z.boolean(),
})
export type FeedPage = z.infer<typeof FeedPage>

/** What an officer asks of a clock: the request, `rogatory-clock`, and the officer's credential. */
export const ClockItem = z.strictObject({ request: Statement, credential: Statement })
export type ClockItem = z.infer<typeof ClockItem>

const Ring = z.strictObject({
  revision: z.number().int().min(1),
  stage: z
    .templateLiteral(['warning/', z.number().int().min(0)])
    .or(z.literal('lapse'))
    .describe('The place of the warning in the request’s list, or that the clock has lapsed.'),
  due: Timestamp,
  at: Timestamp,
})

/** A clock as it was asked for last, and what it has told, oldest first. */
export const ClockRecord = z.strictObject({ ...ClockItem.shape, rings: z.array(Ring) })
export type ClockRecord = z.infer<typeof ClockRecord>

export const ClockPage = z.strictObject({
  clocks: z.array(ClockRecord),
  next: Digest.nullable(),
})
export type ClockPage = z.infer<typeof ClockPage>

/** What a duty officer does about an alert, `rogatory-duty`, and the officer's credential. */
export const DutyActItem = z.strictObject({ act: Statement, credential: Statement })
export type DutyActItem = z.infer<typeof DutyActItem>

export const DutyActRecord = z.strictObject({
  ...DutyActItem.shape,
  at: Timestamp.describe('By the relay’s clock.'),
  until: Timestamp.nullable().describe('Until when the escalation stands still; null: for good.'),
})
export type DutyActRecord = z.infer<typeof DutyActRecord>

/** Every act about one alert, in their order. */
export const DutyActs = z.strictObject({ acts: z.array(DutyActRecord) })
export type DutyActs = z.infer<typeof DutyActs>

/** All that a proof bundle of one package is made from (crypto/proof), as the relay holds it now. */
export const ProofMaterial = z.strictObject({
  record: PackageRecord,
  entries: z.array(DirectoryRecord),
  credentials: z.array(Statement),
  revocations: z.array(Statement),
  suspensions: z.array(Statement),
  revocationLists: z.array(z.string().max(1024 * 1024)),
  ocspResponses: z
    .array(z.string().max(90_000))
    .max(64)
    .optional()
    .describe(
      'What OCSP responders say of the certificates of the entries, where the trust list demands a status: base64 of DER.',
    ),
  checkpoint: z
    .string()
    .nullable()
    .describe('C2SP tlog-checkpoint, null while no leaf is published.'),
  leaves: z.array(
    z.strictObject({ digest: Digest, index: Length, path: z.array(z.string().max(64)) }),
  ),
  timestamps: z
    .array(z.string().max(64 * 1024))
    .describe('RFC 3161 tokens over the checkpoint, base64 DER.'),
  witnessed: z
    .array(z.strictObject({ checkpoint: z.string(), path: z.array(z.string().max(64)) }))
    .describe(
      'Cosigned checkpoints, this one or later, each with what shows it to continue this one.',
    ),
  pending: z.array(Digest).describe('Statements not yet under a checkpoint.'),
  stampPending: z.boolean(),
})
export type ProofMaterial = z.infer<typeof ProofMaterial>

/** A statement of absence, and what shows when its checkpoint existed. */
export const AbsenceMaterial = z.strictObject({
  absence: Statement,
  timestamps: z
    .array(z.string().max(64 * 1024))
    .describe('RFC 3161 tokens over its checkpoint, base64 DER.'),
  witnessed: ProofMaterial.shape.witnessed,
})
export type AbsenceMaterial = z.infer<typeof AbsenceMaterial>

export const TokenReply = z.strictObject({
  access_token: z.string(),
  token_type: z.literal('DPoP'),
  expires_in: z.number().int().positive(),
})

/** Who an access token speaks for. */
export const Caller = z.strictObject({
  authority: AuthorityId,
  officer: z.string(),
  kid: Kid,
  roles: z.array(Role),
})
export type Caller = z.infer<typeof Caller>

export const PackageParams = z.strictObject({ package: PackageId })
export const RecipientParams = z.strictObject({ package: PackageId, recipient: AuthorityId })
export const PartParams = z.strictObject({ package: PackageId, part: PartId })
export const AuthorityParams = z.strictObject({ authority: AuthorityId })
