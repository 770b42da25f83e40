import { expect } from 'chai'
import { digestOf } from '#crypto/bytes/sha256.js'
import type { DirectoryEntry } from '#crypto/directory/entry.js'
import type { ProofBundle } from '#crypto/proof/bundle.js'
import { acceptedAt, nextEntry, withNewKey } from '#test/support/world/next-entry.js'
import { after, NOW } from '#test/support/world/moments.js'
import { sampleBundle } from '#test/support/world/sample-bundle.js'
import { relayOf, type World, world } from '#test/support/world/world.js'
import { factsOf, forged, standingsOf, storyOf, unobserved } from './story.js'

/** After the submission and before the receipt, which the relay states five seconds after NOW. */
const BETWEEN = after(NOW, 3)

describe('a version of an entry that a later one has superseded', () => {
  let w: World
  let sample: ProofBundle
  /** Xaland's version 2, which has another key for credentials in place of the one that was stolen. */
  let second: string
  let keys: DirectoryEntry['keys']
  before(async () => {
    w = await world()
    sample = await sampleBundle()
    keys = (await withNewKey(w.xa, 'credentials')).keys
    second = await nextEntry(w.xa, { keys })
  })
  const and = (bundle: ProofBundle, entry: string, ...evidence: string[]): ProofBundle => ({
    ...bundle,
    entries: [...bundle.entries, entry],
    evidence: [...bundle.evidence, ...evidence],
  })
  const signed = (bundle: ProofBundle) => standingsOf(bundle, 'header-signed')

  it('does not vouch for an officer whom a thief has made with a key that the later one lacks', async () => {
    const thief = await w.xa.officer('Mallory', ['case'])
    const story = await storyOf({}, { key: thief.key })
    const bundle = { ...story, credentials: [...story.credentials, thief.credential] }
    expect(await signed(bundle), 'nothing here tells of the theft').to.deep.equal(['proved'])
    const told = await acceptedAt(second, w.xa, after(NOW, -30))
    for (const knowing of [and(bundle, second), and(bundle, second, told)]) {
      expect(await signed(knowing)).to.deep.equal(['contradicted'])
      const [fact] = await factsOf(knowing, 'key-not-revoked')
      expect(fact?.standing).to.equal('contradicted')
      expect(fact?.data).to.include({ version: '2', kid: thief.key.kid })
      expect(await standingsOf(knowing, 'bundle-coherent')).to.deep.equal(['proved'])
    }
  })

  it('takes approvals with it, and nothing that another authority signed', async () => {
    const bundle = and(sample, second)
    expect(await standingsOf(bundle, 'approvals-given')).to.deep.equal(['contradicted'])
    expect(await standingsOf(bundle, 'receipt-signed')).to.deep.equal(['proved'])
    expect(await standingsOf(bundle, 'receipt-matches-header')).to.deep.equal(['claimed'])
  })

  it('does not vouch for a receipt from the moment on at which the later one began', async () => {
    const { keys: others } = await withNewKey(w.xb, 'credentials')
    for (const [validFrom, standing] of [
      [after(NOW, -60), 'contradicted'],
      [BETWEEN, 'contradicted'],
      [after(NOW, 6), 'proved'],
    ] as const) {
      const next = await nextEntry(w.xb, { keys: others, validFrom: validFrom.toISOString() })
      const bundle = and(sample, next)
      expect(await standingsOf(bundle, 'receipt-signed')).to.deep.equal([standing])
      expect(await signed(bundle)).to.deep.equal(['proved'])
    }
  })

  it('vouches while the key serves on in the later one, and not once that has ended it', async () => {
    for (const [notAfter, standing] of [
      [after(NOW, 60), 'proved'],
      [NOW, 'contradicted'],
    ] as const) {
      const serving = w.xa.claims.keys.map((key) => ({ ...key, notAfter: notAfter.toISOString() }))
      const next = await nextEntry(w.xa, { keys: [...serving, ...keys.slice(-1)] })
      expect(await signed(and(sample, next))).to.deep.equal([standing])
    }
    const ended = await nextEntry(w.xa, { validTo: NOW.toISOString() })
    expect(await signed(and(sample, ended)), 'ended as a whole').to.deep.equal(['contradicted'])
  })

  it('vouches before the later one began, and again where one after it has the key', async () => {
    const later = await nextEntry(w.xa, { keys, validFrom: BETWEEN.toISOString() })
    expect(await signed(and(sample, later))).to.deep.equal(['proved'])
    const supersedes = await digestOf(second)
    const third = await nextEntry(w.xa, { version: 3, supersedes })
    expect(await signed(and(and(sample, second), third))).to.deep.equal(['proved'])
  })

  it('leaves a claim where the relay was told of the later one only afterwards', async () => {
    const afterwards = await acceptedAt(second, w.xa, BETWEEN)
    expect(await signed(and(sample, second, afterwards))).to.deep.equal(['claimed'])
    const before = await acceptedAt(second, w.xa, NOW)
    expect(await signed(and(sample, second, afterwards, before))).to.deep.equal(['contradicted'])
    // What another relay was told, and when, is no excuse for that of the package.
    const other = await relayOf(w.root, 'zz.second')
    const elsewhere = await acceptedAt(second, w.xa, BETWEEN, other)
    const bundle = and(and(sample, second, elsewhere), other.entry.statement)
    expect(await signed(bundle)).to.deep.equal(['contradicted'])
  })

  it('is judged by what is observed: what nobody observed is claimed as before', async () => {
    expect(await signed(and(await unobserved(), second))).to.deep.equal(['claimed'])
  })

  it('is superseded by nothing that is forged, or of another authority', async () => {
    const odd = forged(second, w.xa.entry.statement)
    expect(await signed(and(sample, odd))).to.deep.equal(['proved'])
    const stranger = await nextEntry(w.xc, { keys })
    expect(await signed(and(sample, stranger))).to.deep.equal(['proved'])
  })

  it('is no way around a policy that has become stricter', async () => {
    const given = (bundle: ProofBundle) => standingsOf(bundle, 'approvals-given')
    const stricter = await nextEntry(w.xa, { policy: { approvals: 2 } })
    expect(await given(and(sample, stricter))).to.deep.equal(['unproved'])
    const milder = await nextEntry(w.xa, { policy: { approvals: 0 } })
    expect(await given(and({ ...sample, approvals: [] }, milder))).to.deep.equal(['unproved'])
    const told = await acceptedAt(stricter, w.xa, BETWEEN)
    expect(await given(and(sample, stricter, told))).to.deep.equal(['proved'])
    const later = await nextEntry(w.xa, {
      policy: { approvals: 2 },
      validFrom: BETWEEN.toISOString(),
    })
    expect(await given(and(sample, later))).to.deep.equal(['proved'])
  })
})
