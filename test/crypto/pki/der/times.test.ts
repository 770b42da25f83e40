import { expect } from 'chai'
import fc from 'fast-check'
import { readDer } from '#crypto/pki/der/read-der.js'
import { TAG } from '#crypto/pki/der/tag.js'
import { preciseTimeOf, timeOf } from '#crypto/pki/der/times.js'
import { ascii, der, time } from '#crypto/pki/der/write-der.js'
import { codeOf } from '#test/support/code-of.js'

const utc = (text: string) => readDer(der(TAG.utcTime, ascii(text)), 100)
const generalized = (text: string) => readDer(der(TAG.generalizedTime, ascii(text)), 100)

describe('DER times', () => {
  it('puts UTCTime into 1950 to 2049 (RFC 5280 §4.1.2.5.1)', () => {
    expect(timeOf(utc('491231235959Z')).toISOString()).to.equal('2049-12-31T23:59:59.000Z')
    expect(timeOf(utc('500101000000Z')).toISOString()).to.equal('1950-01-01T00:00:00.000Z')
    expect(timeOf(generalized('20500101000000Z')).toISOString()).to.equal(
      '2050-01-01T00:00:00.000Z',
    )
  })

  it('reads every time it writes, to the second', () => {
    const date = fc.date({
      min: new Date('1950-01-01'),
      max: new Date('9999-12-31'),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(date, (at) => {
        const second = Math.floor(at.getTime() / 1000) * 1000
        expect(timeOf(readDer(time(at), 100)).getTime()).to.equal(second)
      }),
    )
  })

  it('rounds fractions below a millisecond up', () => {
    const at = (text: string) => preciseTimeOf(generalized(text)).toISOString()
    expect(at('20260301090000Z')).to.equal('2026-03-01T09:00:00.000Z')
    expect(at('20260301090000.12Z')).to.equal('2026-03-01T09:00:00.120Z')
    expect(at('20260301090000.120001Z')).to.equal('2026-03-01T09:00:00.121Z')
    expect(at('20260301090000.999999Z')).to.equal('2026-03-01T09:00:01.000Z')
  })

  for (const text of ['2601010000Z', '260101000000', '260101000000+0000', '260229000000Z']) {
    it(`refuses the UTCTime ${text}`, async () => {
      expect(await codeOf(() => timeOf(utc(text)))).to.equal('pki/malformed')
    })
  }
  for (const text of ['20260101000000Z', '20500101000000.5Z', '20501301000000Z']) {
    it(`refuses ${text} as a time of a certificate`, async () => {
      expect(await codeOf(() => timeOf(generalized(text)))).to.equal('pki/malformed')
    })
  }
  for (const text of [
    '20260301090000.120Z',
    '20260301090000.Z',
    '20260301090060Z',
    '20260301090000',
  ]) {
    it(`refuses ${text} as a time of a token`, async () => {
      expect(await codeOf(() => preciseTimeOf(generalized(text)))).to.equal('pki/malformed')
    })
  }
  it('takes the text of one kind under the tag of the other for neither', async () => {
    const odd = [
      () => preciseTimeOf(utc('20260301090000Z')),
      () => timeOf(utc('20500101000000Z')),
      () => timeOf(generalized('260101000000Z')),
      () => timeOf(readDer(der(TAG.octetString, ascii('20500101000000Z')), 100)),
    ]
    for (const read of odd) expect(await codeOf(read)).to.equal('pki/malformed')
  })
  it('writes no time outside 1950 to 9999', async () => {
    expect(await codeOf(() => time(new Date('1949-12-31')))).to.equal('pki/malformed')
    expect(await codeOf(() => time(new Date(Number.NaN)))).to.equal('pki/malformed')
  })
})
