import { expect } from 'chai'
import { AuthorityId } from '#crypto/fields/fields.js'
import { digestOf } from '#crypto/bytes/sha256.js'
import type { ProofBundle } from '#crypto/proof/bundle.js'
import type { FactCode } from '#crypto/proof/fact.js'
import { parseBundle } from '#crypto/proof/parse-bundle.js'
import { serialiseBundle } from '#crypto/proof/serialise-bundle.js'
import { verifyBundle } from '#crypto/proof/verify-bundle.js'
import { codeOf } from '#test/support/code-of.js'
import { sampleBundle, type Told, worldTrust } from '#test/support/world/sample-bundle.js'
import {
  TARGET,
  type TranslationOptions,
  withTranslation,
} from '#test/support/world/sample-translation.js'
import { world } from '#test/support/world/world.js'
import { factsOf, forged, standingsOf } from '../story.js'

const OF_TRANSLATIONS: readonly FactCode[] = [
  'custody-unbroken',
  'translation-certified',
  'translation-reviewed',
  'original-prevails',
  'translation-source',
  'translation-target',
  'translation-superseded',
]

/** Xbland had the first part translated, once it had come. */
const translated = async (options: TranslationOptions = {}, told: Told = 'first part') =>
  withTranslation(await sampleBundle({ told }), options)

const told = async (bundle: ProofBundle) => {
  const { verdict, facts } = await verifyBundle(bundle, await worldTrust())
  const found = facts.filter(({ fact }) => OF_TRANSLATIONS.includes(fact))
  return { verdict, ...Object.fromEntries(found.map(({ fact, standing }) => [fact, standing])) }
}

const WHOLE = {
  'custody-unbroken': 'proved',
  'translation-certified': 'proved',
  'translation-reviewed': 'proved',
  'original-prevails': 'proved',
  'translation-source': 'proved',
}

describe('translations in a bundle', () => {
  it('are proved: who had the text, who certified it, who reviewed it, of which document', async () => {
    const bundle = await translated()
    expect(await told(bundle)).to.deep.equal({ verdict: 'proved', ...WHOLE })
    expect(parseBundle(serialiseBundle(bundle))).to.deep.equal(bundle)
    const [custody] = await factsOf(bundle, 'custody-unbroken')
    expect(custody?.data['holders']).to.equal('Tariq Translator (xb.pgo); Rita Reviewer (xb.pgo)')
    const [certified] = await factsOf(bundle, 'translation-certified')
    expect(certified?.data).to.deep.include({
      name: 'Tariq Translator',
      authority: 'xb.pgo',
      from: 'en',
      to: 'fr',
      accreditation: 'Ministry of Justice, T-1',
    })
    expect(Object.keys(certified?.clocks ?? {})).to.deep.equal(['declared', 'observed', 'attested'])
    const [source] = await factsOf(bundle, 'translation-source')
    expect(source?.data['name']).to.equal('summons.pdf')
  })

  it('are of a later version, and never twice', async () => {
    const bundle = await translated()
    const refused = (changed: unknown) =>
      codeOf(() => parseBundle(new TextEncoder().encode(JSON.stringify(changed))))
    for (const version of [1, 3])
      expect(await refused({ ...bundle, version })).to.equal('proof/malformed')
    const translations = bundle.translations ?? []
    for (const other of [[], [...translations, ...translations]]) {
      expect(await refused({ ...bundle, translations: other })).to.equal('proof/malformed')
    }
  })

  it('rest on what is disclosed: without it, on the word of a receipt or of the translator', async () => {
    const receipt = await translated({}, 'salt')
    expect(await standingsOf(receipt, 'translation-source')).to.deep.equal(['claimed'])
    const silent = await withTranslation(await sampleBundle({ told: 'salt', receipt: false }))
    expect(await standingsOf(silent, 'translation-source')).to.deep.equal(['claimed'])
  })

  it('name the translation that is held against the bundle, though it was not sent in it', async () => {
    const document = { name: 'citation.pdf', length: TARGET.length, digest: await digestOf(TARGET) }
    const facts = await factsOf(await translated(), 'translation-target', { documents: [document] })
    expect(facts.map(({ standing, data }) => [standing, data['name']])).to.deep.equal([
      ['proved', 'citation.pdf'],
    ])
    const other = [{ ...document, digest: await digestOf('another text') }]
    expect(
      await standingsOf(await translated({}, 'manifest'), 'document-matches', { documents: other }),
    ).to.deep.equal(['contradicted'])
  })

  it('are shown as taken back by a recall, or by a later hand-off in their stead', async () => {
    const recalled = await translated({ recalled: 'source-changed' })
    const { 'original-prevails': counts, ...withdrawn } = WHOLE
    const after = { verdict: 'proved', ...withdrawn, 'translation-superseded': counts }
    expect(await told(recalled)).to.deep.equal(after)
    const once = await translated()
    const supersedes = await digestOf(once.translations?.[0]?.handoff ?? '')
    const twice = await withTranslation(once, { handoff: { supersedes } })
    expect(await standingsOf(twice, 'translation-superseded')).to.deep.equal(['proved'])
    expect(await standingsOf(twice, 'original-prevails')).to.deep.equal(['proved'])
  })

  it('by which another text counts are the translator’s word', async () => {
    const certified = { prevails: 'translation', instrument: 'Treaty, article 5' } as const
    const bundle = await translated({ certified })
    expect(await standingsOf(bundle, 'original-prevails')).to.deep.equal(['claimed'])
  })

  it('stand when the copies that were handed off are deleted, which happens once', async () => {
    const source = { header: null, sender: AuthorityId.parse('xb.pgo') }
    const custody = async (deleted: number) =>
      standingsOf(await translated({ source, deleted }), 'custody-unbroken')
    expect(await custody(1)).to.deep.equal(['proved'])
    expect(await custody(2)).to.deep.equal(['contradicted'])
  })

  it('of fields of a form are the translator’s word', async () => {
    const bundle = await translated({ item: { sealed: null } })
    expect(await standingsOf(bundle, 'translation-source')).to.deep.equal([])
    expect(await standingsOf(bundle, 'translation-certified')).to.deep.equal(['contradicted'])
  })

  const hostile: Record<
    string,
    [() => Promise<ProofBundle>, Partial<Record<FactCode | 'verdict', string>>]
  > = {
    'a statement about a document of another package': [
      () =>
        translated(
          { source: { header: 'ab'.repeat(32) }, item: { source: 'cd'.repeat(32) } },
          'manifest',
        ),
      { 'translation-source': 'contradicted', verdict: 'contradicted' },
    ],
    'a statement about another digest of the part': [
      () => translated({ item: { source: 'cd'.repeat(32) } }),
      { 'translation-source': 'contradicted', verdict: 'contradicted' },
    ],
    'a statement that no receipt bears out': [
      () => translated({ item: { source: 'cd'.repeat(32) } }, 'salt'),
      { 'translation-source': 'contradicted' },
    ],
    'another ciphertext than that of the part': [
      () => translated({ sealed: 'ef'.repeat(32) }),
      { 'translation-source': 'contradicted', verdict: 'contradicted' },
    ],
    'a certified statement that is not logged': [
      () => translated({ unlogged: true }),
      { logged: 'unproved', 'translation-certified': 'proved', verdict: 'incomplete' },
    ],
    'a certified statement that the relay did not record': [
      () => translated({ without: ['H.9', 'H.10'] }),
      { 'custody-unbroken': 'unproved', 'translation-certified': 'claimed', verdict: 'incomplete' },
    ],
    'evidence with a hole': [
      () => translated({ without: ['H.7'] }),
      { 'custody-unbroken': 'contradicted', verdict: 'contradicted' },
    ],
    'a translator without the role': [
      () => translated({ roles: ['case'] }),
      { 'translation-certified': 'contradicted', verdict: 'contradicted' },
    ],
    'a statement that somebody else certified': [
      async () =>
        translated({ certifier: await (await world()).xb.officer('Else', ['translator']) }),
      { 'translation-certified': 'contradicted', verdict: 'contradicted' },
    ],
    'a forged statement': [
      async () => {
        const bundle = await translated()
        const translations = (bundle.translations ?? []).map((one) => ({
          ...one,
          certified: forged(one.certified ?? '', one.handoff),
        }))
        return { ...bundle, translations }
      },
      { 'translation-certified': 'contradicted', verdict: 'contradicted' },
    ],
    'the statement of another hand-off': [
      async () => {
        const [bundle, other] = [await translated(), await translated()]
        const translations = (bundle.translations ?? []).map((one) => ({
          ...one,
          certified: other.translations?.[0]?.certified ?? '',
        }))
        return { ...bundle, translations }
      },
      { 'bundle-coherent': 'contradicted', verdict: 'contradicted' },
    ],
    'evidence of a hand-off that is not there': [
      async () => {
        const { translations, ...bundle } = await translated()
        expect(translations).to.have.length(1)
        return { ...bundle, version: 1 as const }
      },
      { 'bundle-coherent': 'contradicted', verdict: 'contradicted' },
    ],
    'no credential of the translator': [
      async () => {
        const bundle = await translated()
        return { ...bundle, credentials: bundle.credentials.slice(0, 3) }
      },
      {
        'custody-unbroken': 'unproved',
        'translation-certified': 'unproved',
        verdict: 'incomplete',
      },
    ],
  }
  for (const [name, [made, expected]] of Object.entries(hostile)) {
    it(`are not proved by ${name}`, async () => {
      const bundle = await made()
      const { verdict, facts } = await verifyBundle(bundle, await worldTrust())
      for (const [fact, standing] of Object.entries(expected)) {
        const found =
          fact === 'verdict'
            ? [verdict]
            : facts.filter((one) => one.fact === fact).map((one) => one.standing)
        expect(found, `${name}: ${fact}`).to.include(standing)
      }
    })
  }
})
