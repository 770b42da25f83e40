import { expect } from 'chai'
import { fromBase64, toUtf8 } from '#crypto/bytes/bytes.js'
import { digestOf } from '#crypto/bytes/sha256.js'
import { signRevocation } from '#crypto/directory/sign-revocation.js'
import { openCheckpoint } from '#crypto/transparency/checkpoint.js'
import { hashLeaf } from '#crypto/transparency/hash.js'
import { verifyInclusion } from '#crypto/transparency/inclusion.js'
import { ProofMaterial } from '#server/contract/wire.js'
import { assembleProof } from '#server/domain/evidence/assemble-proof.js'
import { sequencer } from '#server/domain/log/sequencer.js'
import { callerOf, type FakeRelay, fakeRelay } from '#test/support/fake-relay.js'
import {
  type LoggedStatement,
  memoryCosignatureStore,
  memoryLogStore,
  memoryTimestampStore,
} from '#test/support/memory/memory-log.js'
import { rejection } from '#test/support/rejection.js'
import { sampleReceipt, sampleSubmission } from '#test/support/sample-submission.js'
import { testLogKey } from '#test/support/test-log.js'
import { after, NOW } from '#test/support/world/moments.js'
import { nextEntry } from '#test/support/world/next-entry.js'

/** A relay with a log beside it, and one package that was sent, made available and acknowledged. */
async function acknowledged(kept: (chain: readonly string[]) => string[] = () => []) {
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
  const stamp = (size: number) =>
    timestamps.keep({ size, authority: 'a', token: new Uint8Array([size % 256]), at: NOW })
  const sample = await sampleSubmission(relay)
  const sender = callerOf(relay.drafter)
  const recipient = callerOf(relay.registrar)
  await relay.submit(sender, sample.submission)
  await relay.consign({ header: sample.header })
  const assemble = assembleProof({
    ...relay,
    log,
    timestamps,
    cosignatures: memoryCosignatureStore(),
    status: { kept: (chain) => Promise.resolve(kept(chain)) },
  })
  const id = sample.draft.package
  const acknowledge = async () =>
    relay.acknowledge(recipient, id, await sampleReceipt(relay, sample))
  return { relay, log, key, sequence, stamp, sample, sender, recipient, assemble, id, acknowledge }
}

const storyOf = ({ record }: ProofMaterial) => [
  ...record.evidence.map(({ statement }) => statement),
  ...record.receipts.map(({ receipt }) => receipt),
]

/** Every statement of the material that a bundle rests on. */
function statementsOf(material: ProofMaterial): string[] {
  const { entries, revocations, suspensions } = material
  return [
    ...storyOf(material),
    ...entries.flatMap(({ statement, evidence }) => [statement, evidence.statement]),
    ...revocations,
    ...suspensions,
  ]
}

async function revoke({ xa, publishRevocation }: FakeRelay, kid: string) {
  const revocation = await signRevocation(
    {
      authority: xa.id,
      kid,
      since: NOW.toISOString(),
      reason: 'left',
      declared: NOW.toISOString(),
    },
    xa.credentialsKey,
  )
  await publishRevocation({ revocation })
  return revocation
}

const digests = (statements: readonly string[]) =>
  Promise.all(statements.map((statement) => digestOf(statement)))

describe('assembling a proof', () => {
  let made: Awaited<ReturnType<typeof acknowledged>>
  beforeEach(async () => {
    made = await acknowledged()
  })

  it('gives what responders said of the certificates of its entries, each once, and nothing where none did', async () => {
    const { sender, id, assemble } = made
    expect(ProofMaterial.parse(await assemble(sender, id))).to.not.have.property('ocspResponses')
    // The same answer may speak of an issuer that several have in their chains.
    const told = await acknowledged((chain) => ['all', `of ${chain[0]?.slice(-12) ?? ''}`])
    const { ocspResponses } = ProofMaterial.parse(
      await told.assemble(told.sender, told.sample.draft.package),
    )
    const { relay } = told
    const chains = [relay.xa, relay.xb, relay.identity].map(({ entry }) => entry.certificate.x5c)
    expect(ocspResponses).to.have.members(['all', ...chains.map((x5c) => `of ${x5c.slice(-12)}`)])
  })

  it('gives sender and recipient all that a bundle is made from, each statement under the checkpoint', async () => {
    const { assemble, sender, recipient, id, key, sequence, acknowledge, relay } = made
    await acknowledge()
    await sequence()
    for (const caller of [sender, recipient]) {
      const material = ProofMaterial.parse(await assemble(caller, id))
      expect(material.record.evidence).to.have.length(3)
      expect(material.record.receipts).to.have.length(1)
      expect(material.entries.map(({ statement }) => statement)).to.have.members(
        [relay.xa, relay.xb, relay.identity].map(({ entry }) => entry.statement),
      )
      expect(material.credentials).to.have.members(
        [relay.drafter, relay.approver, relay.registrar].map(({ credential }) => credential),
      )
      expect(material.pending).to.deep.equal([])
      const { size, root } = await openCheckpoint(material.checkpoint ?? '', key)
      const leaves = new Map(material.leaves.map((leaf) => [leaf.digest, leaf]))
      for (const statement of [...statementsOf(material), ...material.credentials]) {
        const leaf = leaves.get(await digestOf(statement))
        const path = leaf?.path.map(fromBase64) ?? []
        const proof = { leafIndex: leaf?.index ?? -1, treeSize: size, path }
        await verifyInclusion(await hashLeaf(toUtf8(statement)), proof, root)
      }
    }
  })

  it('gives the versions that counted when something happened, be it an ended one, and none from after it', async () => {
    const { assemble, sender, id, relay, sample } = made
    const at = (seconds: number) => after(NOW, seconds).toISOString()
    const versions = async () =>
      (await assemble(sender, id)).entries.map(({ statement }) => statement)
    relay.setClock(after(NOW, 60))
    const second = await nextEntry(relay.xb, { validFrom: at(60), validTo: at(90) })
    await relay.publishEntry({ entry: second })
    expect(await versions()).not.to.include(second)
    // Nobody takes anything in for it by then; the relay states that, and nothing in the bundle hides why.
    relay.setClock(after(NOW, 30 * 86_400))
    await relay.judge({ header: sample.header })
    expect((await assemble(sender, id)).record.evidence.length).to.be.greaterThan(2)
    expect(await versions()).to.include(second)
  })

  it('names what no checkpoint covers yet', async () => {
    const { assemble, sender, id, key, sequence, acknowledge, stamp, relay } = made
    const before = await assemble(sender, id)
    expect(before).to.include({ checkpoint: null, stampPending: true })
    expect(before.pending).to.have.members(await digests(storyOf(before)))

    await stamp(await sequence())
    await relay.submit(callerOf(relay.drafter), (await sampleSubmission(relay)).submission)
    const newest = await sequence()
    await acknowledge()
    const later = await assemble(sender, id)
    expect(await openCheckpoint(later.checkpoint ?? '', key)).to.have.property('size', newest)
    expect(later.pending).to.have.members([
      later.record.evidence[2]?.digest,
      await digestOf(later.record.receipts[0]?.receipt ?? ''),
    ])
    expect(later.leaves).not.to.deep.equal([])
  })

  it('is under the oldest time-stamped checkpoint that covers the story, whatever was logged since', async () => {
    const { assemble, sender, id, key, sequence, acknowledge, stamp, relay } = made
    const first = await sequence()
    await stamp(first)
    await acknowledge()
    const second = await sequence()
    const sizeOf = async () => {
      const { checkpoint, timestamps, stampPending } = await assemble(sender, id)
      const { size } = await openCheckpoint(checkpoint ?? '', key)
      return { size, timestamps: timestamps.length, stampPending }
    }
    expect(await sizeOf(), 'stamped, but too small').to.deep.equal({
      size: second,
      timestamps: 0,
      stampPending: true,
    })
    await stamp(second)
    await relay.submit(callerOf(relay.drafter), (await sampleSubmission(relay)).submission)
    const third = await sequence()
    expect(third).to.be.greaterThan(second)
    await stamp(third)
    const asOfThen = { size: second, timestamps: 1, stampPending: false }
    expect(await sizeOf(), 'stamped again').to.deep.equal(asOfThen)
    await revoke(relay, relay.approver.key.kid)
    await stamp(await sequence())
    expect(await sizeOf(), 'with a younger statement beside').to.deep.equal(asOfThen)
  })

  it('carries the revocation of an officer in it, and nobody else’s', async () => {
    const { assemble, sender, id, relay } = made
    const stranger = await relay.xa.officer('Arno Elsewhere', ['case'])
    await relay.publishCredential({ credential: stranger.credential })
    await revoke(relay, stranger.key.kid)
    const ours = await revoke(relay, relay.approver.key.kid)
    expect((await assemble(sender, id)).revocations).to.deep.equal([ours])
  })

  it('tells strangers nothing', async () => {
    const { assemble, id, relay } = made
    const stranger = callerOf(await relay.xc.officer('Carla Curious', ['case']))
    expect(await rejection(assemble(stranger, id))).to.include({ code: 'package-unknown' })
  })
})
