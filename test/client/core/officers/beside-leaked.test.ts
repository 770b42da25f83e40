import { dictionary } from '@zxcvbn-ts/language-common'
import { expect } from 'chai'
import { besideLeaked } from '#client/core/officers/beside-leaked.js'
import { type LeakedPasswords, leakedPasswords } from '#client/core/officers/leaked-passwords.js'
import { requireGoodPassphrase } from '#client/core/officers/passphrase-rule.js'
import { codeOf } from '#test/support/code-of.js'

const { longLeakedPasswords } = (await import(
  new URL('../../../../tooling/leaked-digests.mjs', import.meta.url).href
)) as { longLeakedPasswords: () => readonly string[] }

describe('a password that was stolen', () => {
  let leaked: LeakedPasswords
  before(async () => {
    leaked = await leakedPasswords()
  })

  it('is on a list of some 49,000, or on one of 9,700 that are long', () => {
    const short = dictionary['passwords-common']
    expect(short.length).to.be.within(40_000, 100_000)
    const long = longLeakedPasswords()
    expect(long.length).to.be.within(9_000, 10_000)
    for (const one of [...short, ...long]) expect(leaked.has(one), one).to.equal(true)
    for (const one of [
      '',
      'tulip canoe',
      'tulip canoe quarry',
      'q'.repeat(1_024),
      '\ud83d'.repeat(20),
    ])
      expect(leaked.has(one), one).to.equal(false)
  })

  it('is no passphrase if it is one of the 3,000 of 15 characters or more that were used most', async () => {
    const most = longLeakedPasswords().slice(0, 3_000)
    expect(most[0]).to.equal('mailcreated5240')
    for (const one of most) {
      expect(await codeOf(() => requireGoodPassphrase(one)), one).to.equal('keystore-passphrase')
    }
  })

  it('is taken out of a passphrase, however often it stands', () => {
    for (const [passphrase, rest] of [
      ['jordan23jordan23', ''],
      ['Jordan23-jordan23-JORDAN23', '-'],
      ['hd764nw5d7e1vb1', ''],
      ['jordan23 rogatory!', '!'],
      ['bl1nk182bl1nk182', ''],
      ['jordan23-1987-2024', '-19'],
      ['two tulips, tulip', 'twos,'],
      ['tulip canoe quarry', 'tulipcanoe'],
    ] as const) {
      expect(
        besideLeaked(passphrase, { has: (one) => one === 'quarry' || leaked.has(one) }),
        passphrase,
      ).to.equal(rest)
    }
    expect(besideLeaked('zqv xwk jhg pfd', leaked)).to.equal(undefined)
  })

  it('is no passphrase, not repeated and not padded either', async () => {
    for (const weak of [
      'hd764nw5d7e1vb1',
      'NE_E_POD_CHEHYL',
      'MailCreated5240!',
      'perasperaadastra2026',
      'P3raspera4dastra',
      'jordan23jordan23',
      'Jordan23!Jordan23!',
      'J0rdan23 2026!!',
      '...corvette.2024',
      'corvette corvette corvette',
      'rogatory corvette 77',
    ]) {
      expect(await codeOf(() => requireGoodPassphrase(weak)), weak).to.equal('keystore-passphrase')
    }
    for (const good of [
      'rogatory tulip canoe',
      'correct horse battery staple',
      'tulip in 4 corvettes',
    ]) {
      expect(await requireGoodPassphrase(good)).to.equal(good)
    }
  })

  it('is found quickly, in whatever passphrase', () => {
    const words = dictionary['passwords-common'].filter((word) => word.length > 4)
    const long = words.slice(0, 200).join('').slice(0, 1_024)
    const { user } = process.cpuUsage()
    for (let time = 0; time < 3; time++) besideLeaked(long, leaked)
    expect(process.cpuUsage().user - user).to.be.below(3_000_000)
  })
})
