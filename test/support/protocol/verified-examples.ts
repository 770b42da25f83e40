import { verifyAssignment } from '#crypto/assignment/assignment-statement.js'
import { toUtf8 } from '#crypto/bytes/bytes.js'
import { canonicalize } from '#crypto/canonical/canonicalize.js'
import { verifyClock } from '#crypto/clock/verify-clock.js'
import { verifyApplication } from '#crypto/directory/application.js'
import { verifyDecision } from '#crypto/directory/decision.js'
import { entrySealingKey } from '#crypto/directory/entry-key.js'
import { verifyInquiry } from '#crypto/directory/inquiry.js'
import { verifyInvitation } from '#crypto/directory/invitation.js'
import type { OfficerCredential } from '#crypto/directory/officer-credential.js'
import { readTrustList } from '#crypto/directory/trust-list.js'
import type { Actor } from '#crypto/directory/verify-act.js'
import { verifyCredential } from '#crypto/directory/verify-credential.js'
import { verifyEntry } from '#crypto/directory/verify-entry.js'
import { verifyRevocation } from '#crypto/directory/verify-revocation.js'
import { verifySecurityKeyClaim } from '#crypto/directory/verify-security-key-claim.js'
import { verifySuspension } from '#crypto/directory/verify-suspension.js'
import { DowngradeRecord } from '#crypto/downgrade/downgrade-record.js'
import { verifyDowngrade } from '#crypto/downgrade/verify-downgrade.js'
import { openDraftVersion } from '#crypto/drafts/open-draft-version.js'
import { verifyDutyAct } from '#crypto/duty/duty-act-statement.js'
import { verifyRoster } from '#crypto/duty/roster-statement.js'
import { sealEnvelope } from '#crypto/envelope/seal-envelope.js'
import { verifyAbsence } from '#crypto/evidence/verify-absence.js'
import { verifyEvidence } from '#crypto/evidence/verify-evidence.js'
import { verifyReceipt } from '#crypto/evidence/verify-receipt.js'
import type { SigningKey } from '#crypto/keys/key.js'
import { verifyApproval } from '#crypto/package/verify-approvals.js'
import { verifyHeader } from '#crypto/package/verify-header.js'
import { verifyManifest } from '#crypto/package/verify-manifest.js'
import { verifyHold } from '#crypto/retention/legal-hold.js'
import { verifyResealing } from '#crypto/resealing/verify-resealing.js'
import { verifyRetention } from '#crypto/retention/retention-schedule.js'
import { readStatement } from '#crypto/statement/read-statement.js'
import type { StatementType } from '#crypto/statement/types.js'
import {
  verifyHandoff,
  verifyHandoffAct,
  verifyTranslation,
} from '#crypto/translation/verify-handoff.js'
import { NOW } from '#test/support/world/moments.js'
import { exampleKeys } from './example-keys.js'
import { keptExamples } from './kept-examples.js'

/** One kept example of a kind of statement, who signed it, and what verifies it. */
export type VerifiedExample = {
  readonly typ: StatementType
  readonly statement: string
  readonly signer: SigningKey
  /** Another who signs by the same algorithm. */
  readonly stranger: SigningKey
  readonly verify: (statement: string) => Promise<unknown>
}

/** What an officer signed: verified by whoever is said to have acted. */
export type OfficersExample = VerifiedExample & {
  readonly actor: Actor
  /** What the credential says, and the key that vouches for it. */
  readonly claims: OfficerCredential
  readonly credentials: SigningKey
  readonly verifyBy: (statement: string, actor: Actor) => Promise<unknown>
}

/** Every kind of statement, as the worked examples of docs/protocol.md have it. */
export async function verifiedExamples() {
  const examples = keptExamples()
  const keys = exampleKeys()
  const kept = (name: string) => String(examples[name])
  const trust = readTrustList(kept('trust'))
  const entryOf = (name: string, kind: 'authority' | 'relay') =>
    verifyEntry(kept(name), trust, { kind, at: NOW })
  const relay = await entryOf('entry-relay', 'relay')
  const parties = {
    xa: { entry: await entryOf('entry-sender', 'authority'), id: 'xa.moj' },
    xb: { entry: await entryOf('entry-recipient', 'authority'), id: 'xb.pgo' },
  }
  const stranger = await keys.signing('witness')
  const [operator, evidence] = [
    await keys.signing('zz.relay operator'),
    await keys.signing('zz.relay evidence'),
  ]

  type Verify = (statement: string) => Promise<unknown>
  const one = (
    [typ, name]: readonly [StatementType, string],
    [signer, other]: readonly [SigningKey, SigningKey],
    verify: Verify,
  ): VerifiedExample => ({ typ, statement: kept(name), signer, stranger: other, verify })

  const officers = {
    drafter: { name: 'Ana Drafter', credential: 'credential-drafter', ...parties.xa },
    approver: { name: 'Axel Approver', credential: 'credential-approver', ...parties.xa },
    registrar: { name: 'Berta Registrar', credential: 'credential-registrar', ...parties.xb },
    duty: { name: 'Boris Duty', credential: 'credential-duty', ...parties.xb },
    translator: { name: 'Tariq Translator', credential: 'credential-translator', ...parties.xb },
  }
  async function act(
    [typ, name]: readonly [StatementType, string],
    who: keyof typeof officers,
    verifyBy: OfficersExample['verifyBy'],
  ): Promise<OfficersExample> {
    const { name: signerName, credential, entry, id } = officers[who]
    const actor = { credential: kept(credential), entry, at: NOW, revocations: [] }
    const signer = await keys.signing(signerName)
    return {
      ...one([typ, name], [signer, stranger], (statement) => verifyBy(statement, actor)),
      actor,
      verifyBy,
      credentials: await keys.signing(`${id} credentials`),
      claims: (await readStatement(actor.credential)).payload as OfficerCredential,
    }
  }

  const drafter = { credential: kept('credential-drafter'), entry: parties.xa.entry, at: NOW }
  const header = await verifyHeader(kept('header'), drafter)
  const ana = (await readStatement(drafter.credential)).payload as OfficerCredential
  const record = DowngradeRecord.parse(examples['downgrade-record'])
  const [released] = record.redactions.documents
  const envelopes = await keys.opening('xa.moj envelopes')

  async function openDraft(statement: string, { credential, entry, revocations = [] }: Actor) {
    const container = {
      format: 'rogatory-draft',
      version: 1,
      statement,
      credential,
      prepared: null,
    }
    const sealedTo = [await entrySealingKey(parties.xa.entry, NOW)]
    const sealed = await sealEnvelope(toUtf8(canonicalize(container)), sealedTo)
    return openDraftVersion(sealed, { keys: [envelopes], entries: [entry], revocations })
  }

  const identities = [
    await keys.identity('xa.moj identity'),
    await keys.identity('xb.pgo identity'),
  ] as const
  const byOperator = [operator, evidence] as const
  const byRelay = [evidence, operator] as const
  const byCredentials = [
    await keys.signing('xa.moj credentials'),
    await keys.signing('xb.pgo credentials'),
  ] as const

  return {
    others: [
      one(['rogatory-entry', 'entry-sender'], identities, (s) =>
        verifyEntry(s, trust, { kind: 'authority', at: NOW }),
      ),
      one(
        ['rogatory-application', 'application'],
        [await keys.identity('xc.moj identity'), identities[0]],
        (s) => verifyApplication(s, trust, NOW),
      ),
      one(['rogatory-officer', 'credential-drafter'], byCredentials, (s) =>
        verifyCredential(s, parties.xa.entry, NOW),
      ),
      one(['rogatory-revocation', 'revocation'], byCredentials, (s) =>
        verifyRevocation(s, parties.xa.entry),
      ),
      one(['rogatory-manifest', 'manifest'], [await keys.signing('Ana Drafter'), stranger], (s) =>
        keys.signing('Ana Drafter').then((key) => verifyManifest(s, { header, key })),
      ),
      one(
        ['rogatory-security-key', 'security-key'],
        [await keys.signing('Ana Drafter'), stranger],
        (s) => verifySecurityKeyClaim(s, (kid) => (kid === ana.kid ? ana : undefined)),
      ),
      one(['rogatory-evidence', 'evidence-c3'], byRelay, (s) => verifyEvidence(s, relay)),
      one(['rogatory-absence', 'absence'], byRelay, (s) => verifyAbsence(s, relay)),
      one(['rogatory-suspension', 'suspension'], byOperator, (s) => verifySuspension(s, relay)),
      one(['rogatory-invitation', 'invitation'], byOperator, (s) => verifyInvitation(s, relay)),
      one(['rogatory-inquiry', 'inquiry'], byOperator, (s) => verifyInquiry(s, relay)),
      one(['rogatory-decision', 'decision'], byOperator, (s) => verifyDecision(s, relay)),
      one(['rogatory-retention', 'retention-schedule'], byOperator, (s) =>
        verifyRetention(s, relay),
      ),
      one(['rogatory-hold', 'legal-hold'], byOperator, (s) => verifyHold(s, relay)),
    ],
    acts: await Promise.all([
      act(['rogatory-header', 'header'], 'drafter', verifyHeader),
      act(['rogatory-approval', 'approval'], 'approver', (statement, { credential, ...by }) =>
        verifyApproval({ statement, credential }, header, by),
      ),
      act(['rogatory-draft', 'draft'], 'drafter', openDraft),
      act(['rogatory-receipt', 'receipt'], 'registrar', (s, by) =>
        verifyReceipt(s, { ...by, header }),
      ),
      act(['rogatory-resealing', 'resealing'], 'registrar', (s, by) =>
        verifyResealing(s, { ...by, header }),
      ),
      act(['rogatory-clock', 'clock'], 'registrar', verifyClock),
      act(['rogatory-roster', 'roster'], 'duty', verifyRoster),
      act(['rogatory-duty', 'duty-act'], 'duty', verifyDutyAct),
      act(['rogatory-assignment', 'assignment'], 'registrar', verifyAssignment),
      act(['rogatory-handoff', 'handoff'], 'registrar', verifyHandoff),
      act(['rogatory-handoff-act', 'handoff-act'], 'translator', verifyHandoffAct),
      act(['rogatory-translation', 'translation'], 'translator', verifyTranslation),
      act(['rogatory-downgrade', 'downgrade'], 'drafter', (downgrade, { credential, ...by }) =>
        verifyDowngrade(
          { ...record, downgrade, credential: credential as string },
          [released?.released ?? ''],
          by,
        ),
      ),
    ]),
  }
}
