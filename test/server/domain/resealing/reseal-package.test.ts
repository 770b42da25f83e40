import { expect } from 'chai'
import { verifyEvidence } from '#crypto/evidence/verify-evidence.js'
import { generateOpeningKey } from '#crypto/keys/generate.js'
import type { Resealing } from '#crypto/resealing/resealing.js'
import { codeOf } from '#test/support/code-of.js'
import { callerOf, type FakeRelay, fakeRelay } from '#test/support/fake-relay.js'
import { retained } from '#test/support/retained.js'
import { sampleResealing } from '#test/support/sample-resealing.js'
import { sampleReceipt, type SampleSubmission } from '#test/support/sample-submission.js'
import { after, NOW } from '#test/support/world/moments.js'

type Changes = NonNullable<Parameters<typeof sampleResealing>[2]>

describe('a copy that is sealed anew', () => {
  let relay: FakeRelay
  let sample: SampleSubmission
  beforeEach(async () => {
    relay = await fakeRelay()
    sample = await retained(relay).submitted()
    await relay.consign(sample)
    relay.trace.length = 0
  })
  const berta = () => callerOf(relay.registrar)
  const handIn = async (changes: Changes = {}, caller = berta()) => {
    const { item } = await sampleResealing(relay, sample, changes)
    return relay.reseal(caller, sample.draft.package, item)
  }
  const refusal = (changes: Changes, caller = berta()) => codeOf(() => handIn(changes, caller))
  const opened = (caller = berta()) =>
    codeOf(() => relay.open(caller, sample.draft.package, 'envelope'))

  it('is kept, then named, then stated; from then on it is what its authority is served, and nobody else', async () => {
    const { item, claims, digest } = await sampleResealing(relay, sample)
    const evidence = await relay.reseal(berta(), sample.draft.package, item)
    expect(relay.trace).to.deep.equal([
      ...['resealings.keep xb.pgo 1', 'packages.noteResealed xb.pgo', 'directory.keepEvidence'],
    ])
    const { payload } = await verifyEvidence(evidence.statement, relay.identity.entry)
    expect(payload).to.deep.include({
      about: 'directory',
      code: 'X.9',
      event: 'urn:rogatory:event:CopySealedAnew',
      authority: relay.xb.id,
      subject: digest,
    })
    expect(await opened()).to.equal('content-resealed')
    expect(await opened(callerOf(relay.drafter))).to.equal('nothing was refused')
    const copy = { package: sample.draft.package, version: 1 }
    const envelope = await relay.openResealed(berta(), copy, 'envelope')
    expect(Buffer.from(envelope.read() as Uint8Array).toString()).to.equal(item.envelope)
    for (const { part, digest: sealed } of claims.parts) {
      expect(await relay.openResealed(berta(), copy, part)).to.include({ digest: sealed })
    }
    const { resealed } = await relay.readResealing(berta(), sample.draft.package)
    expect(resealed).to.deep.equal({
      resealing: item.resealing,
      credential: item.credential,
      evidence,
      replacedDeleted: null,
    })
    const others = await relay.readResealing(callerOf(relay.drafter), sample.draft.package)
    expect(others.resealed).to.equal(null)
    expect(
      await codeOf(() => relay.openResealed(callerOf(relay.drafter), copy, 'envelope')),
    ).to.equal('content-resealed')
  })

  it('is taken once: the same again is the same evidence, and nothing of the story changes', async () => {
    const before = await relay.read(berta(), sample.draft.package)
    const { item } = await sampleResealing(relay, sample)
    const first = await relay.reseal(berta(), sample.draft.package, item)
    relay.setClock(after(NOW, 3600))
    expect(await relay.reseal(berta(), sample.draft.package, item)).to.deep.equal(first)
    expect(await relay.read(berta(), sample.draft.package)).to.deep.equal(before)
  })

  it('follows the one before, and replaces it', async () => {
    const first = await sampleResealing(relay, sample)
    await relay.reseal(berta(), sample.draft.package, first.item)
    const replaced = first.claims.parts.map(({ digest }) => digest)
    expect(await refusal({ version: 2 })).to.equal('resealing-conflict')
    expect(await refusal({ version: 3, replaced })).to.equal('resealing-conflict')
    expect(await refusal({ version: 1 })).to.equal('resealing-conflict')
    await handIn({ version: 2, replaced })
    const copy = { package: sample.draft.package, version: 1 }
    expect(await codeOf(() => relay.openResealed(berta(), copy, 'envelope'))).to.equal(
      'content-resealed',
    )
    await relay.openResealed(berta(), { ...copy, version: 2 }, 'envelope')
  })

  it('is one of two that officers make at once', async () => {
    const both = await Promise.allSettled([handIn(), handIn()])
    const done = both.filter(({ status }) => status === 'fulfilled')
    expect(done).to.have.length(1)
  })

  it('is refused where it is another’s to seal, or nobody’s any more', async () => {
    const stranger = { authority: relay.xc, officer: relay.registrar }
    expect(await refusal({ by: stranger })).to.equal('statement-invalid')
    const clerk = await relay.xb.officer('Lena Legal', ['legal'])
    await relay.publishCredential(clerk)
    expect(await refusal({}, callerOf(clerk))).to.equal('not-permitted')
    const by = { authority: relay.xb, officer: clerk }
    expect(await refusal({ by })).to.equal('not-permitted')
    const other = await relay.xc.officer('Cyril', ['case'])
    expect(await refusal({}, callerOf(other))).to.equal('package-unknown')
    const rejected = { outcome: 'rejected', reason: 'not for us' } as const
    const receipt = await sampleReceipt(relay, sample, rejected)
    await relay.acknowledge(berta(), sample.draft.package, receipt)
    expect(await refusal({})).to.equal('package-unknown')
  })

  for (const [what, changes] of Object.entries({
    'another header': { header: '0'.repeat(64) },
    'parts in another order': 'reversed',
    'a part less': 'shorter',
    'an envelope of another length': { envelope: { length: 1, digest: '0'.repeat(64) } },
    'a key that is not in the entry': 'foreign',
    'the ciphertext that was sent': 'unchanged',
  } as const)) {
    it(`is refused with ${what}`, async () => {
      const { parts } = (await sampleResealing(relay, sample)).claims
      const sent = sample.parts.map(({ sealed }) => sealed.digest)
      const of: Changes =
        changes === 'reversed'
          ? { parts: parts.toReversed() }
          : changes === 'shorter'
            ? { parts: parts.slice(1) }
            : changes === 'foreign'
              ? { to: await generateOpeningKey('p256') }
              : changes === 'unchanged'
                ? { parts: swapped(parts, sent) }
                : changes
      expect(await refusal(of)).to.equal('statement-invalid')
      expect(await opened()).to.equal('nothing was refused')
    })
  }

  it('is refused when it was made for other ciphertext, at another time, or without its parts', async () => {
    const replaced = sample.parts.map(() => 'f'.repeat(64))
    expect(await refusal({ replaced })).to.equal('resealing-conflict')
    expect(await refusal({ declared: after(NOW, -3600).toISOString() })).to.equal('clock-skewed')
    expect(await refusal({ withoutParts: true })).to.equal('part-missing')
  })

  it('is refused with further readers', async () => {
    const { item, claims } = await sampleResealing(relay, sample)
    const envelope = sample.submission.envelope
    expect(
      await codeOf(() => relay.reseal(berta(), sample.draft.package, { ...item, envelope })),
    ).to.equal('statement-invalid')
    expect(claims.kid).to.equal(relay.xb.openingKey.kid)
  })

  it('is never kept of content that is deleted, whichever comes first', async () => {
    const on = retained(relay)
    await on.schedule({ undecided: 1 })
    const { item } = await sampleResealing(relay, sample)
    relay.setClock(after(NOW, 2 * 24 * 3600))
    await relay.deleteContents()
    expect(await codeOf(() => relay.reseal(berta(), sample.draft.package, item))).to.equal(
      'content-deleted',
    )
  })

  /** The keys that are listed open what is served; and whoever is told of a copy, and asks no more, is served it. */
  async function agrees(moment: string) {
    const { packages } = await relay.listSealed(berta(), { box: 'inbox', limit: 50 })
    const served = async () => ((await opened()) === 'content-resealed' ? 1 : 0)
    expect(packages[0]?.version, moment).to.equal(await served())
    const { resealed } = await relay.readResealing(berta(), sample.draft.package)
    expect(resealed === null ? 0 : 1, moment).to.equal(await served())
  }

  it('ends the same whichever call fails, before or after its effect', async () => {
    relay.failAt(undefined)
    await handIn()
    const calls = relay.calls()
    for (let call = 0; call < calls; call++) {
      for (const when of ['before', 'after'] as const) {
        relay = await fakeRelay()
        sample = await retained(relay).submitted()
        await relay.consign(sample)
        const { item } = await sampleResealing(relay, sample)
        const act = () => relay.reseal(berta(), sample.draft.package, item)
        relay.failAt({ call, when })
        await act().catch(() => undefined)
        relay.failAt(undefined)
        await agrees(`call ${call}, ${when}`)
        await act()
        expect(await opened(), `call ${call}, ${when}`).to.equal('content-resealed')
        const { resealed } = await relay.readResealing(berta(), sample.draft.package)
        expect(resealed?.resealing).to.equal(item.resealing)
      }
    }
  }).timeout(60_000)

  it('changes the key that a package needs, in the list of its authority alone', async () => {
    const kids = async (caller = berta(), box: 'inbox' | 'sent' = 'inbox') =>
      (await relay.listSealed(caller, { box, limit: 50 })).packages.map((row) => [
        ...[row.version, ...row.kids],
      ])
    const both = [relay.xb.openingKey.kid, relay.xa.openingKey.kid]
    expect(await kids()).to.deep.equal([[0, ...both]])
    await handIn()
    expect(await kids()).to.deep.equal([[1, relay.xb.openingKey.kid]])
    expect(await kids(callerOf(relay.drafter), 'sent')).to.deep.equal([[0, ...both]])
    expect(await kids(callerOf(relay.drafter))).to.deep.equal([])
  })
})

const swapped = (parts: Resealing['parts'], sent: readonly string[]): Resealing['parts'] =>
  parts.map((part, i) => ({ ...part, digest: sent[sent.length - 1 - i] ?? '' }))
