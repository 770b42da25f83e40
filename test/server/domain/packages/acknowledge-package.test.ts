import { expect } from 'chai'
import { verifyEvidence } from '#crypto/evidence/verify-evidence.js'
import type { Receipt } from '#crypto/evidence/receipt.js'
import { PackageId } from '#crypto/fields/fields.js'
import { uuidV7 } from '#crypto/bytes/uuid-v7.js'
import { digestOf } from '#crypto/bytes/sha256.js'
import { signRevocation } from '#crypto/directory/sign-revocation.js'
import { callerOf, type FakeRelay, fakeRelay, steps } from '#test/support/fake-relay.js'
import { rejection } from '#test/support/rejection.js'
import {
  type SampleSubmission,
  sampleReceipt,
  sampleSubmission,
} from '#test/support/sample-submission.js'
import { NOW } from '#test/support/world/moments.js'

describe('acknowledging a package', () => {
  let relay: FakeRelay
  let sample: SampleSubmission
  beforeEach(async () => {
    relay = await fakeRelay()
    sample = await sampleSubmission(relay)
    await relay.submit(callerOf(relay.drafter), sample.submission)
    await relay.consign(sample)
    relay.trace.length = 0
  })
  const acknowledge = async (changes: Partial<Receipt> = {}, caller = callerOf(relay.registrar)) =>
    relay.acknowledge(caller, sample.draft.package, await sampleReceipt(relay, sample, changes))
  const refused = async (changes: Partial<Receipt>, caller?: ReturnType<typeof callerOf>) => {
    const reason = await rejection(acknowledge(changes, caller))
    expect(relay.trace).to.deep.equal([])
    return reason
  }

  it('keeps the receipt first, then states it to both sides', async () => {
    await acknowledge()
    expect(relay.trace).to.deep.equal([
      'receipts.keep',
      'evidence.keep C.3/xb.pgo',
      'announce C.3 to xa.moj xb.pgo',
    ])
  })

  it('names the receipt in the evidence', async () => {
    const item = await sampleReceipt(relay, sample)
    const { statement } = await relay.acknowledge(
      callerOf(relay.registrar),
      sample.draft.package,
      item,
    )
    const { payload } = await verifyEvidence(statement, relay.identity.entry)
    expect(payload).to.include({ code: 'C.3', subject: await digestOf(item.receipt) })
  })

  it('answers the same receipt with the same evidence', async () => {
    const first = await acknowledge()
    expect(await acknowledge()).to.deep.equal(first)
    expect(await steps(relay, sample.submission.header)).to.have.length(3)
  })

  it('states a rejection as C.4, with its reason in the receipt only', async () => {
    const { statement } = await acknowledge({ outcome: 'rejected', reason: 'Not for us' })
    const { payload } = await verifyEvidence(statement, relay.identity.entry)
    expect(payload).to.include({ code: 'C.4' })
    expect(JSON.stringify(payload)).to.not.include('Not for us')
  })

  it('lets the first receipt of an authority count', async () => {
    await acknowledge()
    const other = await rejection(acknowledge({ outcome: 'rejected', reason: 'Changed our minds' }))
    expect(other).to.include({ code: 'receipt-conflict' })
    expect((await steps(relay, sample.submission.header)).at(-1)).to.equal('C.3/xb.pgo')
  })

  it('takes one of two receipts that differ and come at once', async () => {
    const results = await Promise.allSettled([
      acknowledge(),
      acknowledge({ outcome: 'rejected', reason: 'No' }),
    ])
    expect(results.map(({ status }) => status).sort()).to.deep.equal(['fulfilled', 'rejected'])
    expect(await steps(relay, sample.submission.header)).to.have.length(3)
  })

  it('refuses a receipt about another package or other parts', async () => {
    const mismatches: Partial<Receipt>[] = [
      { package: PackageId.parse(uuidV7(NOW)) },
      { header: 'f'.repeat(64) },
      { parts: [] },
      { recipient: relay.xc.id },
      { recipient: relay.xa.id },
    ]
    for (const changes of mismatches) {
      expect(await refused(changes)).to.include({ code: 'receipt-mismatch' })
    }
  })

  it('refuses a receipt that was changed, and one that is somebody else’s', async () => {
    const { receipt, credential } = await sampleReceipt(relay, sample)
    const forged = `${receipt.slice(0, -10)}${receipt.at(-10) === 'A' ? 'B' : 'A'}${receipt.slice(-9)}`
    for (const item of [
      { receipt: forged, credential },
      { receipt: credential, credential: receipt },
      { receipt, credential: relay.drafter.credential },
    ]) {
      const caller = callerOf(relay.registrar)
      const reason = await rejection(relay.acknowledge(caller, sample.draft.package, item))
      expect(reason).to.include({ code: 'statement-invalid' })
    }
    expect(relay.trace).to.deep.equal([])
  })

  it('refuses one by a revoked key', async () => {
    const { authority, kid } = relay.registrar.claims
    const moment = NOW.toISOString()
    const claims = { authority, kid, since: moment, declared: moment, reason: 'left' as const }
    const revocation = await signRevocation(claims, relay.xb.credentialsKey)
    await relay.publishRevocation({ revocation })
    relay.trace.length = 0
    expect(await refused({})).to.include({ code: 'credential-revoked' })
  })

  it('refuses a role that acknowledges nothing, of the caller and of the signer', async () => {
    const roles = ['translator' as const]
    expect(await refused({}, callerOf(relay.registrar, { roles }))).to.include({
      code: 'not-permitted',
    })
    const translator = await relay.xb.officer('Tora Translator', roles)
    const item = await sampleReceipt({ ...relay, registrar: translator }, sample)
    const caller = callerOf(relay.registrar)
    const reason = await rejection(relay.acknowledge(caller, sample.draft.package, item))
    expect(reason).to.include({ code: 'not-permitted' })
  })

  it('tells strangers, and the sender, only that there is no such package for them', async () => {
    const stranger = callerOf(relay.registrar, { authority: relay.xc.id })
    expect(await refused({}, stranger)).to.include({ code: 'package-unknown' })
    expect(await refused({}, callerOf(relay.drafter))).to.include({ code: 'package-unknown' })
  })

  it('is not possible before the package was consigned', async () => {
    sample = await sampleSubmission(relay)
    await relay.submit(callerOf(relay.drafter), sample.submission)
    relay.trace.length = 0
    expect(await refused({})).to.include({ code: 'package-unknown' })
  })
})
