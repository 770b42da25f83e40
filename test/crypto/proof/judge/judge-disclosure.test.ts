import { expect } from 'chai'
import { digestOf } from '#crypto/bytes/sha256.js'
import type { ProofBundle } from '#crypto/proof/bundle.js'
import { parseBundle } from '#crypto/proof/parse-bundle.js'
import { serialiseBundle } from '#crypto/proof/serialise-bundle.js'
import { verifyBundle } from '#crypto/proof/verify-bundle.js'
import { factsIn } from '#test/support/facts-in.js'
import { sampleBundle, worldTrust } from '#test/support/world/sample-bundle.js'

/** The disclosure of a sample with changes made to what is told of its first part. */
function withPart(bundle: ProofBundle, changes: object): ProofBundle {
  const { disclosure } = bundle
  const [part] = disclosure?.parts ?? []
  if (!disclosure || !part) throw new TypeError('the sample tells of a part')
  return { ...bundle, disclosure: { ...disclosure, parts: [{ ...part, ...changes }] } }
}

const document = async (text: string) => ({
  name: 'held.pdf',
  length: text.length,
  digest: await digestOf(text),
})

describe('disclosing single parts', () => {
  let bundle: ProofBundle
  before(async () => {
    bundle = await sampleBundle({ told: 'first part' })
  })
  const judge = async (given: ProofBundle, ...texts: string[]) =>
    verifyBundle(given, await worldTrust(), { documents: await Promise.all(texts.map(document)) })

  it('proves the document of the part, and shows neither form, key nor the other part', async () => {
    const verdict = await judge(parseBundle(serialiseBundle(bundle)), 'first document')
    expect(verdict.verdict).to.equal('proved')
    const [matched] = factsIn(verdict, 'document-matches')
    expect(matched).to.include({ standing: 'proved' })
    expect(matched?.data).to.include({ sentAs: 'summons.pdf', verifiedBy: 'xb.pgo' })
    expect(factsIn(verdict, 'part-disclosed')).to.have.length(1)
    const text = JSON.stringify(bundle.disclosure)
    expect(text).to.not.include('"key"')
    expect(text).to.not.include(await digestOf('second document'))
    expect(text).to.not.include('summons"}')
  })

  it('leaves another document as a receipt tells it, and contradicts a stranger', async () => {
    const verdict = await judge(bundle, 'second document', 'no document of this package')
    const standings = factsIn(verdict, 'document-matches').map(({ standing }) => standing)
    expect(standings).to.deep.equal(['claimed', 'contradicted'])
  })

  it('contradicts a part that was not committed to', async () => {
    for (const changes of [{ name: 'other.pdf' }, { digest: await digestOf('other') }]) {
      const verdict = await judge(withPart(bundle, changes), 'other')
      expect(factsIn(verdict, 'part-disclosed')[0]).to.include({ standing: 'contradicted' })
      expect(verdict.verdict).to.equal('contradicted')
    }
  })

  it('contradicts a receipt that names the part by another digest', async () => {
    const digest = await digestOf('something else')
    const other = await sampleBundle({
      told: 'first part',
      receiptParts: (stated) => stated.map((part) => ({ ...part, digest })),
    })
    const [fact] = factsIn(await judge(other), 'receipt-matches-header')
    expect(fact).to.include({ standing: 'contradicted' })
  })

  it('is unproved when nobody shows who signed the header', async () => {
    const verdict = await judge({ ...bundle, credentials: [] })
    expect(factsIn(verdict, 'part-disclosed')[0]).to.include({ standing: 'unproved' })
  })
})
