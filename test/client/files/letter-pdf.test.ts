import { expect } from 'chai'
import { letterPdf } from '#client/files/letter-pdf.js'
import { Script } from '#client/simulator/script.js'
import { codeOf } from '#test/support/code-of.js'

describe('a letter as PDF', () => {
  const written = (line: string) => Buffer.from(letterPdf([line])).toString('latin1')

  it('has the letters of Latin-1 as they are', () => {
    expect(written('Señor Müller, à Genève')).to.contain('(Señor Müller, à Genève) Tj')
  })

  it('has brackets and backslashes of the text as text', () => {
    expect(written('a (b) \\')).to.contain(String.raw`(a \(b\) \\) Tj`)
  })

  for (const line of ['Министерство', '部', 'an en dash –', 'a\nb', '\u0085']) {
    it(`is refused rather than spoilt: ${JSON.stringify(line)}`, async () => {
      expect(await codeOf(() => letterPdf(['Request', line]))).to.equal('usage')
    })
  }

  it('is refused in a script before anything is played', () => {
    const isScript = (line: string) => {
      const steps = [{ send: 'acceptance', form: {}, letter: [line] }]
      return Script.safeParse({ name: 'a', about: 'b', scenarios: [{ steps }] }).success
    }
    expect(isScript('Genève')).to.equal(true)
    expect(isScript('Министерство')).to.equal(false)
  })
})
