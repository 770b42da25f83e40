import { expect } from 'chai'
import fc from 'fast-check'
import type { Octets } from '#crypto/pki/der/read-der.js'
import { explicit, implicit, TAG } from '#crypto/pki/der/tag.js'
import {
  ascii,
  der,
  octetString,
  oid,
  sequence,
  unsignedInteger,
} from '#crypto/pki/der/write-der.js'
import { readTstInfo, tstInfo, type TstInfo } from '#crypto/timestamp/tst-info.js'
import { commonName } from '#test/crypto/pki/hand-made.js'
import { extension } from '#test/crypto/pki/hand-made-list.js'
import { codeOf } from '#test/support/code-of.js'
import { SHA256, SHA512 } from './hand-made-token.js'
import { POLICY } from './stamping.js'

const IMPRINT = new Uint8Array(32).fill(7)
const TRUE = der(TAG.boolean, Uint8Array.of(0xff))
const FALSE = der(TAG.boolean, Uint8Array.of(0))

type Parts = { version?: number; imprint?: Octets; serial?: Octets; time?: string }

/** TSTInfo octet by octet, with whatever members follow the time. */
const madeOf = (
  { version = 1, imprint, serial, time = '20260701120000Z' }: Parts,
  ...more: Octets[]
) =>
  sequence(
    unsignedInteger(version),
    oid(POLICY),
    imprint ?? sequence(SHA256, octetString(IMPRINT)),
    serial ?? unsignedInteger('0102'),
    der(TAG.generalizedTime, ascii(time)),
    ...more,
  )
const read = (...made: Parameters<typeof madeOf>) => readTstInfo(madeOf(...made))
const codeFor = (...made: Parameters<typeof madeOf>) => codeOf(() => read(...made))

describe('TSTInfo', () => {
  it('is read as it was written, whatever it says', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1970-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }),
        fc.option(fc.oneof(fc.integer({ min: 0, max: 2 ** 31 }), fc.constantFrom(0, 1000, 999)), {
          nil: undefined,
        }),
        fc.option(fc.bigInt({ min: 1n, max: 2n ** 256n - 1n }), { nil: undefined }),
        fc.bigInt({ min: 1n, max: 2n ** 159n }),
        (at, accuracyMs, nonce, serial) => {
          const said = {
            policy: POLICY,
            imprint: IMPRINT,
            serial: hexOf(serial),
            at,
            ...(accuracyMs !== undefined && { accuracyMs }),
            ...(nonce !== undefined && { nonce: hexOf(nonce) }),
          }
          expect(readTstInfo(tstInfo(said))).to.deep.equal(said satisfies TstInfo)
        },
      ),
    )
  })
  const hexOf = (number: bigint) => {
    const hex = number.toString(16)
    return hex.length % 2 === 0 ? hex : `0${hex}`
  }

  it('rounds what it cannot hold against whoever claims it: time and accuracy upwards', () => {
    expect(read({ time: '20260701120000.0001Z' }).at.toISOString()).to.equal(
      '2026-07-01T12:00:00.001Z',
    )
    const accuracy = (...members: Octets[]) => read({}, sequence(...members)).accuracyMs
    expect(accuracy()).to.equal(0)
    expect(accuracy(unsignedInteger(2))).to.equal(2000)
    const millis = der(implicit(0), Uint8Array.of(5))
    const micros = der(implicit(1), Uint8Array.of(1))
    expect(accuracy(unsignedInteger(2), millis, micros)).to.equal(2006)
  })

  it('refuses an accuracy out of its range', async () => {
    for (const number of [0, 1]) {
      const thousand = der(implicit(number), Uint8Array.of(0x03, 0xe8))
      expect(await codeFor({}, sequence(thousand))).to.equal('pki/malformed')
    }
  })

  it('knows an imprint by SHA-256 only, whole', () => {
    expect(read({}).imprint).to.deep.equal(IMPRINT)
    expect(read({ imprint: sequence(SHA512, octetString(IMPRINT)) }).imprint).to.equal(undefined)
    const short = sequence(SHA256, octetString(IMPRINT.subarray(1)))
    expect(read({ imprint: short }).imprint).to.equal(undefined)
  })

  it('reads over ordering and extensions that are not critical', () => {
    expect(read({}, TRUE).serial).to.equal('0102')
    const harmless = der(explicit(1), extension('1.2.3.4', octetString()))
    expect(read({}, harmless).serial).to.equal('0102')
    const name = commonName('Stamps')
    const authority = der(explicit(0), der(explicit(4), name))
    expect(read({}, authority).authority).to.deep.equal(name)
  })

  for (const [what, made] of [
    ['another version', [{ version: 2 }]],
    ['a serial number above 20 octets', [{ serial: unsignedInteger('01'.repeat(21)) }]],
    ['a negative serial number', [{ serial: der(TAG.integer, Uint8Array.of(0x80)) }]],
    ['a time with trailing zeros', [{ time: '20260701120000.10Z' }]],
    ['a time without its zone', [{ time: '20260701120000' }]],
    ['a moment that does not exist', [{ time: '20260230120000Z' }]],
    ['a nonce above 32 octets', [{}, unsignedInteger('01'.repeat(33))]],
    ['ordering written out though it is the default', [{}, FALSE]],
    ['a critical extension', [{}, der(explicit(1), extension('1.2.3.4', octetString(), true))]],
    [
      'an authority named otherwise than by a directory name',
      [{}, der(explicit(0), der(implicit(2)))],
    ],
    ['members out of order', [{}, unsignedInteger(1), TRUE]],
    ['a member too many', [{}, octetString()]],
  ] as [string, Parameters<typeof madeOf>][]) {
    it(`refuses ${what}`, async () => {
      expect(await codeFor(...made)).to.equal('pki/malformed')
    })
  }
})
