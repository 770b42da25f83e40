import { expect } from 'chai'
import { fromUtf8 } from '#crypto/bytes/bytes.js'
import { digestOf } from '#crypto/bytes/sha256.js'
import { uuidV7 } from '#crypto/bytes/uuid-v7.js'
import { signSuspension } from '#crypto/directory/sign-suspension.js'
import { PartId } from '#crypto/fields/fields.js'
import type { Caller } from '#server/contract/wire.js'
import { noteBlobServed } from '#server/domain/blobs/note-blob-served.js'
import { Outage } from '#test/support/fake-ports.js'
import { callerOf, type FakeRelay, fakeRelay, steps } from '#test/support/fake-relay.js'
import { rejection } from '#test/support/rejection.js'
import {
  type SampleSubmission,
  sampleReceipt,
  sampleSubmission,
} from '#test/support/sample-submission.js'
import { after, NOW } from '#test/support/world/moments.js'

describe('opening the blobs of a package', () => {
  let relay: FakeRelay
  let sample: SampleSubmission
  let sender: Caller
  let recipient: Caller
  beforeEach(async () => {
    relay = await fakeRelay()
    sender = callerOf(relay.drafter)
    recipient = callerOf(relay.registrar)
    sample = await sampleSubmission(relay, { expires: after(NOW, 3600) })
    await relay.submit(sender, sample.submission)
  })
  const open = (caller: Caller, blob: 'envelope' | PartId = 'envelope') =>
    relay.open(caller, sample.draft.package, blob)
  const partId = () => sample.parts[0]?.manifest.part ?? PartId.parse(uuidV7(NOW))
  const refusal = async (caller: Caller, blob?: 'envelope' | PartId) =>
    (await rejection(open(caller, blob))) as { code: string }

  const handedOver = async () =>
    (await steps(relay, sample.submission.header)).filter((step) => step.startsWith('E.1'))

  it('gives the sender its own at once, a recipient from D.1 on, a stranger nothing', async () => {
    await open(sender)
    expect(await refusal(recipient)).to.include({ code: 'package-unknown' })
    await relay.consign(sample)
    await open(recipient)
    await open(recipient, partId())
    const stranger = callerOf(relay.registrar, { authority: relay.xc.id })
    expect(await refusal(stranger)).to.include({ code: 'package-unknown' })
    expect(await refusal(stranger, partId())).to.include({ code: 'package-unknown' })
  })

  it('gives the envelope’s exact octets, whole or in part', async () => {
    const { read, length, digest, facts } = await open(sender)
    const octets = read() as Uint8Array
    expect(octets).to.have.length(length)
    expect(await digestOf(octets)).to.equal(digest)
    expect(facts.header).to.equal(sample.header)
    const some = read({ start: 3, end: 9 }) as Uint8Array
    expect(fromUtf8(some)).to.equal(sample.submission.envelope.slice(3, 10))
  })

  it('passes the range of a part on to where it is kept', async () => {
    const [part] = sample.parts
    const { read, length, digest } = await open(sender, partId())
    expect({ length, digest }).to.deep.equal(part?.sealed)
    const chunks: unknown[] = []
    for await (const chunk of read({ start: 5, end: 9 }) as AsyncIterable<unknown>)
      chunks.push(chunk)
    expect(chunks).to.deep.equal([`${partId()}:5-9`])
  })

  it('knows no part that the header does not name', async () => {
    expect(await refusal(sender, PartId.parse(uuidV7(NOW)))).to.include({ code: 'part-unknown' })
  })

  it('serves a recipient nothing after it rejected the package', async () => {
    await relay.consign(sample)
    const receipt = await sampleReceipt(relay, sample, { outcome: 'rejected', reason: 'No' })
    await relay.acknowledge(recipient, sample.draft.package, receipt)
    expect(await refusal(recipient)).to.include({ code: 'package-unknown' })
    await open(sender)
  })

  it('serves a recipient until the last moment of an expiry, and on if it accepted', async () => {
    await relay.consign(sample)
    relay.setClock(after(NOW, 3600))
    await open(recipient)
    relay.setClock(after(NOW, 3600.001))
    expect(await refusal(recipient)).to.include({ code: 'package-unknown' })
    await open(sender)
    relay.setClock(after(NOW, 3600))
    const receipt = await sampleReceipt(relay, sample)
    await relay.acknowledge(recipient, sample.draft.package, receipt)
    relay.setClock(after(NOW, 7200))
    await open(recipient)
  })

  it('serves nothing to an authority that is suspended', async () => {
    await relay.consign(sample)
    const moment = NOW.toISOString()
    const claims = { authority: relay.xb.id, since: moment, declared: moment, reason: 'Inquiry' }
    const suspension = await signSuspension({ ...claims, standing: 'suspended' }, relay.operatorKey)
    await relay.publishSuspension({ suspension })
    expect(await refusal(recipient)).to.include({ code: 'authority-suspended' })
  })

  it('states the handover once envelope and every part were served', async () => {
    await relay.consign(sample)
    for (const blob of [
      'envelope',
      ...sample.parts.map(({ manifest }) => manifest.part),
    ] as const) {
      expect(await handedOver()).to.deep.equal([])
      await relay.noteServed(recipient, await open(recipient, blob))
      await relay.noteServed(sender, await open(sender, blob))
    }
    expect(await handedOver()).to.deep.equal(['E.1/xb.pgo'])
  })

  it('remembers nothing of a package without parts: its envelope is all of it', async () => {
    await relay.consign(sample)
    await relay.noteServed(recipient, { ...(await open(recipient)), handover: ['envelope'] })
    expect(await handedOver()).to.deep.equal(['E.1/xb.pgo'])
    expect(relay.trace.filter((effect) => effect.startsWith('handovers'))).to.deep.equal([])
  })

  it('has a worker state a handover that could not be stated', async () => {
    await relay.consign(sample)
    const record = () => Promise.reject(new Outage('no evidence is kept just now'))
    const noteServed = noteBlobServed({ ...relay, record })
    await noteServed(recipient, { ...(await open(recipient)), handover: ['envelope'] })
    expect(relay.jobs.at(-1)).to.deep.equal({
      name: 'receipts.handed-over',
      payload: { header: sample.header, recipient: relay.xb.id },
    })
  })
})
