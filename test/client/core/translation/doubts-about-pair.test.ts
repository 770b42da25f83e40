import { expect } from 'chai'
import { doubtsAboutPair } from '#client/core/translation/doubts-about-pair.js'

describe('doubts about the languages of a hand-off', () => {
  const form = { languages: { original: 'ar', translations: ['fr', 'en-GB'] } }
  const about = (from: string, to: string, said: Parameters<typeof doubtsAboutPair>[1] = form) =>
    doubtsAboutPair({ from, to }, said)

  it('are none where the form says the same, more of it or less', () => {
    expect(about('ar', 'fr')).to.deep.equal([])
    expect(about('ar-EG', 'en')).to.deep.equal([])
    expect(about('ar', 'en-GB')).to.deep.equal([])
  })

  it('are of either language, with what the form names', () => {
    expect(about('es', 'ru')).to.deep.equal([
      { about: 'from', named: 'es', form: ['ar'] },
      { about: 'to', named: 'ru', form: ['fr', 'en-GB'] },
    ])
  })

  it('are none where the form names nothing', () => {
    expect(about('es', 'ru', {})).to.deep.equal([])
    expect(about('ar', 'ru', { languages: { original: 'ar', translations: [] } })).to.deep.equal([])
  })
})
