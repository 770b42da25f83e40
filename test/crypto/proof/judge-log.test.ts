import { expect } from 'chai'
import { toBase64 } from '#crypto/bytes/bytes.js'
import type { TrustList } from '#crypto/directory/trust-list.js'
import { signEntry } from '#crypto/directory/sign-entry.js'
import { generateSigningKey } from '#crypto/keys/generate.js'
import { issueRevocationList } from '#crypto/pki/issue-revocation-list.js'
import type { RevocationReason } from '#crypto/pki/revocation-list.js'
import type { ProofBundle } from '#crypto/proof/bundle.js'
import { openCheckpoint, signCheckpoint } from '#crypto/transparency/checkpoint.js'
import { formatVerifierKey, noteKey } from '#crypto/transparency/note-key.js'
import { verifyTimestampToken } from '#crypto/timestamp/verify-timestamp-token.js'
import { fromBase64, toUtf8 } from '#crypto/bytes/bytes.js'
import { timestampAnchorsOf } from '#crypto/directory/trust-list.js'
import { after, BEGIN, END, NOW } from '#test/support/world/moments.js'
import { entryKeyOf } from '#test/support/world/parties.js'
import { sampleBundle, worldTrust } from '#test/support/world/sample-bundle.js'
import { ORIGIN, sampleLog, sampleToken } from '#test/support/world/sample-log.js'
import { type World, world } from '#test/support/world/world.js'
import { factsOf, forged, knowing, relogged, standingsOf } from './story.js'

type Log = NonNullable<ProofBundle['log']>

describe('what a bundle proves by the log', () => {
  let w: World
  let sample: ProofBundle
  let log: Log
  before(async () => {
    w = await world()
    sample = await sampleBundle()
    if (!sample.log) throw new TypeError('a bundle with a log')
    log = sample.log
  })
  const withLog = (changes: Partial<Log>): ProofBundle => ({
    ...sample,
    log: { ...log, ...changes },
  })
  const logs = async (...keys: string[]): Promise<TrustList> => ({
    ...(await worldTrust()),
    logs: keys,
  })

  describe('checkpoint-signed', () => {
    const of = (bundle: ProofBundle, trust?: TrustList) =>
      standingsOf(bundle, 'checkpoint-signed', { ...(trust && { trust }) })
    it('is proved by the relay’s key, or one of the trust list for that name', async () => {
      expect(await of(sample)).to.deep.equal(['proved'])
      const strangers = await knowing(sample, 'xa', 'xb')
      const other = formatVerifierKey(
        await noteKey('another/log', 'note', await generateSigningKey('x25519')),
      )
      expect(await of(strangers, await logs(other, 'no key'))).to.deep.equal(['unproved'])
      const key = formatVerifierKey(await noteKey(ORIGIN, 'note', w.relay.logKey))
      expect(await of(strangers, await logs(other, key))).to.deep.equal(['proved'])
    })
    it('is unproved by a key of the relay that was not in force when it was signed', async () => {
      const until = async (window: { notBefore?: Date; notAfter?: Date }, at?: Date) => {
        const changes = Object.fromEntries(
          Object.entries(window).map(([name, moment]) => [name, moment.toISOString()]),
        )
        const keys = w.relay.claims.keys.map((key) =>
          key.purpose === 'checkpoints' ? { ...key, ...changes } : key,
        )
        const entry = await signEntry({ ...w.relay.claims, keys }, w.relay.identity)
        const parties = await knowing(sample, 'xa', 'xb')
        const bundle = { ...parties, entries: [...parties.entries, entry] }
        return standingsOf(bundle, 'checkpoint-signed', { ...(at && { at }) })
      }
      expect(await until({ notAfter: after(NOW, -1) })).to.deep.equal(['unproved'])
      expect(await until({ notAfter: after(NOW, 3600) })).to.deep.equal(['proved'])
      const late = { notBefore: after(NOW, 7200) }
      expect(await until(late, after(NOW, 3600))).to.deep.equal(['unproved'])
      expect(await until(late, after(NOW, 9000))).to.deep.equal(['proved'])
    })
    it('is unproved under a name that a trust list which names logs does not', async () => {
      const another = formatVerifierKey(await noteKey('another/log', 'note', w.relay.logKey))
      expect(await of(sample, await logs(another))).to.deep.equal(['unproved'])
    })
    it('is proved by a key that follows the listed one in the relay’s own entries, and by no other', async () => {
      const before = await generateSigningKey('x25519')
      const listed = await logs(formatVerifierKey(await noteKey(ORIGIN, 'note', before)))
      // Whoever's key that is: a relay does not take the name of another's log.
      expect(await of(sample, listed)).to.deep.equal(['contradicted'])
      const { keys } = w.relay.claims
      const others = keys.filter(({ purpose }) => purpose !== 'checkpoints')
      const earlier = await signEntry(
        { ...w.relay.claims, keys: [...others, entryKeyOf('checkpoints', before)] },
        w.relay.identity,
      )
      const known = { ...sample, entries: [...sample.entries, earlier] }
      expect(await of(known, listed)).to.deep.equal(['proved'])
      const forgery = { ...sample, entries: [...sample.entries, forged(earlier, sample.header)] }
      expect(await of(forgery, listed)).to.deep.equal(['contradicted'])
    })
    it('is unproved without a checkpoint', async () => {
      expect(await of({ ...sample, log: null, timestamps: [] })).to.deep.equal(['unproved'])
      expect(await standingsOf({ ...sample, log: null }, 'logged')).to.deep.equal(['unproved'])
    })
    it('is contradicted when it is none, or another log signed it', async () => {
      expect(await of(withLog({ checkpoint: 'no note' }))).to.deep.equal(['contradicted'])
      const { checkpoint } = await sampleLog([], await generateSigningKey('x25519'))
      expect(await of(withLog({ checkpoint }))).to.deep.equal(['contradicted'])
      expect(await standingsOf(withLog({ checkpoint }), 'logged')).to.deep.equal(['unproved'])
    })
  })

  describe('logged', () => {
    const of = (bundle: ProofBundle) => standingsOf(bundle, 'logged')
    it('is proved by a leaf of each piece of evidence and receipt', async () => {
      expect(await of(sample)).to.deep.equal(['proved'])
      for (let without = 0; without < log.leaves.length; without++) {
        const leaves = log.leaves.filter((_, i) => i !== without)
        expect(await of(withLog({ leaves }))).to.deep.equal(['unproved'])
      }
      const key = formatVerifierKey(await noteKey(ORIGIN, 'note', w.relay.logKey))
      const empty = { ...withLog({ leaves: [] }), evidence: [], receipts: [] }
      const judging = { trust: await logs(key) }
      expect(await standingsOf(empty, 'logged', judging)).to.deep.equal(['unproved'])
    })
    it('is contradicted by a path, place or statement that is not the log’s', async () => {
      const [first, second, ...rest] = log.leaves
      if (!first || !second) throw new TypeError('two leaves')
      for (const lie of [
        { ...first, path: second.path },
        { ...first, path: first.path.slice(1) },
        { ...first, index: first.index + 1 },
        { ...first, index: Number.MAX_SAFE_INTEGER },
        { ...first, digest: second.digest },
        { ...first, digest: '0'.repeat(64) },
        { ...first, path: [] },
      ]) {
        expect(await of(withLog({ leaves: [lie, second, ...rest] }))).to.deep.equal([
          'contradicted',
        ])
      }
    })
    it('is contradicted under another checkpoint of the same log', async () => {
      const { checkpoint } = await sampleLog(['something else'], w.relay.logKey)
      expect(await of(withLog({ checkpoint }))).to.deep.equal(['contradicted'])
    })
  })

  describe('checkpoint-consistent', () => {
    const of = (bundle: ProofBundle, trust?: TrustList) =>
      standingsOf(bundle, 'checkpoint-consistent', { ...(trust && { trust }) })
    const later = async (key = w.relay.logKey, more = 9) => {
      const statements = [...sample.evidence, ...sample.receipts]
      const grown = await sampleLog(statements, key, more)
      const opened = await openCheckpoint(
        log.checkpoint,
        await noteKey(ORIGIN, 'note', w.relay.logKey),
      )
      return { checkpoint: grown.checkpoint, path: await grown.consistencyFrom(opened.size) }
    }
    it('is proved by a later checkpoint that continues this one', async () => {
      expect(await of(sample)).to.deep.equal([])
      expect(await of({ ...sample, consistency: await later() })).to.deep.equal(['proved'])
    })
    it('is contradicted when the log was rewritten, or is another', async () => {
      const { checkpoint, path } = await later()
      const rewritten = await sampleLog(['another story'], w.relay.logKey, 30)
      const renamed = await openCheckpoint(
        checkpoint,
        await noteKey(ORIGIN, 'note', w.relay.logKey),
      )
      const signer = await noteKey('zz.relay/other', 'note', w.relay.logKey)
      for (const consistency of [
        { checkpoint: rewritten.checkpoint, path },
        { checkpoint, path: path.slice(1) },
        { checkpoint: 'no note', path },
        { checkpoint: await signCheckpoint({ ...renamed, origin: signer.name }, signer), path },
        await later(await generateSigningKey('x25519')),
      ]) {
        expect(await of({ ...sample, consistency })).to.deep.equal(['contradicted'])
      }
    })
    it('is unproved where a key is not known, or nothing is continued', async () => {
      const consistency = await later()
      const strangers = { ...(await knowing(sample, 'xa', 'xb')), consistency }
      expect(await of(strangers)).to.deep.equal(['unproved'])
      const key = formatVerifierKey(await noteKey(ORIGIN, 'note', w.relay.logKey))
      const signer = await noteKey('zz.relay/other', 'note', w.relay.logKey)
      const opened = await openCheckpoint(consistency.checkpoint, {
        ...(await noteKey(ORIGIN, 'note', w.relay.logKey)),
      })
      const unknown = await signCheckpoint({ ...opened, origin: signer.name }, signer)
      const other = { ...strangers, consistency: { ...consistency, checkpoint: unknown } }
      expect(await of(other, await logs(key))).to.deep.equal(['unproved'])
    })
  })

  describe('time-stamped', () => {
    const of = (bundle: ProofBundle, trust?: TrustList) =>
      standingsOf(bundle, 'time-stamped', { ...(trust && { trust }) })
    it('is proved by the earliest token that holds', async () => {
      const early = await sampleToken(log.checkpoint, after(NOW, 20))
      const [fact] = await factsOf(
        { ...sample, timestamps: [...sample.timestamps, early] },
        'time-stamped',
      )
      expect(fact?.clocks).to.deep.equal({ attested: after(NOW, 20).toISOString() })
      expect(fact?.data).to.deep.include({ tokens: '2', certificateStatus: 'unknown' })
    })
    it('is unproved with none, or with one of an authority that nobody trusts', async () => {
      expect(await of({ ...sample, timestamps: [] })).to.deep.equal(['unproved'])
      const trust = { ...(await worldTrust()), timestampRoots: [] }
      expect(await of(sample, trust)).to.deep.equal(['unproved'])
    })
    it('is unproved without a checkpoint: a token over nothing is easily had', async () => {
      const nothing = { ...sample, log: null, timestamps: [await sampleToken('', after(NOW, 30))] }
      expect(await standingsOf(nothing, 'time-stamped')).to.deep.equal(['unproved'])
      expect(await standingsOf(nothing, 'bundle-coherent')).to.deep.equal(['contradicted'])
    })
    it('is contradicted by one over something else, or by no token', async () => {
      const other = await sampleToken('something else', after(NOW, 30))
      for (const lie of [other, 'AAAA', '!', toBase64(new Uint8Array(80_000))]) {
        const timestamps = [...sample.timestamps, lie]
        expect(await of({ ...sample, timestamps })).to.deep.equal(['contradicted'])
      }
      const { checkpoint } = await sampleLog(['something else'], w.relay.logKey)
      expect(await of(withLog({ checkpoint }))).to.deep.equal(['contradicted'])
    })
    it('is contradicted when the relay states times that had not come yet', async () => {
      const early = await sampleToken(log.checkpoint, after(NOW, -120))
      const bundle = { ...sample, timestamps: [early] }
      expect(await of(bundle)).to.deep.equal(['contradicted'])
      expect((await factsOf(bundle, 'header-signed'))[0]?.clocks).to.not.have.property('attested')
    })

    describe('with a revocation list of its issuer', () => {
      const listed = async (reason?: RevocationReason, nextUpdate = END) => {
        const [token = ''] = sample.timestamps
        const anchors = timestampAnchorsOf(await worldTrust())
        const stamp = await verifyTimestampToken(fromBase64(token), toUtf8(log.checkpoint), anchors)
        const { serial } = stamp.signer
        const revoked = reason ? [{ serial, at: after(NOW, 86_400), reason }] : []
        const list = await issueRevocationList(w.root, revoked, { thisUpdate: BEGIN, nextUpdate })
        return { ...sample, revocationLists: [list] }
      }
      const statusOf = async (bundle: ProofBundle) =>
        (await factsOf(bundle, 'time-stamped'))[0]?.data['certificateStatus']

      it('is proved where the list knows nothing against it', async () => {
        expect(await statusOf(await listed())).to.equal('good')
        // One that ends before says nothing about the moment, which refuses nothing.
        expect(await statusOf(await listed(undefined, after(NOW, 10)))).to.equal('unknown')
      })
      it('is proved where the authority merely ended later', async () => {
        expect(await of(await listed('cessationOfOperation'))).to.deep.equal(['proved'])
      })
      it('is unproved where its key was stolen, whatever time it tells', async () => {
        const bundle = await listed('keyCompromise')
        expect(await of(bundle)).to.deep.equal(['unproved'])
        expect((await factsOf(bundle, 'header-signed'))[0]?.clocks).to.not.have.property('attested')
      })
    })
  })

  it('shows times only of what stands under the checkpoint', async () => {
    const bundle = await relogged({
      ...sample,
      evidence: sample.evidence.slice(0, 1),
      receipts: [],
    })
    const [fact] = await factsOf({ ...bundle, receipts: sample.receipts }, 'receipt-signed')
    expect(fact?.clocks).to.not.have.property('attested')
  })
})
