import { expect } from 'chai'
import { digestOf } from '#crypto/bytes/sha256.js'
import type { ProofBundle } from '#crypto/proof/bundle.js'
import { sampleBundle } from '#test/support/world/sample-bundle.js'
import { factsOf, standingsOf, unobserved } from '../story.js'

const document = async (text: string, length = text.length) => ({
  name: 'a.pdf',
  length,
  digest: await digestOf(text),
})

describe('what is told beside a bundle', () => {
  let sample: ProofBundle
  before(async () => {
    sample = await sampleBundle({ told: 'manifest' })
  })
  const standings = (bundle: ProofBundle) => standingsOf(bundle, 'manifest-matches-header')
  const told = (bundle: ProofBundle) => {
    if (!bundle.disclosure) throw new TypeError('a bundle that tells something')
    return bundle.disclosure
  }

  it('is proved to be the sender’s manifest', async () => {
    expect(await standings(sample)).to.deep.equal(['proved'])
    expect(await standings(await sampleBundle())).to.deep.equal([])
    expect(await standings(await sampleBundle({ told: 'nothing' }))).to.deep.equal([])
  })

  it('is contradicted by another salt, digest or manifest', async () => {
    const other = told(await sampleBundle({ told: 'manifest' }))
    for (const lie of [
      { salt: other.salt },
      { manifestDigest: other.manifestDigest },
      { manifest: other.manifest },
      { manifest: sample.header },
    ]) {
      const disclosure = { ...told(sample), ...lie }
      expect(await standings({ ...sample, disclosure })).to.deep.equal(['contradicted'])
    }
  })

  it('is unproved while nobody shows who signed the header', async () => {
    expect(await standings({ ...sample, credentials: [] })).to.deep.equal(['unproved'])
  })

  describe('documents', () => {
    const of = async (bundle: ProofBundle, ...documents: Awaited<ReturnType<typeof document>>[]) =>
      standingsOf(bundle, 'document-matches', { documents })

    it('are proved by the manifest, by length and digest, with who verified them', async () => {
      const documents = [await document('first document')]
      const [fact] = await factsOf(sample, 'document-matches', { documents })
      expect(fact?.standing).to.equal('proved')
      expect(fact?.data).to.deep.include({ sentAs: 'summons.pdf', verifiedBy: 'xb.pgo' })
    })

    it('are contradicted when they are none of those sent', async () => {
      expect(await of(sample, await document('third document'))).to.deep.equal(['contradicted'])
      expect(await of(sample, await document('first document', 15))).to.deep.equal(['contradicted'])
    })

    it('are proved of a story without a receipt, verified by nobody', async () => {
      const sent = await sampleBundle({ told: 'manifest', receipt: false })
      const documents = [await document('second document')]
      const [fact] = await factsOf(sent, 'document-matches', { documents })
      expect(fact?.standing).to.equal('proved')
      expect(fact?.data).to.not.have.property('verifiedBy')
    })

    it('are unproved where it is not proved that the sender signed the header', async () => {
      const sent = await unobserved({ told: 'manifest', receipt: false })
      expect(await standingsOf(sent, 'header-signed')).to.deep.equal(['claimed'])
      expect(await of(sent, await document('second document'))).to.deep.equal(['unproved'])
      expect(await standings(sent)).to.deep.equal(['unproved'])
    })

    it('are claimed by a receipt alone, contradicted by one that names others', async () => {
      const receipt = await sampleBundle()
      const texts = ['first document', 'third document']
      const held = await Promise.all(texts.map((text) => document(text)))
      expect(await of(receipt, ...held)).to.deep.equal(['claimed', 'contradicted'])
    })

    it('are unproved where nothing names documents', async () => {
      const bundle = await sampleBundle({ receipt: false })
      expect(await of(bundle, await document('first document'))).to.deep.equal(['unproved'])
    })
  })
})
