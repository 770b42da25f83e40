import { expect } from 'chai'
import { digestOf } from '#crypto/bytes/sha256.js'
import { signEntry } from '#crypto/directory/sign-entry.js'
import type { Approval } from '#crypto/package/approval.js'
import { Header } from '#crypto/package/header.js'
import { signApproval } from '#crypto/package/sign-statements.js'
import { sealPackage } from '#crypto/package/seal-package.js'
import type { ProofBundle } from '#crypto/proof/bundle.js'
import { readStatement } from '#crypto/statement/read-statement.js'
import { trustIn } from '#test/support/world/parties.js'
import { NOW } from '#test/support/world/moments.js'
import { sampleBundle } from '#test/support/world/sample-bundle.js'
import { historyOf } from '#test/support/world/sample-history.js'
import { sampleDraft } from '#test/support/world/sample-package.js'
import { type World, world } from '#test/support/world/world.js'
import { issueNetworkRoot } from '#crypto/pki/issue-network-root.js'
import { BEGIN, END } from '#test/support/world/moments.js'
import { factsOf, forged, knowing, relogged, standingsOf, storyOf, unobserved } from '../story.js'

describe('what a bundle proves of a submission', () => {
  let w: World
  let sample: ProofBundle
  before(async () => {
    w = await world()
    sample = await sampleBundle()
  })

  describe('sender-identified', () => {
    const standings = (bundle: ProofBundle) => standingsOf(bundle, 'sender-identified')
    it('is proved by the entry that the header names', async () => {
      expect(await standings(sample)).to.deep.equal(['proved'])
    })
    it('is unproved without it', async () => {
      expect(await standings(await knowing(sample, 'xb', 'relay'))).to.deep.equal(['unproved'])
    })
    it('is contradicted by another party’s entry', async () => {
      for (const { entry } of [w.xb, w.relay]) {
        const bundle = await storyOf({ senderEntry: entry.digest })
        expect(await standings(bundle)).to.deep.equal(['contradicted'])
      }
    })
    it('is contradicted under roots that did not issue its certificate', async () => {
      const root = await issueNetworkRoot({ name: 'Other', notBefore: BEGIN, notAfter: END })
      const trust = trustIn(root)
      expect(await standingsOf(sample, 'sender-identified', { trust })).to.deep.equal([
        'contradicted',
      ])
      // Nobody is who it says, so nobody signed anything.
      expect(await standingsOf(sample, 'header-signed', { trust })).to.deep.equal(['unproved'])
      expect(await standingsOf(sample, 'relay-identified', { trust })).to.deep.equal([
        'contradicted',
      ])
    })
  })

  describe('header-signed', () => {
    const standings = (bundle: ProofBundle) => standingsOf(bundle, 'header-signed')
    it('is proved with the clocks of sender, relay and time-stamp', async () => {
      const [fact] = await factsOf(sample, 'header-signed')
      expect(fact?.standing).to.equal('proved')
      expect(Object.keys(fact?.clocks ?? {})).to.deep.equal(['declared', 'observed', 'attested'])
    })
    it('is unproved without the officer’s credential', async () => {
      expect(await standings({ ...sample, credentials: [] })).to.deep.equal(['unproved'])
    })
    it('is claimed while nobody observed it', async () => {
      const bundle = await unobserved()
      expect(await standings(bundle)).to.deep.equal(['claimed'])
      expect((await factsOf(bundle, 'header-signed'))[0]?.clocks).to.have.keys('declared')
    })
    it('is contradicted when an officer of another authority signed', async () => {
      const bundle = await storyOf({}, { key: w.registrar.key })
      const credentials = [w.registrar.credential]
      expect(await standings({ ...bundle, credentials })).to.deep.equal(['contradicted'])
    })
    it('is contradicted when the officer may not send', async () => {
      const officer = await w.xa.officer('Wim Witness', ['witness'])
      const bundle = await storyOf({}, { key: officer.key })
      const credentials = [...bundle.credentials, officer.credential]
      expect(await standings({ ...bundle, credentials })).to.deep.equal(['contradicted'])
    })
    it('is contradicted by a false signature', async () => {
      const header = forged(sample.header, (await sampleBundle()).header)
      expect(await standings({ ...sample, header })).to.deep.equal(['contradicted'])
    })
  })

  describe('approvals-given', () => {
    const standings = (bundle: ProofBundle) => standingsOf(bundle, 'approvals-given')
    const approvalOf = async (changes: Partial<Approval>, key = w.approver.key) => {
      const claims = (await readStatement(sample.approvals[0] ?? '')).payload as Approval
      return signApproval({ ...claims, ...changes }, key)
    }
    it('is proved by as many as the policy demands, each with its key’s standing', async () => {
      const [fact] = await factsOf(sample, 'approvals-given')
      expect(fact?.data).to.deep.include({ demanded: '1', given: '1', names: 'Axel Approver' })
      expect(await standingsOf(sample, 'key-not-revoked')).to.deep.equal(Array(3).fill('proved'))
    })
    it('is unproved by too few', async () => {
      expect(await standings({ ...sample, approvals: [] })).to.deep.equal(['unproved'])
    })
    it('is contradicted by one of another header, of the drafter, or of nobody known', async () => {
      for (const approvals of [
        [await approvalOf({ header: '0'.repeat(64) })],
        [await approvalOf({}, w.drafter.key)],
        [await approvalOf({}, w.xa.credentialsKey)],
      ]) {
        expect(await standings({ ...sample, approvals })).to.deep.equal(['contradicted'])
      }
    })
    it('is unproved by one of two, and contradicted when that one is of something else', async () => {
      const entry = await signEntry({ ...w.xa.claims, policy: { approvals: 2 } }, w.xa.identity)
      const story = await storyOf({ senderEntry: await digestOf(entry) })
      const bundle = { ...story, entries: [...story.entries, entry] }
      const read = await readStatement(bundle.header)
      const { package: id } = Header.parse(read.payload)
      for (const [changes, standing] of [
        [{ header: read.digest, package: id }, 'unproved'],
        [{}, 'contradicted'],
      ] as const) {
        const approvals = [await approvalOf(changes)]
        expect(await standings({ ...bundle, approvals })).to.deep.equal([standing])
      }
    })
    it('is left out where none is demanded and none is there; else it is judged', async () => {
      const officer = await w.xc.officer('Carl', ['case'])
      const { header } = await sealPackage({
        draft: sampleDraft(),
        sender: { entry: w.xc.entry },
        recipients: [{ entry: w.xb.entry }],
        parts: [],
        key: officer.key,
        at: NOW,
      })
      const bundle = await relogged({
        ...(await knowing(await sampleBundle({ receipt: false }), 'xc', 'xb', 'relay')),
        header,
        approvals: [],
        credentials: [officer.credential],
        evidence: await historyOf(header, [{ code: 'A.1' }]),
      })
      expect(await standings(bundle)).to.deep.equal([])
      expect(await standingsOf(bundle, 'header-signed')).to.deep.equal(['proved'])
      const { approvals } = sample
      expect(await standings({ ...bundle, approvals })).to.deep.equal(['contradicted'])
    })
  })

  describe('submission-accepted', () => {
    const standings = (bundle: ProofBundle) => standingsOf(bundle, 'submission-accepted')
    it('is proved, unproved without evidence, claimed without the relay’s entry', async () => {
      expect(await standings(sample)).to.deep.equal(['proved'])
      expect(await standings(await unobserved())).to.deep.equal(['unproved'])
      expect(await standings(await knowing(sample, 'xa', 'xb'))).to.deep.equal(['claimed'])
    })
    it('is contradicted by evidence that the relay did not sign', async () => {
      const [first = '', second = '', ...rest] = sample.evidence
      const evidence = [forged(first, second), second, ...rest]
      expect(await standings({ ...sample, evidence })).to.deep.equal(['contradicted'])
    })
    it('prefers evidence that holds to a forgery beside it', async () => {
      const [first = '', second = ''] = sample.evidence
      const evidence = [forged(first, second), ...sample.evidence]
      expect(await standings({ ...sample, evidence })).to.deep.equal(['proved'])
      expect(await standingsOf({ ...sample, evidence }, 'bundle-coherent')).to.deep.equal([
        'contradicted',
      ])
    })
    it('gives way to a rejection, after which no recipient is judged', async () => {
      const bundle = await sampleBundle({ receipt: false, steps: [{ code: 'A.2' }] })
      expect(await standings(bundle)).to.deep.equal([])
      const [fact] = await factsOf(bundle, 'rejected')
      expect(fact).to.deep.include({ standing: 'proved' })
      expect(fact?.data['reasons']).to.equal('recipient-suspended')
      expect(await standingsOf(bundle, 'recipient-identified')).to.deep.equal([])
      expect(await digestOf(bundle.evidence[0] ?? '')).to.equal(fact?.statement)
    })
  })
})
