import { expect } from 'chai'
import { isAboutPackage, verifyEvidence } from '#crypto/evidence/verify-evidence.js'
import { verifyEvidenceChain } from '#crypto/evidence/verify-evidence-chain.js'
import { readStatement } from '#crypto/statement/read-statement.js'
import { callerOf, type FakeRelay, fakeRelay } from '#test/support/fake-relay.js'
import { retained } from '#test/support/retained.js'
import { sampleReceipt } from '#test/support/sample-submission.js'
import { after, NOW } from '#test/support/world/moments.js'

const DAY = 24 * 3600

describe('retention', () => {
  let relay: FakeRelay
  let on: ReturnType<typeof retained>
  beforeEach(async () => {
    relay = await fakeRelay()
    on = retained(relay)
  })

  it('deletes nothing without a schedule, however old', async () => {
    const sample = await on.accepted()
    relay.setClock(after(NOW, 90 * 365 * DAY))
    expect(await relay.deleteContents()).to.equal(0)
    expect(await on.partsLeft(sample)).to.equal(2)
  })

  it('deletes envelope and parts after the days of the class, and certifies it', async () => {
    const sample = await on.accepted()
    const rule = await on.schedule({ routine: 30 })
    relay.setClock(after(NOW, 30 * DAY - 1))
    expect(await relay.deleteContents()).to.equal(0)
    expect(await on.open(sample)).to.equal('nothing was refused')
    relay.setClock(after(NOW, 30 * DAY))
    relay.trace.length = 0
    expect(await relay.deleteContents()).to.equal(1)
    expect(relay.trace).to.deep.equal([
      ...['deletions.intend', 'deletions.begin', 'packages.removeEnvelope'],
      ...['blobs.remove', 'blobs.remove', 'evidence.keep R.1'],
      ...['announce R.1 to xa.moj xb.pgo', 'deletions.done'],
    ])
    expect(await on.chain(sample)).to.deep.equal(['A.1', 'D.1/xb.pgo', 'C.3/xb.pgo', 'R.1'])
    expect(await on.partsLeft(sample)).to.equal(0)
    expect((await relay.packages.find(sample.draft.package))?.envelope).to.equal('')
    expect(await on.open(sample)).to.equal('content-deleted')
    expect(await relay.deleteContents()).to.equal(0)

    const certificate = (await relay.evidence.chain(sample.header)).at(-1)
    const { payload } = await verifyEvidence(certificate?.statement ?? '', relay.identity.entry)
    const subject = ((await readStatement(rule.statement)).payload as { subject: string }).subject
    expect(payload).to.deep.include({
      code: 'R.1',
      event: 'urn:rogatory:event:ContentDeleted',
      recipient: null,
      subject,
      reasons: [
        {
          code: 'retention-ended',
          text: `routine: 30 days since ${NOW.toISOString()}, by version 1 of the schedule`,
        },
      ],
    })
  })

  it('leaves all that was proved as it is, and lets late evidence follow', async () => {
    const sample = await on.submitted({ recipients: [relay.xb, relay.xc] })
    await relay.consign(sample)
    await on.schedule({ undecided: 10 })
    relay.setClock(after(NOW, 11 * DAY))
    expect(await relay.deleteContents()).to.equal(1)
    const { package: id } = sample.draft
    // It had been opened before: its receipt still counts.
    await relay.acknowledge(callerOf(relay.registrar), id, await sampleReceipt(relay, sample))
    const record = await relay.read(callerOf(relay.registrar), id)
    const verified = await Promise.all(
      (await relay.evidence.chain(sample.header)).map(({ statement }) =>
        verifyEvidence(statement, relay.identity.entry),
      ),
    )
    const whole = verifyEvidenceChain(verified.filter(isAboutPackage)).map(({ code }) => code)
    expect(whole).to.deep.equal(['A.1', 'D.1', 'D.1', 'R.1', 'C.3'])
    expect(record.evidence).to.have.length(4)
    expect(record.receipts).to.have.length(1)
    const again = await relay.submit(callerOf(relay.drafter), sample.submission)
    expect(again.outcome).to.equal('repeated')
  })
})
