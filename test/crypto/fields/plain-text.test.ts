import { expect } from 'chai'
import { plainText, text } from '#crypto/fields/fields.js'

describe('plain text', () => {
  it('is what was written, on one line, without what steers a terminal or the direction of writing', () => {
    expect(plainText('  Wrong department:\r\nsee the annex.\t ')).to.equal(
      'Wrong department: see the annex.',
    )
    expect(plainText('القاهرة\u200f \u2067مصر\u2069')).to.equal('القاهرة مصر')
    expect(plainText('\n\u200e')).to.equal('')
  })

  it('is taken by a statement, whatever it was made of, and twice the same', () => {
    const every = Array.from({ length: 0x3000 }, (_, code) => String.fromCodePoint(code)).join('')
    const plain = plainText(`a${every}z`)
    expect(text(0x3000).safeParse(plain).success).to.equal(true)
    expect(plainText(plain)).to.equal(plain)
    for (const letter of ['é', 'Ж', 'ش', '–', '\u200d']) expect(plain).to.include(letter)
  })

  it('is what statements ask for: they refuse what it leaves out, however often they are asked', () => {
    for (const steering of ['a\nb', 'a\u0000', '\u007f', '\u0085', '\u202e', '\u2066x', '\u061c']) {
      for (const time of [1, 2, 3]) {
        expect(text(10).safeParse(steering).success, `${time}`).to.equal(false)
      }
    }
  })
})
