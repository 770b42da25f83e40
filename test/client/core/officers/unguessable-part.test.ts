import { expect } from 'chai'
import { requireGoodPassphrase } from '#client/core/officers/passphrase-rule.js'
import { unguessablePart } from '#client/core/officers/unguessable-part.js'
import { codeOf } from '#test/support/code-of.js'

describe('what of a passphrase is not guessed first', () => {
  it('is what remains beside words of the list, rows of keys, orders and repetitions', () => {
    for (const [passphrase, part] of [
      ['password1234567', ''],
      ['P@ssw0rd-P@ssw0rd', '-'],
      ['qwertyuiop-asdfghjkl', '-'],
      ['password!@#$%^&*()', ''],
      ['tulip--canoe--', 'tulip-canoe'],
      ['9876543210 abcdefg', ''],
      ['aaaaaaaaaaaa bcbc', 'bcbc'],
      ['Ministry of Justice', 'of'],
      ['МинистерствоЮстиции', ''],
      ['密码密码密码 tulip', 'tulip'],
      ['four random words', 'fourrandomwords'],
      ['كلمات عشوائية كثيرة', 'كلماتعشوائيةكثيرة'],
    ] as const) {
      expect(unguessablePart(passphrase), passphrase).to.equal(part)
    }
  })

  it('has to be long enough for a new passphrase', async () => {
    for (const weak of [
      'rogatory rogatory 12',
      'Central Authority 2026',
      'letmein-iloveyou-qwerty',
    ]) {
      expect(await codeOf(() => requireGoodPassphrase(weak)), weak).to.equal('keystore-passphrase')
    }
    for (const good of [
      'rogatory tulip canoe',
      'four random words',
      'k7#Vq9!mZ2x@Lp4w',
      '{;%|]=>~`"?/<,[',
    ]) {
      expect(await requireGoodPassphrase(good)).to.equal(good)
    }
  })

  it('is found quickly, whatever it is', () => {
    expect(unguessablePart('qw'.repeat(512)).length).to.be.below(1_025)
    expect(unguessablePart('a'.repeat(1_024))).to.equal('')
  })
})
