import { expect } from 'chai'
import { signSuspension } from '#crypto/directory/sign-suspension.js'
import type { Suspension } from '#crypto/directory/revocation.js'
import { signEntry } from '#crypto/directory/sign-entry.js'
import type { TrustList } from '#crypto/directory/trust-list.js'
import { issueNetworkRoot } from '#crypto/pki/issue-network-root.js'
import { issueRevocationList } from '#crypto/pki/issue-revocation-list.js'
import type { ProofBundle } from '#crypto/proof/bundle.js'
import { after, BEGIN, END, NOW } from '#test/support/world/moments.js'
import { sampleBundle, worldTrust } from '#test/support/world/sample-bundle.js'
import { type World, world } from '#test/support/world/world.js'
import { factsOf, forged, knowing, standingsOf } from '../story.js'

describe('whether a bundle is of one piece', () => {
  let w: World
  let sample: ProofBundle
  before(async () => {
    w = await world()
    sample = await sampleBundle()
  })
  const flawOf = async (bundle: ProofBundle, at?: Date) => {
    const [fact] = await factsOf(bundle, 'bundle-coherent', { ...(at && { at }) })
    return fact?.standing === 'proved' ? undefined : fact?.data
  }
  const listOf = (root = w.root, revoked: Parameters<typeof issueRevocationList>[1] = []) =>
    issueRevocationList(root, revoked, { thisUpdate: BEGIN, nextUpdate: END })

  it('is proved of an honest one', async () => {
    expect(await flawOf(sample)).to.equal(undefined)
  })

  it('is contradicted by statements that cannot be read, or are of another kind', async () => {
    for (const [member, where] of [
      ['credentials', 'credential'],
      ['approvals', 'approval'],
      ['entries', 'entry'],
      ['evidence', 'evidence'],
      ['receipts', 'receipt'],
      ['revocations', 'revocation'],
      ['suspensions', 'suspension'],
    ] as const) {
      const count = sample[member].length
      for (const [odd, why] of [
        ['no statement at all', 'statement/malformed'],
        [sample.header, 'statement/type'],
      ] as const) {
        const bundle = { ...sample, [member]: [...sample[member], odd] }
        expect(await flawOf(bundle)).to.deep.include({ where: `${where} ${count + 1}`, why })
      }
    }
  })

  it('is contradicted by a payload that is not of its kind', async () => {
    const { forge } = await import('#test/crypto/statement/forge.js')
    const { key } = w.drafter
    const odd = await forge({ alg: key.alg, kid: key.kid, typ: 'rogatory-receipt' }, {}, key)
    const bundle = { ...sample, receipts: [...sample.receipts, odd] }
    expect(await flawOf(bundle)).to.deep.include({ why: 'statement/payload' })
  })

  it('is contradicted by entries and credentials that do not hold', async () => {
    const entry = await signEntry(w.xa.claims, w.xb.identity).catch(() =>
      forged(w.xa.entry.statement, w.xb.entry.statement),
    )
    const entries = [...sample.entries, entry]
    expect(await flawOf({ ...sample, entries })).to.deep.include({ where: 'entry 4' })
    const stranger = await w.xc.officer('Carl', ['case'])
    const credentials = [...sample.credentials, stranger.credential]
    const where = `credential ${credentials.length}`
    expect(await flawOf({ ...sample, credentials })).to.deep.include({
      where,
      why: 'directory/key',
    })
    const known = await knowing({ ...sample, credentials }, 'xa', 'xb', 'xc', 'relay')
    expect(await flawOf(known)).to.equal(undefined)
  })

  it('is contradicted by a suspension that no operator declared', async () => {
    const said: Suspension = {
      authority: w.xa.id,
      standing: 'suspended',
      since: after(NOW, 60).toISOString(),
      reason: 'Unpaid dues',
      declared: NOW.toISOString(),
    }
    const honest = await signSuspension(said, w.relay.operatorKey)
    expect(await flawOf({ ...sample, suspensions: [honest] })).to.equal(undefined)
    for (const key of [w.relay.evidenceKey, w.drafter.key]) {
      const suspensions = [await signSuspension(said, key)]
      expect(await flawOf({ ...sample, suspensions })).to.deep.include({ where: 'suspension 1' })
    }
  })

  it('is contradicted by a revocation list of nobody in this story', async () => {
    expect(await flawOf({ ...sample, revocationLists: [await listOf()] })).to.equal(undefined)
    const other = await issueNetworkRoot({ name: 'Other', notBefore: BEGIN, notAfter: END })
    for (const list of [await listOf(other), 'no list']) {
      const bundle = { ...sample, revocationLists: [list] }
      expect(await flawOf(bundle)).to.include.keys('where')
    }
  })

  it('is read with the lists of bundle and trust list: good, unknown, or revoked', async () => {
    const { serial } = w.xa.entry.certificate
    const revoked = (at: Date) => listOf(w.root, [{ serial, at, reason: 'keyCompromise' }])
    const status = async (list: string, trust?: TrustList) => {
      const bundle = trust ? sample : { ...sample, revocationLists: [list] }
      const [fact] = await factsOf(bundle, 'sender-identified', { ...(trust && { trust }) })
      return fact?.data['certificateStatus'] ?? fact?.data['code']
    }
    expect(await status(await listOf())).to.equal('good')
    expect(await status(await revoked(after(NOW, 3600)))).to.equal('good')
    expect(await status(await revoked(BEGIN))).to.equal('pki/revoked')
    const trust = { ...(await worldTrust()), revocationLists: [await revoked(BEGIN)] }
    expect(await status('', trust)).to.equal('pki/revoked')
    const stale = { thisUpdate: BEGIN, nextUpdate: after(NOW, -60) }
    expect(await status(await issueRevocationList(w.root, [], stale))).to.equal('unknown')
  })

  it('is contradicted by time-stamps or a continuation of no checkpoint', async () => {
    const { timestamps, log } = sample
    const none = { ...sample, log: null, timestamps: [] }
    expect(await flawOf(none)).to.equal(undefined)
    expect(await flawOf({ ...none, timestamps })).to.deep.include({ where: 'time-stamps' })
    const consistency = { checkpoint: log?.checkpoint ?? '', path: [] }
    expect(await flawOf({ ...none, consistency })).to.deep.include({ where: 'time-stamps' })
    const both = { ...sample, consistency: { checkpoint: 'no note', path: [] }, log: null }
    expect(await standingsOf(both, 'checkpoint-consistent')).to.deep.equal([])
    const broken = { ...sample, log: { checkpoint: 'no note', leaves: [] }, consistency }
    expect(await standingsOf(broken, 'checkpoint-consistent')).to.deep.equal(['unproved'])
  })

  it('is contradicted by evidence from the future, by the verifier’s own clock', async () => {
    expect(await flawOf(sample, after(NOW, 60))).to.equal(undefined)
    expect(await flawOf(sample, after(NOW, -120))).to.deep.include({ where: 'evidence 1' })
  })

  it('says nothing else of a bundle whose header cannot be read', async () => {
    for (const header of ['no statement at all', w.xa.entry.statement]) {
      const bundle = { ...sample, header }
      expect(await standingsOf(bundle, 'header-signed')).to.deep.equal(['contradicted'])
      expect(await standingsOf(bundle, 'bundle-coherent')).to.deep.equal([])
    }
  })
})
