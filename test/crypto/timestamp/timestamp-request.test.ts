import { expect } from 'chai'
import { toUtf8 } from '#crypto/bytes/bytes.js'
import { sha256 } from '#crypto/bytes/sha256.js'
import type { Octets } from '#crypto/pki/der/read-der.js'
import { explicit, TAG } from '#crypto/pki/der/tag.js'
import { der, octetString, sequence, unsignedInteger } from '#crypto/pki/der/write-der.js'
import {
  createTimestampRequest,
  readTimestampRequest,
} from '#crypto/timestamp/timestamp-request.js'
import { codeOf } from '#test/support/code-of.js'
import { SHA256 } from './hand-made-token.js'
import { DATA, POLICY } from './stamping.js'

const IMPRINT = sequence(SHA256, octetString(new Uint8Array(32)))

describe('a request for a time-stamp', () => {
  it('is over the digest of the data, asks for the certificates, and has a fresh nonce', async () => {
    const { request, nonce } = await createTimestampRequest(DATA)
    expect(readTimestampRequest(request)).to.deep.equal({
      imprint: await sha256(DATA),
      policy: undefined,
      nonce,
      wantsCertificates: true,
      hasExtensions: false,
    })
    expect(nonce).to.match(/^[4-7][0-9a-f]{31}$/)
    expect((await createTimestampRequest(DATA)).nonce).to.not.equal(nonce)
  })

  it('carries policy and nonce as they were asked for', async () => {
    const asked = await createTimestampRequest(DATA, { policy: POLICY, nonce: '0000ff' })
    const { policy, nonce } = readTimestampRequest(asked.request)
    expect([policy, nonce, asked.nonce]).to.deep.equal([POLICY, 'ff', 'ff'])
  })

  it('refuses a nonce that is not hex, and a policy that is no OID', async () => {
    expect(await codeOf(() => createTimestampRequest(DATA, { nonce: 'xy' }))).to.equal(
      'bytes/malformed',
    )
    expect(await codeOf(() => createTimestampRequest(DATA, { policy: '1' }))).to.equal(
      'pki/malformed',
    )
  })

  it('is read without nonce, certificates or policy, and with extensions', () => {
    const bare = readTimestampRequest(sequence(unsignedInteger(1), IMPRINT))
    expect([bare.nonce, bare.wantsCertificates]).to.deep.equal([undefined, false])
    const extended = sequence(unsignedInteger(1), IMPRINT, der(explicit(0), sequence()))
    expect(readTimestampRequest(extended).hasExtensions).to.equal(true)
  })

  for (const [what, request] of [
    ['another version', sequence(unsignedInteger(2), IMPRINT)],
    ['no imprint', sequence(unsignedInteger(1))],
    [
      'a default that is written out',
      sequence(unsignedInteger(1), IMPRINT, der(TAG.boolean, Uint8Array.of(0))),
    ],
    ['a member too many', sequence(unsignedInteger(1), IMPRINT, octetString())],
    ['no DER', toUtf8('hello')],
    ['4097 octets', octetString(new Uint8Array(4093))],
  ] as [string, Octets][]) {
    it(`is refused with ${what}`, async () => {
      expect(await codeOf(() => readTimestampRequest(request))).to.equal('pki/malformed')
    })
  }
})
