import { expect } from 'chai'
import { AuthorityId, PackageId } from '#crypto/fields/fields.js'
import { verifyAbsence } from '#crypto/evidence/verify-absence.js'
import { openCheckpoint } from '#crypto/transparency/checkpoint.js'
import { AbsenceMaterial } from '#server/contract/wire.js'
import { sequencer } from '#server/domain/log/sequencer.js'
import { stateAbsence } from '#server/domain/evidence/state-absence.js'
import { codeOf } from '#test/support/code-of.js'
import { callerOf, fakeRelay } from '#test/support/fake-relay.js'
import {
  type LoggedStatement,
  memoryCosignatureStore,
  memoryLogStore,
  memoryTimestampStore,
} from '#test/support/memory/memory-log.js'
import { sampleReceipt, sampleSubmission } from '#test/support/sample-submission.js'
import { testLogKey } from '#test/support/test-log.js'
import { NOW } from '#test/support/world/moments.js'

/** A relay with a log beside it, and one package that was sent and made available. */
async function available() {
  const relay = await fakeRelay()
  const { evidence, receipts, directory, acceptances } = relay.state
  const log = memoryLogStore(
    () => [...directory, ...acceptances, ...evidence, ...receipts] as LoggedStatement[],
  )
  const timestamps = memoryTimestampStore()
  const key = await testLogKey()
  const round = sequencer({ log, key, clock: relay.clock })
  const sequence = async () => {
    while ((await round(1)).outcome !== 'quiet');
    return (await log.newestCheckpoint())?.size ?? 0
  }
  const sample = await sampleSubmission(relay)
  const sender = callerOf(relay.drafter)
  const recipient = callerOf(relay.registrar)
  await relay.submit(sender, sample.submission)
  await relay.consign({ header: sample.header })
  const state = stateAbsence({
    ...relay,
    log,
    timestamps,
    cosignatures: memoryCosignatureStore(),
  })
  const id = sample.draft.package
  const stamp = (size: number) =>
    timestamps.keep({ size, authority: 'a', token: new Uint8Array([size % 256]), at: NOW })
  return { relay, key, sequence, stamp, sample, sender, recipient, state, id }
}

describe('stating that a receipt is absent', () => {
  let made: Awaited<ReturnType<typeof available>>
  beforeEach(async () => {
    made = await available()
  })
  const opened = async (material: AbsenceMaterial) => {
    const { payload } = await verifyAbsence(material.absence, made.relay.relay.entry)
    return { payload, ...(await openCheckpoint(payload.checkpoint, made.key)) }
  }

  it('signs what the log holds up to the newest stamped checkpoint, and nothing beyond', async () => {
    const { relay, state, sender, recipient, id, sequence, stamp } = made
    const stamped = await sequence()
    await stamp(stamped)
    await relay.submit(sender, (await sampleSubmission(relay)).submission)
    expect(await sequence()).to.be.greaterThan(stamped)
    for (const caller of [sender, recipient]) {
      const material = AbsenceMaterial.parse(await state(caller, id, recipient.authority))
      const { payload, size } = await opened(material)
      expect(size).to.equal(stamped)
      expect(material.timestamps).to.have.length(1)
      expect(payload.evidence.map(({ code }) => code)).to.deep.equal(['D.1'])
      expect(payload).to.include({ package: id, recipient: recipient.authority })
    }
  })

  it('lists no evidence that came after the checkpoint it speaks of', async () => {
    const { relay, state, sender, recipient, id, sample, sequence, stamp } = made
    const before = await sequence()
    await stamp(before)
    await relay.notify({ header: sample.header, recipient: relay.xb.id })
    await sequence()
    const { payload } = await opened(await state(sender, id, recipient.authority))
    expect(payload.evidence.map(({ code }) => code)).to.deep.equal(['D.1'])
    await stamp(await sequence())
    const later = await opened(await state(sender, id, recipient.authority))
    expect(later.payload.evidence.map(({ code }) => code)).to.deep.equal(['D.1', 'D.3'])
  })

  it('refuses once it holds a receipt, though the log does not show it yet', async () => {
    const { relay, state, sender, recipient, id, sample, sequence } = made
    await sequence()
    await relay.acknowledge(recipient, id, await sampleReceipt(relay, sample))
    expect(await codeOf(() => state(sender, id, recipient.authority))).to.equal('receipt-present')
  })

  it('refuses strangers, who is no recipient, and while nothing is published', async () => {
    const { relay, state, sender, recipient, id, sequence } = made
    expect(await codeOf(() => state(sender, id, recipient.authority))).to.equal('leaf-unknown')
    await sequence()
    const other = PackageId.parse('01890a5d-ac96-774b-bcce-b302099a8057')
    expect(await codeOf(() => state(sender, other, recipient.authority))).to.equal(
      'package-unknown',
    )
    const stranger = { ...sender, authority: relay.xc.id }
    expect(await codeOf(() => state(stranger, id, recipient.authority))).to.equal('package-unknown')
    for (const whom of [relay.xc.id, AuthorityId.parse('zz.nobody'), sender.authority]) {
      expect(await codeOf(() => state(sender, id, whom))).to.equal('authority-unknown')
      expect(await codeOf(() => state(recipient, id, whom))).to.equal('authority-unknown')
    }
  })
})
