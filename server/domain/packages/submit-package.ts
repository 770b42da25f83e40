import type { Reason } from '#crypto/evidence/evidence.js'
import type { Caller, EvidenceItem, Submission } from '../../contract/wire.js'
import {
  acknowledgementMoments,
  type AcknowledgementTimes,
} from '../clocks/acknowledgement-times.js'
import { Refusal } from '../errors.js'
import { asItem, factsOf, type PackageFacts } from '../evidence/evidence-step.js'
import { findParts } from '../blobs/find-parts.js'
import { groundsForRejection } from './grounds-for-rejection.js'
import { EXPIRY_GRACE_MS } from './expire-package.js'
import { firstJudgement, type NonDeliveryTimes } from './non-delivery-times.js'
import type { KnownAuthorities } from '../directory/known-authorities.js'
import type {
  BlobStore,
  Clock,
  DirectoryStore,
  EvidenceStore,
  Outbox,
  PackageStore,
  StoredPackage,
} from '../ports.js'
import { readSubmission, type VerifiedSubmission } from './read-submission.js'
import { PATIENCE_MS } from '../pending-jobs.js'
import type { RecordEvidence } from '../evidence/record-evidence.js'
import { requirePermission } from '../access/require-permission.js'
import { after, laterOf } from '../timestamp.js'

type Ports = {
  readonly authorities: KnownAuthorities
  readonly directory: Pick<DirectoryStore, 'findCredential'>
  readonly packages: Pick<PackageStore, 'keep' | 'find'>
  readonly blobs: Pick<BlobStore, 'find'>
  readonly outbox: Outbox
  readonly evidence: Pick<EvidenceStore, 'chain'>
  readonly clock: Clock
  readonly record: RecordEvidence
  readonly nonDelivery: NonDeliveryTimes
  readonly acknowledgement: AcknowledgementTimes
}

export type Submitted = {
  /** New A.1, an earlier A.1 or A.2 repeated, or A.2: each is final and signed. */
  readonly outcome: 'accepted' | 'repeated' | 'rejected'
  readonly evidence: EvidenceItem
}
export type SubmitPackage = ReturnType<typeof submitPackage>

/**
 * Takes responsibility for a sealed package, or signs why not.
 *
 * Package and follow-up jobs are durable before A.1, and A.1 before the answer: what is acknowledged
 * cannot be lost, and each step asked for again does nothing twice (docs/adr/0005). A caller that lost
 * the answer simply asks again and gets the same evidence.
 *
 * @throws {@link Refusal} `not-permitted`, `authority-unknown`, `statement-invalid`,
 *   `credential-revoked`: nothing is kept and nothing signed, since nobody vouches for it.
 *   `part-missing`: upload it and submit again. `unavailable`.
 */
export function submitPackage(ports: Ports) {
  const { authorities, packages, blobs, outbox, clock, record, nonDelivery, acknowledgement } =
    ports

  return async (caller: Caller, submission: Submission): Promise<Submitted> => {
    requirePermission(caller, 'submitPackage')
    const at = clock.now()
    const verified = await readSubmission(authorities, caller, submission, at)
    const pkg = asPackage(verified, at)

    const no = await grounds(verified, at)
    if (no.length > 0) return (await earlier(pkg)) ?? reject(pkg, no)
    const parts = await findParts(blobs, verified.header.payload)
    if (parts instanceof Refusal) return (await earlier(pkg)) ?? Promise.reject(parts)
    if (parts !== undefined) return (await earlier(pkg)) ?? reject(pkg, [parts])
    return accept(pkg, verified)
  }

  /** A yes may rest on what was known seconds ago; before a no, the directory is read again. */
  async function grounds(verified: VerifiedSubmission, at: Date): Promise<readonly Reason[]> {
    const first = await groundsForRejection(ports, verified, at, 'recent')
    if (first.length === 0) return first
    const sender = (await authorities.of(verified.sender.authority, 'now')) ?? verified.sender
    return groundsForRejection(ports, { ...verified, sender }, at, 'now')
  }

  /** What was accepted before stays accepted, whatever has changed since. */
  async function earlier(pkg: StoredPackage): Promise<Submitted | undefined> {
    const kept = await packages.find(pkg.package)
    return kept?.digest === pkg.digest ? decide(kept) : undefined
  }

  async function accept(pkg: StoredPackage, verified: VerifiedSubmission): Promise<Submitted> {
    const { notBefore, expires, urgency } = verified.header.payload
    const header = pkg.digest
    const begins = notBefore === null ? pkg.keptAt : laterOf(pkg.keptAt, new Date(notBefore))
    const [kept] = await Promise.all([
      packages.keep(pkg),
      outbox.ask('receipts.consign', { header }, { notBefore: begins, hold: true }),
      outbox.ask(
        'clocks.non-delivery',
        { header },
        { notBefore: firstJudgement(nonDelivery, urgency, begins) },
      ),
      outbox.ask(
        'clocks.acknowledgement',
        { header },
        { notBefore: acknowledgementMoments(acknowledgement, urgency, begins).warned },
      ),
      expires === null
        ? undefined
        : outbox.ask(
            'clocks.expiry',
            { header },
            { notBefore: after(new Date(expires), EXPIRY_GRACE_MS) },
          ),
    ])
    if (kept.digest !== pkg.digest) return reject(pkg, [idReused])
    // The job may have looked for what took so long, and found nothing: it is asked for again, before A.1.
    if (clock.now() > after(pkg.keptAt, PATIENCE_MS / 2)) {
      await outbox.ask('receipts.consign', { header }, { notBefore: begins, hold: true })
    }
    const submitted = await decide(kept)
    if (submitted.outcome === 'accepted' && begins <= pkg.keptAt) {
      outbox.hasten('receipts.consign', { header })
    }
    return submitted
  }

  async function decide(kept: StoredPackage): Promise<Submitted> {
    // Optimistic: a chain that has begun is found out by the attempt to begin it.
    return (await step(factsOf(kept), [])) ?? firstOf(factsOf(kept))
  }

  async function reject(pkg: StoredPackage, reasons: readonly Reason[]): Promise<Submitted> {
    return (await step(factsOf(pkg), reasons)) ?? firstOf(factsOf(pkg))
  }

  async function step(
    facts: PackageFacts,
    reasons: readonly Reason[],
  ): Promise<Submitted | undefined> {
    const code = reasons.length > 0 ? 'A.2' : 'A.1'
    const done = await record(facts, { code, recipient: null, reasons: reasons.slice(0, 8) }, [])
    if (done === undefined) return undefined
    const outcome = code === 'A.2' ? 'rejected' : done.repeated ? 'repeated' : 'accepted'
    return { outcome, evidence: asItem(done.evidence) }
  }

  /** The other decision was first: it stands. */
  async function firstOf(facts: PackageFacts): Promise<Submitted> {
    const first = (await ports.evidence.chain(facts.header))[0]
    if (first === undefined) throw new Refusal('unavailable', 'no decision yet; try again')
    return { outcome: first.code === 'A.2' ? 'rejected' : 'repeated', evidence: asItem(first) }
  }
}

const idReused: Reason = {
  code: 'package-id-reused',
  text: 'this package id belongs to another header',
}

const asPackage = ({ header, submission }: VerifiedSubmission, keptAt: Date): StoredPackage => ({
  package: header.payload.package,
  digest: header.digest,
  sender: header.payload.sender,
  recipients: header.payload.recipients.map(({ authority }) => authority),
  case: header.payload.case,
  urgency: header.payload.urgency,
  header: submission.header,
  credential: submission.credential,
  approvals: submission.approvals,
  envelope: submission.envelope,
  keptAt,
})
