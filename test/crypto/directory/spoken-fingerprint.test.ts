import { expect } from 'chai'
import { isSpokenFingerprint, spokenFingerprint } from '#crypto/directory/spoken-fingerprint.js'
import { codeOf } from '#test/support/code-of.js'

describe('a fingerprint to read out', () => {
  it('has eight groups of four digits, zeros kept', () => {
    expect(spokenFingerprint('0'.repeat(63) + '7')).to.equal(
      '0000 0000 0000 0000 0000 0000 0000 0007',
    )
    // 2^256 − 1 modulo 10^32.
    expect(spokenFingerprint('f'.repeat(64))).to.equal('6564 0564 0394 5758 4007 9131 2963 9935')
  })

  it('is compared however it is typed, and whole', () => {
    const digest = 'ab'.repeat(32)
    const spoken = spokenFingerprint(digest)
    for (const typed of [spoken, spoken.replaceAll(' ', ''), spoken.replaceAll(' ', '-')]) {
      expect(isSpokenFingerprint(` ${typed}\n`, digest)).to.equal(true)
    }
    for (const typed of ['', spoken.slice(0, -5), spoken.replace(/.$/, 'x')]) {
      expect(isSpokenFingerprint(typed, digest)).to.equal(false)
    }
  })

  it('is of digests only', async () => {
    expect(await codeOf(() => spokenFingerprint('AB'))).to.equal('bytes/malformed')
  })
})
