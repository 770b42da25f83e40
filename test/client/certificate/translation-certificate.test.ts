import { expect } from 'chai'
import { makeCertificate } from '#client/certificate/make-certificate.js'
import { certificateFonts } from '#client/files/certificate-fonts.js'
import type { Language } from '#client/languages/language.js'
import { textsOf } from '#client/languages/texts-of.js'
import { digestOf } from '#crypto/bytes/sha256.js'
import { readCertificate } from '#crypto/pki/read-certificate.js'
import { serialiseBundle } from '#crypto/proof/serialise-bundle.js'
import { codeOf } from '#test/support/code-of.js'
import { poppler, says } from '#test/support/poppler.js'
import { sampleBundle, worldTrust } from '#test/support/world/sample-bundle.js'
import { TARGET, withTranslation } from '#test/support/world/sample-translation.js'
import { world } from '#test/support/world/world.js'

async function certificateOf(from: string, to: string, language: Language) {
  const { xb } = await world()
  const chain = xb.identity.chain.map((one) => readCertificate(one))
  const [certificate] = chain
  if (!certificate) throw new TypeError('an identity has a certificate')
  const story = await sampleBundle({ told: 'first part' })
  const bundle = serialiseBundle(await withTranslation(story, { handoff: { pair: { from, to } } }))
  const document = { name: 'translated.pdf', length: TARGET.length, digest: await digestOf(TARGET) }
  const { pdf } = await makeCertificate({
    bundle,
    trust: await worldTrust(),
    language,
    documents: [document],
    about: 'translation',
    at: new Date('2026-04-01T10:00:00.000Z'),
    signer: { certificate, chain, key: xb.identity.key, privateKeyPem: '' },
    fonts: certificateFonts,
  })
  return { bundle, document, judge: poppler(pdf) }
}

describe('certificate of translation', function () {
  this.timeout(300_000)
  const pairs = [
    ['ar', 'fr', 'fr', ['ar', 'fr']],
    ['zh-Hans', 'en', 'en', ['zh', 'en']],
    // Neither is one of the six: in the language asked for, and in English beside.
    ['sw', 'sw-KE', 'ru', ['ru', 'en']],
  ] as const
  for (const [from, to, language, spoken] of pairs) {
    it(`says of ${from} to ${to} in ${spoken.join(' and ')} who certified what, signed, with its proof`, async () => {
      const { judge, bundle, document } = await certificateOf(from, to, language)
      const text = judge.text()
      for (const one of spoken) {
        const { certificate: words } = textsOf(one)
        expect(says(text, words.translationTitle), words.translationTitle).to.equal(true)
        expect(says(text, words.limitTranslation), words.limitTranslation).to.equal(true)
        const reviewed = textsOf(one).facts['translation-reviewed'].proved
        const [end = ''] = reviewed.split('}').slice(-1)
        expect(says(text, end), end).to.equal(true)
      }
      const said = [
        ...['Tariq Translator', 'Rita Reviewer', 'T-1', 'summons.pdf', 'translated.pdf'],
        ...[document.digest, await digestOf('first document'), '2026-03-01 09:00:12.000'],
      ]
      // A character without a glyph would be set as an empty box, and read as none.
      const texts = spoken.flatMap((one) => Object.values(textsOf(one).facts))
      expect(JSON.stringify(texts)).not.to.match(/[\u2190-\u21ff]/u)
      for (const one of said) expect(says(text, one), one).to.equal(true)
      expect(judge.attached()).to.deep.equal(new Uint8Array(bundle))
      expect(judge.signature()).to.include('Signature is Valid')
      for (const font of judge.fonts()) expect(font).to.match(/ yes yes yes /)
      judge.close()
    })
  }

  it('is not made of a bundle that proves no certified translation', async () => {
    const order = { trust: await worldTrust(), language: 'en', about: 'translation' } as const
    const at = new Date('2026-04-01T10:00:00.000Z')
    for (const bundle of [
      await sampleBundle(),
      await withTranslation(await sampleBundle(), { without: ['H.9', 'H.10'] }),
    ]) {
      const octets = serialiseBundle(bundle)
      expect(
        await codeOf(() =>
          makeCertificate({ ...order, bundle: octets, at, fonts: certificateFonts }),
        ),
      ).to.equal('translation-uncertified')
    }
  })
})
