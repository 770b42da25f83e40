import { expect } from 'chai'
import { fromBase64, toBase64 } from '#crypto/bytes/bytes.js'
import type { TrustList } from '#crypto/directory/trust-list.js'
import { AuthorityId } from '#crypto/fields/fields.js'
import { generateSigningKey } from '#crypto/keys/generate.js'
import type { SigningKey } from '#crypto/keys/key.js'
import type { ProofBundle } from '#crypto/proof/bundle.js'
import { verifyBundle } from '#crypto/proof/verify-bundle.js'
import { openCheckpoint, signCheckpoint } from '#crypto/transparency/checkpoint.js'
import { cosignCheckpoint } from '#crypto/transparency/cosignature.js'
import { addSignatures } from '#crypto/transparency/note.js'
import { formatVerifierKey, type NoteKey, noteKey } from '#crypto/transparency/note-key.js'
import { after, NOW } from '#test/support/world/moments.js'
import { sampleBundle, worldTrust } from '#test/support/world/sample-bundle.js'
import { ORIGIN, sampleLog } from '#test/support/world/sample-log.js'
import { world } from '#test/support/world/world.js'

const SEEN = Math.ceil(after(NOW, 40).getTime() / 1000)

async function setting() {
  const witness = async (name: string) =>
    noteKey(name, 'cosignature', await generateSigningKey('x25519'))
  const [one, two, stranger] = await Promise.all(['xa.w', 'xb.w', 'xc.w'].map(witness))
  if (!one || !two || !stranger) throw new TypeError('three witnesses')
  const trust: TrustList = {
    ...(await worldTrust()),
    witnesses: [
      { key: formatVerifierKey(one), authority: AuthorityId.parse('xa.moj') },
      { key: formatVerifierKey(two), authority: AuthorityId.parse('xb.pgo') },
    ],
    quorum: 2,
  }
  const bundle = await sampleBundle()
  const note = bundle.log?.checkpoint ?? ''
  return { one, two, stranger, trust, bundle, note }
}

const cosigned = async (note: string, at: number, ...witnesses: NoteKey<SigningKey>[]) => {
  const lines = await Promise.all(witnesses.map((key) => cosignCheckpoint(note, key, at)))
  return addSignatures(note, lines.join(''))
}
const fact = async (bundle: ProofBundle, trust: TrustList) =>
  (await verifyBundle(bundle, trust)).facts.find((one) => one.fact === 'checkpoint-witnessed')
const withWitnessed = (bundle: ProofBundle, ...notes: string[]): ProofBundle => ({
  ...bundle,
  witnessed: notes.map((checkpoint) => ({ checkpoint, path: [] })),
})

describe('witnesses in a bundle', function () {
  this.timeout(300_000)

  it('are asked for only where the trust list names a quorum', async () => {
    const { trust, bundle } = await setting()
    expect(await fact(bundle, await worldTrust())).to.equal(undefined)
    expect(await fact(bundle, trust)).to.deep.include({ standing: 'unproved' })
  })

  it('prove the history once the quorum is met, with the clock of the last of them', async () => {
    const { one, two, trust, bundle, note } = await setting()
    const notes = [await cosigned(note, SEEN, one), await cosigned(note, SEEN + 9, two)]
    const verdict = await verifyBundle(withWitnessed(bundle, ...notes), trust)
    expect(verdict.verdict).to.equal('proved')
    const witnessed = new Date((SEEN + 9) * 1000).toISOString()
    for (const code of ['checkpoint-witnessed', 'header-signed', 'receipt-signed', 'available']) {
      const found = verdict.facts.find((one) => one.fact === code)
      expect(found?.clocks.witnessed, code).to.equal(witnessed)
    }
  })

  it('count once for each authority, and strangers not at all', async () => {
    const { one, stranger, trust, bundle, note } = await setting()
    const further = await noteKey('xa.w2', 'cosignature', await generateSigningKey('x25519'))
    const authority = AuthorityId.parse('xa.moj')
    const witnesses = [...(trust.witnesses ?? []), { key: formatVerifierKey(further), authority }]
    const shown = withWitnessed(bundle, await cosigned(note, SEEN, one, further, stranger))
    expect(await fact(shown, { ...trust, witnesses })).to.deep.include({
      standing: 'unproved',
      data: { authorities: 'xa.moj', quorum: '2', unjudged: '1', unjudgedNames: 'xc.w' },
    })
  })

  it('are named where the trust list does not list them, and change no standing', async () => {
    const { one, two, stranger, trust, bundle, note } = await setting()
    const shown = withWitnessed(bundle, await cosigned(note, SEEN, one, two, stranger))
    const { verdict, facts } = await verifyBundle(shown, trust)
    expect(verdict).to.equal('proved')
    const named = facts.filter(({ data }) => data['unjudged'] !== undefined)
    expect(named.map(({ fact }) => fact)).to.deep.equal(['checkpoint-witnessed'])
    expect(named[0]?.text).to.contain('1 cosigned as well; they were not judged: xc.w.')

    const without = await verifyBundle(shown, await worldTrust())
    expect(without.verdict).to.equal('proved')
    const [signed] = without.facts.filter(({ fact }) => fact === 'checkpoint-signed')
    expect(signed?.data).to.include({ unjudged: '3', unjudgedNames: 'xa.w, xb.w, xc.w' })
    expect(signed?.text).to.contain('3 cosigned as well; they were not judged')
  })

  it('cannot make a line of a report read otherwise by their names', async () => {
    const { stranger, bundle, note } = await setting()
    const names = ['x\u202Ey', ...Array.from({ length: 20 }, (_, i) => `w${i + 10}`)]
    const keys = names.map((name) => ({ ...stranger, name }))
    const shown = withWitnessed(bundle, await cosigned(note, SEEN, ...keys))
    const { facts } = await verifyBundle(shown, await worldTrust())
    const [signed] = facts.filter(({ fact }) => fact === 'checkpoint-signed')
    expect(signed?.data).to.include({ unjudged: '21' })
    expect(signed?.text).to.contain(`key ${stranger.keyId}, w10`).and.contain('w24 and others.')
    expect(signed?.text).to.not.contain('\u202E')
  })

  it('contradict when the log showed them another history, or another log', async () => {
    const { one, two, trust, bundle, note } = await setting()
    const { relay } = await world()
    const key = await noteKey(ORIGIN, 'note', relay.logKey)
    const { size } = await openCheckpoint(note, key)
    const root = new Uint8Array(32)
    const forked = await signCheckpoint({ origin: ORIGIN, size, root, extensions: [] }, key)
    const elsewhere = await noteKey('zz.other/log', 'note', relay.logKey)
    const foreign = await signCheckpoint(
      { origin: 'zz.other/log', size, root, extensions: [] },
      elsewhere,
    )
    for (const [other, text] of [
      [forked, 'another history'],
      [foreign, 'does not continue'],
    ] as const) {
      const shown = withWitnessed(bundle, await cosigned(other, SEEN, one, two))
      const found = await fact(shown, trust)
      expect(found?.standing).to.equal('contradicted')
      expect(found?.text).to.contain(text)
    }
  })

  it('contradict when a cosignature of theirs is false, and when they saw it too early', async () => {
    const { one, two, trust, bundle, note } = await setting()
    const line = await cosignCheckpoint(note, one, SEEN)
    const [head = '', name = '', base64 = ''] = line.trim().split(' ')
    const octets = fromBase64(base64)
    octets[11] = (octets[11] ?? 0) ^ 1
    const forged = addSignatures(note, `${[head, name, toBase64(octets)].join(' ')}\n`)
    expect(await fact(withWitnessed(bundle, forged), trust)).to.deep.include({
      standing: 'contradicted',
      data: { code: 'transparency/signature' },
    })
    const early = await cosigned(note, SEEN - 3 * 86_400, one, two)
    const found = await fact(withWitnessed(bundle, early), trust)
    expect(found?.standing).to.equal('contradicted')
    expect(found?.clocks.witnessed).to.not.equal(undefined)
  })

  it('may have cosigned a later checkpoint that continues the one here', async () => {
    const { one, two, trust, bundle, note } = await setting()
    const { relay } = await world()
    const { size } = await openCheckpoint(note, await noteKey(ORIGIN, 'note', relay.logKey))
    const statements = [...bundle.evidence, ...bundle.receipts]
    const later = await sampleLog(statements, relay.logKey, 12)
    const checkpoint = await cosigned(later.checkpoint, SEEN, one, two)
    const path = await later.consistencyFrom(size)
    const witnessed = [{ checkpoint, path }]
    expect(await fact({ ...bundle, witnessed }, trust)).to.deep.include({ standing: 'proved' })
    const found = await fact({ ...bundle, witnessed: [{ checkpoint, path: path.slice(1) }] }, trust)
    expect(found?.standing).to.equal('contradicted')
  })
})
