import { expect } from 'chai'
import { ar } from '#client/browser/languages/ar.js'
import { ar as arLater } from '#client/browser/languages/later/ar.js'
import { en } from '#client/browser/languages/en.js'
import { en as enLater } from '#client/browser/languages/later/en.js'
import { es } from '#client/browser/languages/es.js'
import { es as esLater } from '#client/browser/languages/later/es.js'
import { fr } from '#client/browser/languages/fr.js'
import { fr as frLater } from '#client/browser/languages/later/fr.js'
import { ru } from '#client/browser/languages/ru.js'
import { ru as ruLater } from '#client/browser/languages/later/ru.js'
import { zh } from '#client/browser/languages/zh.js'
import { zh as zhLater } from '#client/browser/languages/later/zh.js'

type Bundle = Readonly<Record<string, Readonly<Record<string, string | undefined>>>>
/** What is shared with the certificate is typed and tested there. */
function ownOf(first: { readonly report: unknown }, later: object): Bundle {
  const own = Object.entries({ ...first, ...later }).filter(([area]) => area !== 'report')
  return Object.fromEntries(own) as Bundle
}
const english: Bundle = ownOf(en, enLater)

const others: Readonly<Record<string, Bundle>> = {
  ar: ownOf(ar, arLater),
  es: ownOf(es, esLater),
  fr: ownOf(fr, frLater),
  ru: ownOf(ru, ruLater),
  zh: ownOf(zh, zhLater),
}

/** `{{places}}` of a text, sorted. */
const placesOf = (text: string) =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)]
    .map(([, name]) => name)
    // A plural form may say its number in words, as “one” and “two” do.
    .filter((name) => name !== 'count')
    .sort()
const PLURAL = /_(zero|one|two|few|many|other)$/

describe('the texts of the web client', () => {
  for (const [language, bundle] of Object.entries(others)) {
    it(`are complete in ${language}, and nothing is in it that English does not know`, () => {
      expect(Object.keys(bundle)).to.deep.equal(Object.keys(english))
      for (const [area, texts] of Object.entries(english)) {
        const stems = (of: object) =>
          [...new Set(Object.keys(of).map((key) => key.replace(PLURAL, '')))].sort()
        expect(stems(bundle[area] ?? {}), area).to.deep.equal(stems(texts))
      }
    })

    it(`have the same places in ${language}, none is empty, and none was left in English`, () => {
      const same: string[] = []
      for (const [area, texts] of Object.entries(english)) {
        for (const [key, text = ''] of Object.entries(texts)) {
          const translated = bundle[area]?.[key] ?? ''
          expect(translated.trim(), `${area}.${key}`).not.to.equal('')
          expect(placesOf(translated), `${area}.${key}`).to.deep.equal(placesOf(text))
          if (translated === text && /\w{4} \w{3}/.test(text)) same.push(`${area}.${key}`)
        }
      }
      expect(same).to.deep.equal([])
    })

    it(`have in ${language} every plural form that the language has`, () => {
      const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions()
      for (const [area, texts] of Object.entries(english)) {
        const counted = Object.keys(texts).filter((key) => key.endsWith('_other'))
        for (const key of counted) {
          const stem = key.replace(PLURAL, '')
          for (const category of pluralCategories) {
            expect(bundle[area], area).to.have.property(`${stem}_${category}`)
          }
        }
      }
    })
  }

  it('speak in Arabic to the reader in the singular, and of the authority in the plural', () => {
    const said = Object.values(ownOf(ar, arLater)).flatMap((texts) => Object.values(texts))
    const other = said.filter((text = '') =>
      /سلطتك(?!م)|متصفحكم|ملفاتكم|حاسوبكم|زملاؤكم/u.test(text),
    )
    expect(other).to.deep.equal([])
    // Imperatives to several people, after a stop or a colon, or at the beginning.
    const toSeveral = said.filter(
      (text = '') => /(?:^|[.؛:] )[\p{L}\p{M}]+وا /u.test(text) && !text.startsWith('ليسوا'),
    )
    expect(toSeveral).to.deep.equal([])
  })
})
