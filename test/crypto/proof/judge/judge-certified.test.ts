import { expect } from 'chai'
import { digestOf } from '#crypto/bytes/sha256.js'
import { uuidV7 } from '#crypto/bytes/uuid-v7.js'
import { HandoffId } from '#crypto/fields/fields.js'
import type { ProofBundle } from '#crypto/proof/bundle.js'
import type { FactCode } from '#crypto/proof/fact.js'
import { readStatement } from '#crypto/statement/read-statement.js'
import { sampleBundle } from '#test/support/world/sample-bundle.js'
import { NOW } from '#test/support/world/moments.js'
import { type TranslationOptions, withTranslation } from '#test/support/world/sample-translation.js'
import { world } from '#test/support/world/world.js'
import { standingsOf } from '../story.js'

/** A certified statement rests on the hand-off: what is left out of a bundle makes nothing in it look better. */
describe('a certified statement', () => {
  const translated = async (options: TranslationOptions = {}) =>
    withTranslation(await sampleBundle({ told: 'first part' }), options)
  const all = async (bundle: ProofBundle, ...facts: FactCode[]) =>
    Object.fromEntries(
      await Promise.all(
        facts.map(async (fact) => [fact, (await standingsOf(bundle, fact)).join(' ')] as const),
      ),
    )
  /** Without the credential of the officer who handed it off, who signed the receipt as well. */
  async function withoutHandler(bundle: ProofBundle): Promise<ProofBundle> {
    const { kid } = await readStatement(bundle.translations?.[0]?.handoff ?? '')
    const read = await Promise.all(bundle.credentials.map((one) => readStatement(one)))
    const isTheirs = (n: number) => (read[n]?.payload as { kid?: string }).kid === kid
    return { ...bundle, credentials: bundle.credentials.filter((_, n) => !isTheirs(n)) }
  }
  const withoutRecall = (bundle: ProofBundle): ProofBundle => ({
    ...bundle,
    translations: bundle.translations?.map((one) => ({ ...one, acts: one.acts.slice(0, -1) })),
  })
  const FACTS: FactCode[] = [
    'translation-certified',
    'translation-reviewed',
    'original-prevails',
    'translation-source',
    'translation-superseded',
  ]
  const CLAIMED = {
    'translation-certified': 'claimed',
    'translation-reviewed': 'claimed',
    'original-prevails': 'claimed',
    'translation-source': 'claimed',
    'translation-superseded': '',
  }

  it('is a claim where who handed the text off is not shown, or did not', async () => {
    const whole = await translated()
    expect(await all(await withoutHandler(whole), ...FACTS)).to.deep.equal(CLAIMED)
    const { xc } = await world()
    const elsewhere = await translated({ handoff: { authority: xc.id } })
    expect(await all(elsewhere, ...FACTS)).to.deep.equal(CLAIMED)
  })

  it('is a claim where the relay’s evidence has a gap before it', async () => {
    const gap = await translated({ without: ['H.2'] })
    expect(await all(gap, ...FACTS)).to.deep.equal(CLAIMED)
  })

  it('is a claim where it was recorded only after an act that is not here', async () => {
    const ended = await translated({
      recalled: 'breach',
      steps: (legal) => [...legal.slice(0, 4), ...legal.slice(-1), ...legal.slice(4, 5)],
    })
    expect(await standingsOf(ended, 'translation-certified')).to.deep.equal(['contradicted'])
    expect(await standingsOf(withoutRecall(ended), 'translation-certified')).to.deep.equal([
      'claimed',
    ])
  })

  it('is a claim where only a certificate of deletion names it', async () => {
    const { xb } = await world()
    const named = await translated({
      source: { header: null, sender: xb.id },
      steps: (legal) => [...legal.slice(0, 4), ['R.1', legal[4]?.[1] ?? '']],
    })
    expect(await standingsOf(named, 'translation-certified')).to.deep.equal(['claimed'])
    expect(await standingsOf(named, 'custody-unbroken')).to.deep.equal(['unproved'])
  })

  it('is taken back by the recall that the relay recorded, and by none of another hand-off', async () => {
    const withRecall = (bundle: ProofBundle, from: ProofBundle): ProofBundle => {
      const recall = from.translations?.[0]?.acts.slice(-1) ?? []
      const translations = bundle.translations?.map((one) => ({
        ...one,
        acts: [...recall, ...one.acts],
      }))
      return { ...bundle, translations }
    }
    const another = await translated({ recalled: 'source-changed' })
    const twice = withRecall(await translated({ recalled: 'breach' }), another)
    expect(await standingsOf(twice, 'translation-superseded')).to.deep.equal(['proved'])
    const handoff = HandoffId.parse(uuidV7(NOW))
    const elsewhere = await translated({ recalled: 'breach', handoff: { handoff } })
    const foreign = withRecall(await translated(), elsewhere)
    expect(await standingsOf(foreign, 'translation-superseded')).to.deep.equal([])
  })

  it('is no better for a recall of which only a part is shown', async () => {
    const recalled = { recalled: 'breach' } as const
    const after = { 'original-prevails': '', 'translation-superseded': 'claimed' }
    const partly = [
      withoutRecall(await translated(recalled)),
      await translated({ ...recalled, without: ['H.11'] }),
      await withoutHandler(await translated(recalled)),
    ]
    for (const bundle of partly) {
      expect(await all(bundle, ...(Object.keys(after) as FactCode[]))).to.deep.equal(after)
    }
  })

  it('is no better for a later hand-off of which only a part is shown', async () => {
    const once = await translated()
    const supersedes = await digestOf(once.translations?.[0]?.handoff ?? '')
    const twice = await withTranslation(once, { handoff: { supersedes }, without: ['H.1'] })
    expect(await standingsOf(twice, 'translation-superseded')).to.deep.equal(['claimed'])
  })
})
