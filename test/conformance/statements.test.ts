import { expect } from 'chai'
import { SecurityKeyAssertion } from '#crypto/access/security-key-assertion.js'
import { fromBase64Url, fromUtf8 } from '#crypto/bytes/bytes.js'
import { Assignment } from '#crypto/assignment/assignment.js'
import { canonicalize } from '#crypto/canonical/canonicalize.js'
import { ClockRequest } from '#crypto/clock/clock-request.js'
import { Application } from '#crypto/directory/application.js'
import { Decision } from '#crypto/directory/decision.js'
import { Inquiry } from '#crypto/directory/inquiry.js'
import { Invitation } from '#crypto/directory/invitation.js'
import { Absence } from '#crypto/evidence/absence.js'
import { DutyAct } from '#crypto/duty/duty-act.js'
import { Downgrade } from '#crypto/downgrade/downgrade.js'
import { DowngradeRecord } from '#crypto/downgrade/downgrade-record.js'
import { Redactions } from '#crypto/downgrade/redactions.js'
import { DutyRoster, DutyShift } from '#crypto/duty/duty-roster.js'
import { Approval } from '#crypto/package/approval.js'
import { DirectoryEntry, EntryKey } from '#crypto/directory/entry.js'
import {
  directoryEvents,
  handoffEvents,
  packageEvents,
  reasonCodes,
} from '#crypto/evidence/event.js'
import {
  DirectoryEvidence,
  Evidence,
  HandoffEvidence,
  PackageEvidence,
} from '#crypto/evidence/evidence.js'
import { DraftContent, DraftDocument, DraftVersion } from '#crypto/drafts/draft-version.js'
import { Header } from '#crypto/package/header.js'
import { Manifest, ManifestPart } from '#crypto/package/manifest.js'
import { OfficerCredential } from '#crypto/directory/officer-credential.js'
import { Receipt } from '#crypto/evidence/receipt.js'
import { Revocation, Suspension } from '#crypto/directory/revocation.js'
import { SecurityKey } from '#crypto/directory/security-key.js'
import { SecurityKeyClaim } from '#crypto/directory/security-key-claim.js'
import { ProofBundle } from '#crypto/proof/bundle.js'
import { readStatement } from '#crypto/statement/read-statement.js'
import { STATEMENT_TYPES } from '#crypto/statement/types.js'
import { CertifiedTranslation } from '#crypto/translation/certified-translation.js'
import { Handoff } from '#crypto/translation/handoff.js'
import { HandoffAct } from '#crypto/translation/handoff-act.js'
import { HandoffContent } from '#crypto/translation/handoff-content.js'
import { LegalHold } from '#crypto/retention/legal-hold.js'
import { Resealing } from '#crypto/resealing/resealing.js'
import { RetentionSchedule } from '#crypto/retention/retention-schedule.js'
import { readExamples, readPage } from '#test/support/protocol/page.js'

const SCHEMAS = {
  'rogatory-absence': Absence,
  'rogatory-approval': Approval,
  'rogatory-assignment': Assignment,
  'rogatory-draft': DraftVersion,
  'rogatory-entry': DirectoryEntry,
  'rogatory-evidence': Evidence,
  'rogatory-header': Header,
  'rogatory-manifest': Manifest,
  'rogatory-officer': OfficerCredential,
  'rogatory-security-key': SecurityKeyClaim,
  'rogatory-receipt': Receipt,
  'rogatory-revocation': Revocation,
  'rogatory-suspension': Suspension,
  'rogatory-invitation': Invitation,
  'rogatory-application': Application,
  'rogatory-decision': Decision,
  'rogatory-inquiry': Inquiry,
  'rogatory-clock': ClockRequest,
  'rogatory-roster': DutyRoster,
  'rogatory-handoff': Handoff,
  'rogatory-handoff-act': HandoffAct,
  'rogatory-translation': CertifiedTranslation,
  'rogatory-duty': DutyAct,
  'rogatory-downgrade': Downgrade,
  'rogatory-retention': RetentionSchedule,
  'rogatory-hold': LegalHold,
  'rogatory-resealing': Resealing,
}

describe('docs/protocol.md: statements', () => {
  const page = readExamples()
  const digests = page.json('digests') as Record<string, string>

  it('has an example of every kind', async () => {
    const types = Object.keys(digests).map(
      async (name) => (await readStatement(page.text(name))).typ,
    )
    expect(new Set(await Promise.all(types))).to.deep.equal(new Set(STATEMENT_TYPES))
  })

  for (const [name, digest] of Object.entries(digests)) {
    it(`shows a ${name} that is one, canonical, with its digest`, async () => {
      const statement = page.text(name)
      const read = await readStatement(statement)
      expect(read.digest).to.equal(digest)
      expect(SCHEMAS[read.typ].safeParse(read.payload).success).to.equal(true)
      for (const part of statement.split('.').slice(0, 2)) {
        const text = fromUtf8(fromBase64Url(part))
        expect(canonicalize(JSON.parse(text))).to.equal(text)
      }
    })
  }

  for (const name of page.names.filter((one) => /\.(header|payload)$/.test(one))) {
    it(`shows ${name} as it is encoded`, () => {
      const [statement = '', part] = name.split('.')
      const [header = '', payload = ''] = page.text(statement).split('.')
      const encoded = fromUtf8(fromBase64Url(part === 'header' ? header : payload))
      expect(JSON.parse(encoded)).to.deep.equal(page.json(name))
    })
  }

  it('shows every kind of statement decoded', () => {
    const decoded = page.names
      .filter((name) => name.endsWith('.payload'))
      .map((name) => {
        const [statement = ''] = name.split('.')
        return (
          JSON.parse(fromUtf8(fromBase64Url(page.text(statement).split('.')[0] ?? ''))) as {
            typ: string
          }
        ).typ
      })
    expect(decoded).to.include.members([...STATEMENT_TYPES])
  })

  const sections: readonly (readonly [string, Record<string, unknown>])[] = [
    ['4.3', DirectoryEntry.shape],
    ['4.3', EntryKey.shape],
    ['4.4', OfficerCredential.shape],
    ['4.4', SecurityKey.shape],
    ['4.4.1', SecurityKeyClaim.shape],
    ['10', SecurityKeyAssertion.shape],
    ['4.5', Revocation.shape],
    ['4.5', Suspension.shape],
    ['4.10', RetentionSchedule.shape],
    ['4.10', LegalHold.shape],
    ['4.8', Invitation.shape],
    ['4.8', Application.shape],
    ['4.8', Inquiry.shape],
    ['4.9', DutyRoster.shape],
    ['4.9', DutyShift.shape],
    ['6.7', DutyAct.shape],
    ['6.8', Assignment.shape],
    ['5.2', Manifest.shape],
    ['5.2', ManifestPart.shape],
    ['5.4', Header.shape],
    ['5.5', Approval.shape],
    ['5.7', DraftVersion.shape],
    ['5.7', DraftContent.shape],
    ['5.7', DraftDocument.shape],
    ['5.8', Handoff.shape],
    ['5.8', HandoffContent.shape],
    ...HandoffAct.options.map(({ shape }) => ['5.9', shape] as const),
    ['5.10', CertifiedTranslation.shape],
    ['5.11', Downgrade.shape],
    ['5.11', Redactions.shape],
    ['5.11', DowngradeRecord.shape],
    ['5.12', Resealing.shape],
    ['6.1', PackageEvidence.shape],
    ['6.2', DirectoryEvidence.shape],
    ['6.3', Receipt.shape],
    ['6.4', Absence.shape],
    ['6.6', HandoffEvidence.shape],
    ['8', ProofBundle.shape],
  ]
  for (const [number, shape] of sections) {
    it(`names every member that the code reads, in section ${number}`, () => {
      const section = sectionOf(readPage(), number)
      const named = (member: string) => new RegExp(`\`[^\`]*\\b${member}\\b[^\`]*\``).test(section)
      const missing = Object.keys(shape).filter((member) => !named(member))
      expect(missing).to.deep.equal([])
    })
  }

  it('names every event and every reason code', () => {
    const section = sectionOf(readPage(), '6')
    const events = { ...packageEvents, ...directoryEvents, ...handoffEvents }
    const names = Object.values(events).map((uri) => /[^/:]+$/.exec(uri)?.[0] ?? uri)
    const codes = [...Object.keys(events), ...reasonCodes]
    expect([...names, ...codes].filter((name) => !section.includes(name))).to.deep.equal([])
  })
})

/** The prose of a section: what stands in backticks or in tables, without the examples. */
function sectionOf(page: string, number: string): string {
  const prose = page.replace(/^```[^]*?^```$/gm, '')
  const from = prose.search(new RegExp(`^##+ ${number.replace('.', '\\.')}\\.? `, 'm'))
  const rest = prose.slice(from + 1)
  const level = number.includes('.') ? /^##/m : /^## /m
  return rest.slice(0, rest.slice(2).search(level))
}
