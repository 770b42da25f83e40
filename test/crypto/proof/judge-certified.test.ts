import { expect } from 'chai'
import { digestOf } from '#crypto/bytes/sha256.js'
import type { ProofBundle } from '#crypto/proof/bundle.js'
import type { FactCode } from '#crypto/proof/fact.js'
import { readStatement } from '#crypto/statement/read-statement.js'
import { sampleBundle } from '#test/support/world/sample-bundle.js'
import { type TranslationOptions, withTranslation } from '#test/support/world/sample-translation.js'
import { world } from '#test/support/world/world.js'
import { standingsOf } from './story.js'

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
