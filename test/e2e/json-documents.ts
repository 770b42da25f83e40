import { z } from 'zod'
import { packageEvents, type PackageEventCode } from '#crypto/evidence/event.js'
import {
  AuthorityId,
  CaseId,
  Digest,
  Kid,
  Length,
  OfficerId,
  PackageId,
  Timestamp,
} from '#crypto/fields/fields.js'
import { DirectoryEntry } from '#crypto/directory/entry.js'
import { Urgency } from '#crypto/package/header.js'
import { Marks } from '#crypto/package/manifest.js'

/** What each command prints with `--json`: strict, since scripts of others depend on it. */
const Code = z.enum(Object.keys(packageEvents) as [PackageEventCode, ...PackageEventCode[]])
const Reasons = z.array(z.strictObject({ code: z.string(), text: z.string() }))
const Evidence = z.strictObject({ code: Code, time: Timestamp, digest: Digest })
const Assigned = z.strictObject({
  standing: z.enum(['held', 'released', 'ended', 'unreadable']),
  officer: OfficerId.nullable(),
  name: z.string().nullable(),
  by: z.string().nullable(),
  at: Timestamp,
})
const Finding = z.strictObject({
  severity: z.enum(['must', 'should', 'note']),
  code: z.string(),
  path: z.string().optional(),
  recipient: AuthorityId.optional(),
  entry: z.string().optional(),
  text: z.string(),
})
const PublicKey = z.object({ kid: Kid })
/** One time-stamping authority's word. */
const Attestor = z.strictObject({
  authority: z.string(),
  kind: z.enum(['operator', 'qualified', 'listed']),
  at: Timestamp,
  accuracyMs: z.number().optional(),
  validUntil: Timestamp,
  policy: z.string(),
  serial: z.string(),
  algorithm: z.string(),
  strengths: z.array(z.strictObject({ name: z.string(), bits: Length.optional() })),
  renewal: Length,
  certificateStatus: z.enum(['good', 'unknown']),
  worth: z.enum(['good', 'aged', 'revoked']),
  renewedBy: z.literal('operator').optional(),
})
const Verdict = z.strictObject({
  verdict: z.enum(['proved', 'incomplete', 'contradicted']),
  facts: z.array(
    z.strictObject({
      fact: z.string(),
      standing: z.enum(['proved', 'claimed', 'unproved', 'contradicted']),
      text: z.string(),
      clocks: z.record(
        z.enum(['declared', 'observed', 'attested', 'witnessed']),
        Timestamp.optional(),
      ),
      statement: Digest.optional(),
      data: z.record(z.string(), z.string()),
      attestors: z.array(Attestor).optional(),
    }),
  ),
  package: PackageId.optional(),
  header: Digest.optional(),
  sender: AuthorityId.optional(),
  recipients: z.array(z.strictObject({ authority: AuthorityId, state: z.unknown() })),
})

const Because = z.union([
  z.strictObject({ cause: z.literal('certificate'), of: z.string() }),
  z.strictObject({ cause: z.literal('algorithm'), of: z.string(), source: z.string() }),
])

export const documents = {
  ageing: z.strictObject({
    within: Length,
    bundles: z.array(
      z.strictObject({
        file: z.string(),
        package: PackageId.optional(),
        verdict: z.enum(['proved', 'incomplete']),
        renewals: Length,
        state: z.enum(['good', 'aged', 'unstamped']),
        ages: Timestamp.optional(),
        days: z.number().int().optional(),
        isDue: z.boolean(),
        because: Because.optional(),
        tokens: z.array(
          z.strictObject({
            over: z.enum(['checkpoint', 'renewal', 'absence']),
            authority: z.string(),
            worth: z.enum(['good', 'aged', 'revoked']),
            ages: Timestamp,
            because: Because,
          }),
        ),
        certificates: z.array(z.strictObject({ authority: AuthorityId, until: Timestamp })),
      }),
    ),
    unjudged: z.array(z.strictObject({ file: z.string(), reason: z.string() })),
  }),
  keys: z.strictObject({
    keystore: z.string(),
    public: z.string(),
    authority: AuthorityId,
    signing: PublicKey,
    sealing: PublicKey,
  }),
  directory: z.strictObject({
    authorities: z.array(
      z.strictObject({
        authority: AuthorityId,
        state: z.string().length(2),
        name: z.string(),
        languages: z.array(z.string()),
        version: z.number().int(),
        validTo: Timestamp,
      }),
    ),
    refused: z.array(z.string()),
    warnings: z.array(z.string()),
  }),
  entry: z.strictObject({
    entry: DirectoryEntry,
    digest: Digest,
    versions: z.array(Digest),
    warnings: z.array(z.string()),
  }),
  sent: z.strictObject({
    package: PackageId,
    evidence: Evidence.extend({ reasons: Reasons }),
    findings: z.array(Finding),
  }),
  mailbox: z.strictObject({
    box: z.enum(['inbox', 'sent']),
    packages: z.array(
      z.strictObject({
        package: PackageId,
        case: CaseId,
        sender: AuthorityId,
        recipients: z.array(AuthorityId),
        urgency: Urgency,
        submitted: Timestamp,
        documents: Length,
        octets: Length,
        state: z.string(),
        waiting: z.array(z.strictObject({ authority: AuthorityId, since: Timestamp })),
        assigned: Assigned.nullable(),
      }),
    ),
    forged: z.array(z.never()),
  }),
  assigned: z.strictObject({ case: CaseId, already: z.boolean(), assigned: Assigned }),
  opened: z.strictObject({
    package: PackageId,
    from: AuthorityId,
    officer: z.string(),
    template: z.strictObject({ id: z.string(), version: z.number().int() }),
    templateKnown: z.boolean(),
    findings: z.array(Finding),
    submitted: Timestamp,
    standing: z.union([
      z.strictObject({ counts: z.literal(true) }),
      z.strictObject({ counts: z.literal(false), illegal: z.looseObject({ code: z.string() }) }),
      z.strictObject({ counts: z.null(), problem: z.string() }),
    ]),
    marks: Marks,
    form: z.record(z.string(), z.unknown()),
    documents: z.array(
      z.strictObject({
        name: z.string(),
        path: z.string(),
        length: Length,
        digest: Digest,
        mediaType: z.string(),
        contradicted: z.enum(['extension', 'media-type']).nullable(),
        malicious: z.literal(false),
        role: z.string(),
      }),
    ),
    translations: z.array(z.looseObject({ verified: z.boolean() })),
    forwarded: z.looseObject({ verified: z.boolean() }).nullable(),
    downgrades: z.array(z.looseObject({ verified: z.boolean() })),
    out: z.string(),
  }),
  acknowledged: z.strictObject({
    package: PackageId,
    already: z.boolean(),
    documents: z.strictObject({ verified: Length, unopened: Length }),
    evidence: Evidence,
    remarks: z.array(z.never()),
  }),
  status: z.strictObject({
    package: PackageId,
    case: CaseId,
    sender: AuthorityId,
    urgency: Urgency,
    states: z.record(AuthorityId, z.string()),
    evidence: z.array(
      Evidence.extend({
        reasons: Reasons,
        recipient: AuthorityId.nullable(),
        index: Length.nullable(),
      }),
    ),
    stampPending: z.boolean(),
    timestamps: z.array(
      z.strictObject({
        authority: z.string(),
        at: Timestamp.nullable(),
        pendingSince: Timestamp.nullable(),
        lastSuccess: Timestamp.nullable(),
        lastError: z.strictObject({ code: z.string(), at: Timestamp }).nullable(),
      }),
    ),
    receipts: z.array(
      z.strictObject({
        recipient: AuthorityId,
        officer: z.string(),
        outcome: z.enum(['accepted', 'rejected']),
        declared: Timestamp,
        digest: Digest,
        disagreements: z.array(z.unknown()).nullable(),
      }),
    ),
  }),
  proof: z.strictObject({
    package: PackageId,
    out: z.string(),
    bytes: Length,
    verdict: z.enum(['proved', 'incomplete', 'contradicted']),
  }),
  verdict: Verdict,
  comparison: z.strictObject({
    outcome: z.enum(['agree', 'differ', 'contradict']),
    findings: z.array(
      z.strictObject({
        finding: z.string(),
        standing: z.enum(['both', 'first', 'second', 'unshown', 'contradiction']),
        against: z.string().optional(),
        text: z.string(),
        data: z.record(z.string(), z.string()),
      }),
    ),
    first: Verdict,
    second: Verdict,
  }),
  waiting: z.strictObject({ waiting: z.array(PackageId) }),
  delivered: z.strictObject({
    delivered: z.array(z.strictObject({ package: PackageId, code: Code, time: Timestamp })),
    failed: z.array(z.strictObject({ package: PackageId, code: z.string(), message: z.string() })),
  }),
  event: z.strictObject({
    package: PackageId,
    code: Code,
    time: Timestamp,
    recipient: AuthorityId.nullable(),
    digest: Digest,
  }),
  failure: z.strictObject({
    error: z.strictObject({
      code: z.string(),
      message: z.string(),
      remedy: z.string(),
      request: z.string().optional(),
    }),
  }),
}
