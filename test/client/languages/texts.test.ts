import { expect } from 'chai'
import { LANGUAGES } from '#client/languages/language.js'
import { sentenceOf } from '#client/languages/sentence-of.js'
import { textsOf } from '#client/languages/texts-of.js'
import { verifyBundle } from '#crypto/proof/verify-bundle.js'
import { sampleBundle, worldTrust } from '#test/support/world/sample-bundle.js'

type Named = readonly [path: string, text: string]

function named(value: unknown, path = ''): Named[] {
  if (typeof value === 'string') return [[path, value]]
  return Object.entries(value as Readonly<Record<string, unknown>>).flatMap(([key, inner]) =>
    named(inner, path === '' ? key : `${path}.${key}`),
  )
}
const placesIn = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([place]) => place).sort()

describe('texts in six languages', () => {
  const english = new Map(named(textsOf('en')))

  for (const language of LANGUAGES) {
    const own = new Map(named(textsOf(language)))

    it(`${language} says everything that English says, and nothing else`, () => {
      expect([...own.keys()].sort()).to.deep.equal([...english.keys()].sort())
    })

    it(`${language} has the same places to fill`, () => {
      for (const [path, text] of own) {
        expect(placesIn(text), path).to.deep.equal(placesIn(english.get(path) ?? ''))
      }
    })

    it(`${language} leaves nothing empty, and nothing in English`, () => {
      for (const [path, text] of own) {
        expect(text.trim(), path).not.to.equal('')
        // Single words may be the same in two languages, and right so; sentences are not.
        const isSentence = text.length > 24
        if (language !== 'en' && isSentence) expect(text, path).not.to.equal(english.get(path))
      }
    })

    it(`${language} has a sentence of its own for every fact that is proved`, async () => {
      const { facts, standings } = textsOf(language)
      const document = { name: 'letter.pdf', length: 14, digest: 'ab'.repeat(32) }
      const bundle = await sampleBundle({ told: 'manifest' })
      const verdict = await verifyBundle(bundle, await worldTrust(), { documents: [document] })
      for (const fact of verdict.facts) {
        const sentence = sentenceOf(fact, textsOf(language))
        expect(sentence, fact.fact).not.to.match(/[{}]/)
        expect(sentence, fact.fact).not.to.equal(standings[fact.standing].meaning)
        expect(facts[fact.fact].title).not.to.equal('')
      }
    })
  }

  it('says why something is only claimed, where the fact knows', () => {
    const texts = textsOf('en')
    const about = { fact: 'submission-accepted', text: '', clocks: {} } as const
    const data = { doubt: 'relay-revoked', issuer: 'zz.relay', code: 'A.1' }
    const { meaning } = texts.standings.claimed
    expect(sentenceOf({ ...about, standing: 'claimed', data }, texts)).to.equal(
      `${meaning} ${texts.doubts['relay-revoked']}`,
    )
    const unknown = { ...about, standing: 'claimed', data: { doubt: 'toString' } } as const
    expect(sentenceOf(unknown, texts)).to.equal(meaning)
    expect(sentenceOf({ ...about, standing: 'proved', data }, texts)).to.not.include('revoked')
  })

  it('says what a standing means where a fact lacks what its sentence needs', () => {
    const texts = textsOf('en')
    const fact = { fact: 'logged', standing: 'proved', text: '', data: {}, clocks: {} } as const
    expect(sentenceOf(fact, texts)).to.equal(texts.standings.proved.meaning)
  })
})
