import { expect } from 'chai'
import { ownEntry as ar } from '#client/browser/own-entry/texts/ar.js'
import { ownEntry as en } from '#client/browser/own-entry/texts/en.js'
import { ownEntry as es } from '#client/browser/own-entry/texts/es.js'
import { ownEntry as fr } from '#client/browser/own-entry/texts/fr.js'
import { ownEntry as ru } from '#client/browser/own-entry/texts/ru.js'
import { ownEntry as zh } from '#client/browser/own-entry/texts/zh.js'
import { levelOf } from '#client/templates/marks/level-of.js'

// What an authority chooses its level by, and what a mark is judged by, must be the same words.
describe('the levels of classification in the own entry', () => {
  for (const [language, texts] of Object.entries({ ar, en, es, fr, ru, zh })) {
    it(`mean in ${language} what the same words mean as a mark`, () => {
      const words = { state: 'XA' }
      expect(levelOf(texts.level_restricted, words, 'XB')).to.equal('restricted')
      expect(levelOf(texts.level_confidential, words, 'XB')).to.equal('confidential')
      expect(levelOf(texts.level_secret, words, 'XB')).to.equal('secret')
      expect(levelOf(texts['level_top-secret'], words, 'XB')).to.equal('top-secret')
    })
  }
})
