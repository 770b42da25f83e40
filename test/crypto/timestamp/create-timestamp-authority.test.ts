import { expect } from 'chai'
import { toBase64 } from '#crypto/bytes/bytes.js'
import type { Octets } from '#crypto/pki/der/read-der.js'
import { explicit } from '#crypto/pki/der/tag.js'
import { der, octetString, sequence, unsignedInteger } from '#crypto/pki/der/write-der.js'
import { importTimestampKey } from '#crypto/pki/identity-key.js'
import { createTimestampAuthority } from '#crypto/timestamp/create-timestamp-authority.js'
import { createTimestampRequest } from '#crypto/timestamp/timestamp-request.js'
import { readTimestampResponse } from '#crypto/timestamp/timestamp-response.js'
import { verifyTimestampToken } from '#crypto/timestamp/verify-timestamp-token.js'
import { AT } from '#test/crypto/pki/chains.js'
import { handMade } from '#test/crypto/pki/hand-made.js'
import { codeOf } from '#test/support/code-of.js'
import { rejection } from '#test/support/rejection.js'
import { SHA256, SHA512 } from './hand-made-token.js'
import { DATA, POLICY, stamping, type Stamping } from './stamping.js'

describe('a time-stamping authority', () => {
  let s: Stamping
  let chain: string[]
  let key: CryptoKey
  before(async () => {
    s = await stamping()
    chain = [toBase64(s.certificate)]
    key = await importTimestampKey(s.plans.direct.key.privateKeyPem)
  })
  const authority = (accuracyMs?: number) =>
    createTimestampAuthority({ chain, key, policy: POLICY, ...(accuracyMs && { accuracyMs }) })
  const tokenFor = async (request: Uint8Array, accuracyMs?: number) =>
    readTimestampResponse(await authority(accuracyMs).respond(request, AT))
  const reasonFor = async (request: Uint8Array) => String(await rejection(tokenFor(request)))

  it('stamps what was asked for, under its policy, with a number nobody had before', async () => {
    const { request, nonce } = await createTimestampRequest(DATA, { policy: POLICY })
    const first = await verifyTimestampToken(await tokenFor(request), DATA, s.trust, { nonce })
    const second = await verifyTimestampToken(await tokenFor(request, 250), DATA, s.trust)
    expect([first.at, first.policy, first.accuracyMs]).to.deep.equal([AT, POLICY, undefined])
    expect(second.accuracyMs).to.equal(250)
    expect(first.serial).to.match(/^01[0-9a-f]{32}$/)
    expect(second.serial).to.not.equal(first.serial)
  })

  it('stamps without a nonce, and leaves its certificates out when nobody wants them', async () => {
    const imprint = new Uint8Array(await crypto.subtle.digest('SHA-256', DATA))
    const request = sequence(unsignedInteger(1), sequence(SHA256, octetString(imprint)))
    const token = await tokenFor(request)
    // RFC 3161 §2.4.1 lets the asker do without; this verifier takes none without.
    const verify = () => verifyTimestampToken(token, DATA, s.trust)
    expect(await codeOf(verify)).to.equal('timestamp/malformed')
    const { request: whole } = await createTimestampRequest(DATA)
    expect((await tokenFor(whole)).length - token.length).to.be.greaterThan(s.certificate.length)
  })

  it('puts its whole chain into the token', async () => {
    const certificates = await Promise.all([handMade(s.plans.under), handMade(s.plans.middle)])
    const { respond } = createTimestampAuthority({
      chain: certificates.map(toBase64),
      key,
      policy: POLICY,
    })
    const { request } = await createTimestampRequest(DATA)
    const token = readTimestampResponse(await respond(request, AT))
    expect((await verifyTimestampToken(token, DATA, s.trust)).authority).to.equal('CN=Stamps')
  })

  const imprint = sequence(SHA256, octetString(new Uint8Array(32)))
  for (const [what, request, reason] of [
    ['what is no request', new Uint8Array(3), 'badDataFormat'],
    [
      'a digest by another algorithm',
      sequence(unsignedInteger(1), sequence(SHA512, octetString(new Uint8Array(64)))),
      'badAlg',
    ],
    [
      'extensions',
      sequence(unsignedInteger(1), imprint, der(explicit(0), sequence())),
      'unacceptedExtension',
    ],
  ] as [string, Octets, string][]) {
    it(`refuses ${what} with ${reason}`, async () => {
      expect(await reasonFor(request)).to.match(new RegExp(`: ${reason}$`))
    })
  }

  it('refuses another policy with unacceptedPolicy', async () => {
    const { request } = await createTimestampRequest(DATA, { policy: `${POLICY}.1` })
    expect(await reasonFor(request)).to.match(/: unacceptedPolicy$/)
  })

  it('lets what is no refusal through: that is a bug, not a stranger’s request', async () => {
    const broken = authority().respond(undefined as unknown as Uint8Array, AT)
    expect(await rejection(broken)).to.be.instanceOf(TypeError)
  })

  it('is not made of certificates, keys or policies that are not for time-stamps', async () => {
    const make = (changes: Partial<Parameters<typeof createTimestampAuthority>[0]>) =>
      codeOf(() => createTimestampAuthority({ chain, key, policy: POLICY, ...changes }))
    const root = toBase64(await handMade(s.plans.root))
    expect(await make({ chain: [root] })).to.equal('pki/usage')
    expect(await make({ chain: [] })).to.equal('pki/usage')
    expect(await make({ policy: 'timely' })).to.equal('timestamp/malformed')
    const { privateKey } = s.plans.direct.key
    expect(await make({ key: privateKey })).to.equal('keys/algorithm')
    const rsa = { name: 'RSASSA-PKCS1-v1_5', modulusLength: 3072, publicExponent: E }
    for (const hash of ['SHA-512', 'SHA-256']) {
      const pair = await crypto.subtle.generateKey({ ...rsa, hash }, false, ['sign', 'verify'])
      expect(await make({ key: pair.publicKey })).to.equal('keys/algorithm')
    }
  }).timeout(120_000)
  const E = Uint8Array.of(1, 0, 1)
})
