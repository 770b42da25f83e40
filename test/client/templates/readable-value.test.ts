import { expect } from 'chai'
import { readableValue } from '#client/templates/readable-value.js'

describe('a value of a form, as people read it', () => {
  const say = (type: 'language' | 'state', value: string, language: 'en' | 'fr' = 'en') =>
    readableValue(
      { name: 'value', type, label: { en: '', fr: '', es: '', ru: '', ar: '', zh: '' } },
      value,
      language,
    )

  it('names a state and a language, with its code', () => {
    expect(say('state', 'DE')).to.equal('Germany (DE)')
    expect(say('state', 'DE', 'fr')).to.equal('Allemagne (DE)')
    expect(say('language', 'ar')).to.equal('Arabic (ar)')
  })

  it('says a code that has no name once', () => {
    expect(say('state', 'XA')).to.equal('XA')
    expect(say('language', 'qaa')).to.equal('qaa')
  })

  it('says nothing of what is no such value', () => {
    expect(say('state', 'Germany')).to.equal(undefined)
  })
})
