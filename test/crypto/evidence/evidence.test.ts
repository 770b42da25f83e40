import { expect } from 'chai'
import fc from 'fast-check'
import { digestOf } from '#crypto/bytes/sha256.js'
import type { PackageEvidence } from '#crypto/evidence/evidence.js'
import { issueEvidence } from '#crypto/evidence/issue-evidence.js'
import { verifyEvidence } from '#crypto/evidence/verify-evidence.js'
import { signStatement } from '#crypto/statement/sign-statement.js'
import { codeOf } from '#test/support/code-of.js'
import { flipText } from '#test/support/flip-text.js'
import { after, END, NOW } from '#test/support/world/moments.js'
import { historyOf } from '#test/support/world/sample-history.js'
import { samplePackage } from '#test/support/world/sample-package.js'
import { type World, world } from '#test/support/world/world.js'

describe('evidence', () => {
  let w: World
  let header: string
  let accepted: string
  before(async () => {
    w = await world()
    header = (await samplePackage()).header
    accepted = (await historyOf(header, [{ code: 'A.1' }]))[0] ?? ''
  })
  const codeFor = (statement: string, entry = w.relay.entry) =>
    codeOf(() => verifyEvidence(statement, entry))
  const issue = async (lie: Partial<PackageEvidence>) =>
    (await historyOf(header, [{ code: 'A.1', lie }]))[0] ?? ''

  it('names its event by the URI of ETSI EN 319 522', async () => {
    const { payload } = await verifyEvidence(accepted, w.relay.entry)
    expect(payload).to.include({
      code: 'A.1',
      event: 'http://uri.etsi.org/19522/Event/SubmissionAcceptance',
      policy: 'urn:rogatory:policy:evidence:1',
    })
  })

  it('about the directory is verified alike', async () => {
    const claims = { about: 'directory', code: 'X.1', time: NOW.toISOString() } as const
    const rest = { issuer: w.relay.id, authority: w.xa.id, subject: w.xa.entry.digest }
    const statement = await issueEvidence({ ...claims, ...rest }, w.relay.evidenceKey)
    const { payload } = await verifyEvidence(statement, w.relay.entry)
    expect(payload.event).to.equal('urn:rogatory:event:EntryAccepted')
  })

  it('is refused from another relay', async () => {
    const payload = { ...w.relay.claims, authority: w.xc.id }
    expect(await codeFor(accepted, { ...w.relay.entry, payload })).to.equal('evidence/issuer')
    expect(await codeFor(accepted, w.xa.entry)).to.equal('evidence/issuer')
    expect(await codeFor(await issue({ issuer: w.xc.id }))).to.equal('evidence/issuer')
  })

  it('is refused from a key of the relay that is for something else, or of anybody else', async () => {
    const { payload } = await verifyEvidence(accepted, w.relay.entry)
    for (const key of [w.relay.logKey, w.relay.operatorKey, w.drafter.key]) {
      const forged = await signStatement({ typ: 'rogatory-evidence', payload, key })
      expect(await codeFor(forged)).to.equal('directory/key')
    }
  })

  it('is refused when its key was not in force at the time it states', async () => {
    const time = after(END, 1).toISOString()
    expect(await codeFor(await issue({ time }))).to.equal('directory/key')
  })

  it('is refused when it is another kind of statement', async () => {
    expect(await codeFor(w.drafter.credential)).to.equal('evidence/malformed')
    const payload = (await verifyEvidence(accepted, w.relay.entry)).payload
    const receipt = { typ: 'rogatory-receipt', payload, key: w.relay.evidenceKey } as const
    expect(await codeFor(await signStatement(receipt))).to.equal('statement/type')
  })

  for (const [what, lie] of [
    ['a negative event without reasons', { code: 'A.2' }],
    ['a delivery to nobody', { code: 'D.1' }],
    ['a submission that concerns one recipient', { recipient: 'xb.pgo' }],
    ['a first piece with a predecessor', { previous: '0'.repeat(64) }],
    ['a later piece without one', { sequence: 1 }],
    ['an event before the submission', { time: NOW.toISOString() }],
    ['a time with other digits', { time: '2026-03-01T09:00:01Z' }],
    ['a day that does not exist', { time: '2026-02-30T09:00:01.000Z' }],
  ] as [string, Partial<PackageEvidence>][]) {
    it(`is never issued of ${what}`, async () => {
      expect(await codeOf(() => issue(lie))).to.equal('evidence/malformed')
    })
  }

  it('is refused with the URI of another event, or a member that nobody knows', async () => {
    const { payload } = await verifyEvidence(accepted, w.relay.entry)
    const event = 'http://uri.etsi.org/19522/Event/ContentHandover'
    for (const lie of [{ event }, { more: 1 }, { policy: 'urn:rogatory:policy:evidence:2' }]) {
      const claims = { typ: 'rogatory-evidence', payload: { ...payload, ...lie } } as const
      const forged = await signStatement({ ...claims, key: w.relay.evidenceKey })
      expect(await codeFor(forged)).to.equal('evidence/malformed')
    }
  })

  it('is bound to the header by its digest', async () => {
    const { payload } = await verifyEvidence(accepted, w.relay.entry)
    expect(payload).to.have.property('header', await digestOf(header))
  })

  it('is refused with any bit turned', () =>
    fc.assert(
      fc.asyncProperty(fc.nat(), async (bit) => {
        expect(await codeFor(flipText(accepted, bit))).to.match(/^(statement|evidence|directory)\//)
      }),
      { numRuns: 200 },
    ))
})
