import { expect } from 'chai'
import type { Octets } from '#crypto/pki/der/read-der.js'
import { TAG } from '#crypto/pki/der/tag.js'
import { der, octetString, sequence, unsignedInteger } from '#crypto/pki/der/write-der.js'
import {
  FAILURES,
  grantedResponse,
  readTimestampResponse,
  rejectedResponse,
  type TimestampFailure,
} from '#crypto/timestamp/timestamp-response.js'
import { codeOf } from '#test/support/code-of.js'
import { rejection } from '#test/support/rejection.js'

const TOKEN = sequence(octetString())
const status = (code: number, ...more: Octets[]) => sequence(unsignedInteger(code), ...more)
const text = sequence(der(TAG.utf8String, Uint8Array.of(0x61)))

const messageOf = async (response: Octets) =>
  String(await rejection(Promise.resolve().then(() => readTimestampResponse(response))))

describe('an answer to a request for a time-stamp', () => {
  it('hands over the token that it grants, with modifications or without', () => {
    expect(readTimestampResponse(grantedResponse(TOKEN))).to.deep.equal(TOKEN)
    expect(readTimestampResponse(sequence(status(1, text), TOKEN))).to.deep.equal(TOKEN)
  })

  for (const failure of Object.keys(FAILURES) as TimestampFailure[]) {
    it(`says that it was refused for ${failure}`, async () => {
      const response = rejectedResponse(failure)
      expect(await codeOf(() => readTimestampResponse(response))).to.equal('timestamp/rejected')
      expect(await messageOf(response)).to.match(new RegExp(`: ${failure}$`))
    })
  }

  it('says when no reason is given, or one that nobody knows', async () => {
    const failed = (...octets: number[]) => der(TAG.bitString, Uint8Array.of(0, ...octets))
    expect(await messageOf(sequence(status(2)))).to.match(/no reason given$/)
    expect(await messageOf(sequence(status(2, text, failed(0x40))))).to.match(
      /unknown to RFC 3161$/,
    )
    expect(await messageOf(sequence(status(2, failed())))).to.match(/unknown to RFC 3161$/)
    expect(await messageOf(sequence(status(2, failed(0xa0))))).to.match(/badAlg, badRequest$/)
  })

  it('is a refusal though a token comes with it, unless it is granted', async () => {
    for (const code of [2, 3, 4, 5, 6]) {
      const response = sequence(status(code), TOKEN)
      expect(await codeOf(() => readTimestampResponse(response))).to.equal('timestamp/rejected')
    }
  })

  for (const [what, response] of [
    ['granted without a token', sequence(status(0))],
    ['with two tokens', sequence(status(0), TOKEN, TOKEN)],
    ['with a status too long', sequence(status(0, text, text), TOKEN)],
    ['without a status', sequence()],
    ['that is no DER', Uint8Array.of(0x30, 0x80, 0, 0)],
    ['above 64 KiB', octetString(new Uint8Array(65_536))],
  ] as [string, Octets][]) {
    it(`is refused ${what}`, async () => {
      expect(await codeOf(() => readTimestampResponse(response))).to.equal('timestamp/malformed')
    })
  }
})
