import { expect } from 'chai'
import { digestOf } from '#crypto/bytes/sha256.js'
import type { DirectoryEntry } from '#crypto/directory/entry.js'
import { generateIdentityKey } from '#crypto/pki/identity-key.js'
import { issueCertificate } from '#crypto/pki/issue-certificate.js'
import type { ProofBundle } from '#crypto/proof/bundle.js'
import { compareBundles } from '#crypto/proof/compare/compare-bundles.js'
import { PackageId } from '#crypto/fields/fields.js'
import { BEGIN, END } from '#test/support/world/moments.js'
import { nextEntry } from '#test/support/world/next-entry.js'
import type { Party } from '#test/support/world/parties.js'
import { sampleBundle, worldTrust } from '#test/support/world/sample-bundle.js'
import { type World, world } from '#test/support/world/world.js'
import { factsOf, forged } from './story.js'

describe('entries of one authority that are not of one history', () => {
  let w: World
  let sample: ProofBundle
  let second: string
  let rival: string
  before(async () => {
    w = await world()
    sample = await sampleBundle()
    second = await nextEntry(w.xb)
    rival = await nextEntry(w.xb, { names: { en: 'The same authority, to somebody else' } })
  })
  const and = (...entries: string[]): ProofBundle => ({
    ...sample,
    entries: [...sample.entries, ...entries],
  })
  const flawOf = async (bundle: ProofBundle) => {
    const [fact] = await factsOf(bundle, 'bundle-coherent')
    return fact?.standing === 'proved' ? undefined : fact?.data['where']
  }
  const third = async (supersedes: string, changes: Partial<DirectoryEntry> = {}) =>
    nextEntry(w.xb, { version: 3, supersedes: await digestOf(supersedes), ...changes })
  /** The same authority by another key: what a holder of a trusted root can make. */
  async function impostor({ claims, entry, id }: Party): Promise<Party> {
    const key = await generateIdentityKey()
    const certificate = await issueCertificate(key, {
      role: 'authority',
      party: id,
      name: id,
      state: 'XB',
      issuer: w.root,
      notBefore: BEGIN,
      notAfter: END,
    })
    return { id, claims, entry, identity: { key, chain: [certificate.x5c] } }
  }

  describe('in one bundle', () => {
    it('are none where each continues the one before', async () => {
      expect(await flawOf(and(second, await third(second)))).to.equal(undefined)
      // A version that is not here is no contradiction.
      expect(await flawOf(and(await third(second)))).to.equal(undefined)
    })
    it('contradict it: two versions of one number', async () => {
      expect(await flawOf(and(second, rival))).to.equal('entry 5')
      const { statement } = (await world()).xb.entry
      const first = await nextEntry(w.xb, { version: 1, supersedes: null })
      expect(first).not.to.equal(statement)
      expect(await flawOf(and(first))).to.equal('entry 4')
    })
    it('contradict it: a version that continues another than the one before it', async () => {
      expect(await flawOf(and(second, await third(rival)))).to.equal('entry 5')
      const odd = await nextEntry(w.xb, { supersedes: 'ab'.repeat(32) })
      expect(await flawOf(and(odd))).to.equal('entry 4')
    })
  })

  describe('in two bundles', () => {
    const compare = async (a: ProofBundle, b: ProofBundle) => {
      const { findings, outcome } = await compareBundles([a, b], await worldTrust())
      return { outcome, forks: findings.filter(({ finding }) => finding === 'entries-forked') }
    }
    it('are a contradiction, against the authority where it signed both', async () => {
      const { outcome, forks } = await compare(and(second), and(rival))
      expect(outcome).to.equal('contradict')
      expect(forks).to.have.length(1)
      expect(forks[0]).to.include({ standing: 'contradiction', against: w.xb.id })
      expect(forks[0]?.data).to.deep.equal({
        authority: w.xb.id,
        first: await digestOf(second),
        second: await digestOf(rival),
      })
    })
    it('are one where a version continues another than the other bundle has', async () => {
      const { forks } = await compare(and(second), and(await third(rival)))
      expect(forks).to.have.length(1)
    })
    it('accuse nobody where another key signed: somebody had a certificate in its name', async () => {
      const made = await nextEntry(await impostor(w.xb))
      const { outcome, forks } = await compare(and(second), and(made))
      expect(outcome).to.equal('contradict')
      expect(forks[0]).not.to.have.property('against')
    })
    it('are found whatever packages the two are about', async () => {
      const id = PackageId.parse('01890a5d-ac96-774b-bcce-b302099a8057')
      const other = await sampleBundle({ draft: { package: id } })
      const { forks } = await compare(and(second), {
        ...other,
        entries: [...other.entries, rival],
      })
      expect(forks).to.have.length(1)
    })
    it('are none where one side has more, nor by what is forged', async () => {
      expect((await compare(and(second), sample)).forks).to.deep.equal([])
      expect((await compare(sample, and(second, await third(second)))).forks).to.deep.equal([])
      const odd = forged(rival, second)
      expect((await compare(and(second), and(odd))).forks).to.deep.equal([])
    })
  })
})
