import { submitPackage } from '#server/domain/packages/submit-package.js'
import { expect } from 'chai'
import { verifyEvidence } from '#crypto/evidence/verify-evidence.js'
import {
  acknowledgement,
  callerOf,
  type FakeRelay,
  fakeRelay,
  nonDelivery,
  steps,
} from '#test/support/fake-relay.js'
import { rejection } from '#test/support/rejection.js'
import { type SampleSubmission, sampleSubmission } from '#test/support/sample-submission.js'
import { after, NOW } from '#test/support/world/moments.js'

describe('submitting a package', () => {
  let relay: FakeRelay
  let sample: SampleSubmission
  const submit = ({ submission }: SampleSubmission = sample) =>
    relay.submit(callerOf(relay.drafter), submission)

  beforeEach(async () => {
    relay = await fakeRelay()
    sample = await sampleSubmission(relay)
  })

  it('answers only after package, follow-up and evidence are durable', async () => {
    await submit()
    expect(relay.trace).to.deep.equal([
      'packages.keep',
      'outbox.ask receipts.consign',
      'outbox.ask clocks.non-delivery',
      'outbox.ask clocks.acknowledgement',
      'evidence.keep A.1',
      'announce A.1 to xa.moj',
      'outbox.hasten receipts.consign',
    ])
  })

  it('asks for consignment once more, before A.1, where keeping took so long that a job found nothing', async () => {
    const note = relay.trace.push.bind(relay.trace)
    relay.trace.push = (...lines) => {
      if (lines.includes('packages.keep')) relay.setClock(after(NOW, 6))
      return note(...lines)
    }
    await submit()
    expect(relay.trace.slice(-4)).to.deep.equal([
      'outbox.ask receipts.consign',
      'evidence.keep A.1',
      'announce A.1 to xa.moj',
      'outbox.hasten receipts.consign',
    ])
  })

  it('signs A.1 about this header, under its own entry', async () => {
    const { outcome, evidence } = await submit()
    expect(outcome).to.equal('accepted')
    const { payload } = await verifyEvidence(evidence.statement, relay.identity.entry)
    expect(payload).to.deep.include({
      about: 'package',
      code: 'A.1',
      package: sample.draft.package,
      header: sample.header,
      sender: relay.xa.id,
      sequence: 0,
      previous: null,
      time: NOW.toISOString(),
      submitted: NOW.toISOString(),
    })
  })

  it('answers the same submission with the same evidence', async () => {
    const first = await submit()
    relay.setClock(after(NOW, 3600))
    const again = await submit()
    expect(again).to.deep.equal({ outcome: 'repeated', evidence: first.evidence })
    expect(relay.state.packages).to.have.length(1)
    expect(relay.trace.filter((line) => line.startsWith('announce'))).to.have.length(1)
  })

  it('is accepted once when submitted twice at once', async () => {
    const [one, two] = await Promise.all([submit(), submit()])
    expect(one.evidence.digest).to.equal(two.evidence.digest)
    expect(await steps(relay, sample.submission.header)).to.deep.equal(['A.1'])
    expect(relay.state.packages).to.have.length(1)
  })

  it('is accepted once when submitted fifty times at once', async () => {
    const all = await Promise.all(Array.from({ length: 50 }, () => submit()))
    expect(new Set(all.map(({ evidence }) => evidence.digest)).size).to.equal(1)
    expect(await steps(relay, sample.submission.header)).to.deep.equal(['A.1'])
  })

  it('still says yes when the parts were cleared away since', async () => {
    const { evidence } = await submit()
    const other = await fakeRelay()
    other.state.packages.push(...relay.state.packages)
    other.state.evidence.push(...relay.state.evidence)
    other.setClock(after(NOW, 1))
    const again = await other.submit(callerOf(relay.drafter), sample.submission)
    expect(again).to.deep.equal({ outcome: 'repeated', evidence })
  })

  it('asks for expiry after the last moment, and for consignment at notBefore', async () => {
    const notBefore = after(NOW, 600)
    const expires = after(NOW, 3600)
    await submit(await sampleSubmission(relay, { notBefore, expires, urgency: 'urgent' }))
    const due = Object.fromEntries(relay.jobs.map((job) => [job.name, job.notBefore]))
    expect(due).to.deep.equal({
      'receipts.consign': notBefore,
      'clocks.expiry': after(expires, 10),
      'clocks.non-delivery': after(notBefore, nonDelivery.urgentProvisionalMs / 1000 + 10),
      'clocks.acknowledgement': after(notBefore, (acknowledgement.urgentMs / 1000) * 0.75),
    })
    expect(relay.trace).to.not.include('outbox.hasten receipts.consign')
  })

  it('keeps nothing while a part is missing, and accepts once it is there', async () => {
    const lacking = await sampleSubmission(relay, { withoutParts: true })
    const refusal = await rejection(submit(lacking))
    expect(refusal).to.include({ name: 'Refusal', code: 'part-missing' })
    expect(relay.trace).to.deep.equal([])
    for (const { manifest, sealed } of lacking.parts) {
      const { package: id } = lacking.draft
      const key = { sender: relay.xa.id, package: id, part: manifest.part, digest: sealed.digest }
      relay.upload(key, sealed.length)
    }
    expect(await submit(lacking)).to.include({ outcome: 'accepted' })
  })

  it('does not sign A.1 when the package cannot be kept', async () => {
    const keep = () => Promise.reject(new Error('gone'))
    const broken = submitPackage({ ...relay, packages: { ...relay.packages, keep } })
    await rejection(broken(callerOf(relay.drafter), sample.submission))
    expect(relay.trace.filter((line) => !line.startsWith('outbox'))).to.deep.equal([])
  })
})
