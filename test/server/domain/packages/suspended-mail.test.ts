import { expect } from 'chai'
import { Evidence } from '#crypto/evidence/evidence.js'
import { signSuspension } from '#crypto/directory/sign-suspension.js'
import type { AuthorityId } from '#crypto/fields/fields.js'
import { readStatement } from '#crypto/statement/read-statement.js'
import { callerOf, type FakeRelay, fakeRelay, steps } from '#test/support/fake-relay.js'
import { type SampleSubmission, sampleSubmission } from '#test/support/sample-submission.js'
import { after } from '#test/support/world/moments.js'

describe('mail in flight when an authority is suspended', () => {
  let relay: FakeRelay
  let sample: SampleSubmission
  beforeEach(async () => {
    relay = await fakeRelay()
    sample = await sampleSubmission(relay, { recipients: [relay.xb, relay.xc] })
    await relay.submit(callerOf(relay.drafter), sample.submission)
  })
  async function declare(authority: AuthorityId, standing: 'suspended' | 'lifted') {
    relay.setClock(after(relay.clock.now(), 1))
    const now = relay.clock.now().toISOString()
    const claims = { authority, standing, since: now, declared: now, reason: 'Inquiry' }
    const suspension = await signSuspension(claims, relay.operatorKey)
    await relay.publishSuspension({ suspension })
  }
  const chain = () => steps(relay, sample.submission.header)
  async function reasons() {
    const kept = await relay.evidence.chain(sample.header)
    const payloads = await Promise.all(
      kept.map(async ({ statement }) => Evidence.parse((await readStatement(statement)).payload)),
    )
    return payloads.flatMap((payload) =>
      payload.about === 'package' ? payload.reasons.map(({ code }) => code) : [],
    )
  }

  it('is told apart by recipient, with a coded reason, and goes on once it is lifted', async () => {
    await declare(relay.xb.id, 'suspended')
    await relay.consign(sample)
    await relay.consign(sample)
    expect(await chain()).to.deep.equal(['A.1', 'D.2/xb.pgo', 'D.1/xc.court'])
    expect(await reasons()).to.deep.equal(['recipient-suspended'])
    expect(relay.jobs.at(-1)).to.deep.equal({
      name: 'receipts.consign',
      payload: { header: sample.header },
      notBefore: after(relay.clock.now(), 60),
    })
    await declare(relay.xb.id, 'lifted')
    await relay.consign(sample)
    expect(await chain()).to.deep.equal(['A.1', 'D.2/xb.pgo', 'D.1/xc.court', 'D.1/xb.pgo'])
  })

  it('reaches nobody when it is the sender, until that is lifted', async () => {
    await declare(relay.xa.id, 'suspended')
    await relay.consign(sample)
    expect(await chain()).to.deep.equal(['A.1', 'D.2/xb.pgo', 'D.2/xc.court'])
    expect(await reasons()).to.deep.equal(['sender-suspended', 'sender-suspended'])
    await declare(relay.xa.id, 'lifted')
    await relay.consign(sample)
    expect((await chain()).slice(3)).to.deep.equal(['D.1/xb.pgo', 'D.1/xc.court'])
  })

  it('stays consigned when it was before, and asks for nothing more', async () => {
    await relay.consign(sample)
    const asked = relay.jobs.length
    await declare(relay.xb.id, 'suspended')
    await relay.consign(sample)
    expect(await chain()).to.deep.equal(['A.1', 'D.1/xb.pgo', 'D.1/xc.court'])
    expect(relay.jobs).to.have.length(asked)
  })
})
