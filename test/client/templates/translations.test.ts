import { expect } from 'chai'
import { findingTexts } from '#client/templates/finding-texts.js'
import type { Text } from '#client/templates/format.js'
import { instruments } from '#client/templates/instruments.js'
import { preFlightTexts } from '#client/templates/pre-flight/texts.js'
import { readingTexts } from '#client/templates/reading-texts.js'
import { templates } from '#client/templates/catalogue.js'
import { LANGUAGES } from '#client/languages/language.js'

/** Every text in six languages below a value, by its path. */
function textsIn(value: unknown, path = ''): readonly (readonly [string, Text])[] {
  if (typeof value !== 'object' || value === null) return []
  if (Object.hasOwn(value, 'en')) return [[path, value as Text]]
  return Object.entries(value).flatMap(([key, inner]) => textsIn(inner, `${path}/${key}`))
}
const placesIn = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([place]) => place).sort()
const scripts = {
  ar: /\p{Script=Arabic}/u,
  ru: /\p{Script=Cyrillic}/u,
  zh: /\p{Script=Han}/u,
} as const

describe('texts of templates in six languages', () => {
  const all = textsIn({ templates, findingTexts, instruments, preFlightTexts, readingTexts })

  it('are all there, none blank, and nothing else', () => {
    expect(all.length).to.be.greaterThan(500)
    for (const [path, text] of all) {
      expect(Object.keys(text).sort(), path).to.deep.equal([...LANGUAGES].sort())
      for (const said of Object.values(text)) {
        expect(said, path).to.equal(said.trim())
        expect(said, path).not.to.equal('')
      }
    }
  })

  it('have the same places to fill', () => {
    for (const [path, text] of all) {
      for (const language of LANGUAGES) {
        expect(placesIn(text[language]), `${path} ${language}`).to.deep.equal(placesIn(text.en))
      }
    }
  })

  it('are written in the script of their language, and no sentence is left in English', () => {
    for (const [path, text] of all) {
      // A Latin term of law is the same in the languages of Latin script, and right so.
      if (text.en === 'Ne bis in idem') continue
      for (const [language, script] of Object.entries(scripts)) {
        expect(text[language as keyof typeof scripts], path).to.match(script)
      }
      for (const language of ['fr', 'es'] as const) {
        if (text.en.length > 24) expect(text[language], path).not.to.equal(text.en)
        expect(text[language], path).not.to.match(
          /\p{Script=Cyrillic}|\p{Script=Arabic}|\p{Script=Han}/u,
        )
      }
    }
  })

  it('do not share a sentence between two languages', () => {
    for (const [path, text] of all) {
      const sentences = LANGUAGES.map((language) => text[language]).filter(
        ({ length }) => length > 30,
      )
      expect(new Set(sentences).size, path).to.equal(sentences.length)
    }
  })
})
