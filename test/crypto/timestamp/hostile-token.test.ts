import { expect } from 'chai'
import { concat } from '#crypto/bytes/bytes.js'
import type { Octets } from '#crypto/pki/der/read-der.js'
import { explicit, implicit, TAG } from '#crypto/pki/der/tag.js'
import {
  byOctets,
  der,
  octetString,
  oid,
  sequence,
  unsignedInteger,
} from '#crypto/pki/der/write-der.js'
import { OID } from '#crypto/pki/oid.js'
import { verifyTimestampToken } from '#crypto/timestamp/verify-timestamp-token.js'
import { identifier } from '#test/crypto/pki/hand-made.js'
import { codeOf } from '#test/support/code-of.js'
import { flipBit } from '#test/support/flip-bit.js'
import {
  attribute,
  handMadeToken,
  honestAttributes,
  SHA256,
  SHA512,
  type TokenPlan,
} from './hand-made-token.js'
import { DATA, infoOf, stamping, type Stamping } from './stamping.js'

describe('time-stamp tokens of a hostile authority', () => {
  let s: Stamping
  before(async () => {
    s = await stamping()
  })
  const codeFor = (token: Uint8Array) => codeOf(() => verifyTimestampToken(token, DATA, s.trust))

  const content = octetString(new Uint8Array(3))
  for (const [what, parts] of [
    ['that is data, not signed data', { outerType: oid(OID.data) }],
    ['of version 1', { version: unsignedInteger(1) }],
    ['without a digest', { digests: der(TAG.set) }],
    ['with two digests', { digests: der(TAG.set, SHA256, SHA512) }],
    ['with one digest outside and another inside', { digests: der(TAG.set, SHA512) }],
    ['over data', { encapsulated: sequence(oid(OID.data), der(explicit(0), content)) }],
    [
      'over what is no octet string',
      { encapsulated: sequence(oid(OID.tstInfo), der(explicit(0), oid(OID.data))) },
    ],
    ['without content', { encapsulated: sequence(oid(OID.tstInfo)) }],
    ['by a signer of version 3', { signerVersion: unsignedInteger(3) }],
    ['by nobody', { signers: der(TAG.set) }],
    ['by a serial number of zero', { serial: unsignedInteger(0) }],
    ['signed over another digest than it names', { algorithm: identifier('SHA-512') }],
  ] as [string, TokenPlan['parts']][]) {
    it(`refuses one ${what}`, async () => {
      expect(await codeFor(await s.token({ ...(parts && { parts }) }))).to.equal(
        'timestamp/malformed',
      )
    })
  }

  it('refuses SHA-1, as digest and as signature', async () => {
    const sha1 = sequence(oid('1.3.14.3.2.26'), der(TAG.null))
    const weak = await s.token({ digest: sha1, parts: { algorithm: identifier('SHA-1') } })
    expect(await codeFor(weak)).to.equal('pki/weak')
    // Under rsaEncryption it is the digest that decides.
    const named = await s.token({ digest: sha1 })
    expect(await codeFor(named)).to.equal('timestamp/malformed')
  })

  it('refuses a second signer, and attributes that are not signed', async () => {
    const [one, two] = [
      await s.token(),
      await s.token({ unsigned: der(explicit(1), attribute(OID.data, oid(OID.data))) }),
    ]
    expect(await codeFor(one)).to.equal('nothing was refused')
    expect(await codeFor(two)).to.equal('timestamp/malformed')
    const signers = { signers: der(TAG.set, sequence(), sequence()) }
    expect(await codeFor(await s.token({ parts: signers }))).to.equal('timestamp/malformed')
  })

  describe('with other signed attributes', () => {
    const codeWith = async (
      choose: (honest: Awaited<ReturnType<typeof honestAttributes>>) => Octets[],
    ) => {
      const honest = await honestAttributes(s.base, s.certificate)
      return codeFor(await s.token({ attributes: choose(honest) }))
    }

    it('refuses them out of order, twice, empty, or with two values', async () => {
      const form = 'timestamp/malformed'
      const swapped = codeWith(({ type, digest, certificate }) => [digest, type, certificate])
      expect(await swapped).to.equal(form)
      const twice = codeWith(({ type, digest, certificate }) => [type, type, digest, certificate])
      expect(await twice).to.equal(form)
      const other = attribute(OID.contentType, oid(OID.tstInfo + '.1'))
      const both = codeWith(({ type, digest, certificate }) => [type, other, digest, certificate])
      expect(await both).to.equal(form)
      const empty = codeWith(({ digest, certificate }) => [
        attribute(OID.contentType),
        digest,
        certificate,
      ])
      expect(await empty).to.equal(form)
      expect(await codeWith(() => [])).to.equal(form)
    })

    it('refuses a type or digest that is missing, of another type, or not of this content', async () => {
      const wrong = 'timestamp/signature'
      const type = attribute(OID.contentType, oid(OID.data))
      const untyped = attribute(OID.contentType, octetString(new Uint8Array(3)))
      const digest = attribute(OID.messageDigest, octetString(new Uint8Array(32)))
      const undigested = attribute(OID.messageDigest, oid(OID.data))
      const inOrder = (choose: Parameters<typeof codeWith>[0]) =>
        codeWith((honest) => choose(honest).sort(byOctets))
      for (const choose of [
        (a) => [a.digest, a.certificate],
        (a) => [a.type, a.certificate],
        (a) => [type, a.digest, a.certificate],
        (a) => [untyped, a.digest, a.certificate],
        (a) => [a.type, digest, a.certificate],
        (a) => [a.type, undigested, a.certificate],
      ] as Parameters<typeof codeWith>[0][]) {
        expect(await inOrder(choose)).to.equal(wrong)
      }
    })

    it('refuses a token that does not name its certificate', async () => {
      expect(await codeWith((a) => [a.type, a.digest])).to.equal('timestamp/signer')
    })
  })

  it('refuses a signature of another key over it, and another’s over something else', async () => {
    const { key } = s.plans.middle
    expect(await codeFor(await s.token({ key }))).to.equal('timestamp/signature')
    const parts = { signature: new Uint8Array(384) }
    expect(await codeFor(await s.token({ parts }))).to.equal('timestamp/signature')
    const short = { signature: new Uint8Array(0) }
    expect(await codeFor(await s.token({ parts: short }))).to.equal('timestamp/signature')
  })

  it('refuses content that is no TSTInfo, though it is signed', async () => {
    for (const odd of [octetString(), sequence(), concat(await infoOf(), await infoOf())]) {
      expect(await codeFor(await s.token({ content: odd }))).to.equal('timestamp/malformed')
    }
  })

  it('refuses what is longer than 64 KiB, cut short, extended, or empty', async () => {
    const token = await s.token()
    for (const octets of [
      new Uint8Array(70_000),
      new Uint8Array(0),
      token.subarray(0, -1),
      concat(token, Uint8Array.of(0)),
    ]) {
      expect(await codeFor(octets)).to.equal('timestamp/malformed')
    }
  })

  it('refuses seven certificates, and none', async () => {
    const seven = new Array<Octets>(7).fill(s.certificate)
    expect(await codeFor(await s.token({ certificates: seven }))).to.equal('timestamp/malformed')
    const none = await handMadeToken({ ...s.base, certificates: [] })
    expect(await codeFor(none)).to.equal('timestamp/malformed')
  })

  it('refuses a certificate set of another kind', async () => {
    const odd = [der(implicit(1), new Uint8Array(4))]
    expect(await codeFor(await s.token({ certificates: odd }))).to.equal('pki/malformed')
  })

  it('holds in no other bit: every flip is refused, with a code', async () => {
    const token = await s.token()
    // Every octet of a token decides something; a prime step visits each of the eight bits.
    for (let bit = 0; bit < 8 * token.length; bit += 11) {
      const code = await codeFor(flipBit(token, bit))
      expect(code, `bit ${bit}`).to.match(/^(timestamp|pki|keys)\//)
    }
  }).timeout(120_000)

  it('never crashes on slices cut out, doubled, or swapped', async () => {
    const token = await s.token()
    for (let i = 0; i < 400; i++) {
      const from = (i * 7919) % token.length
      const to = Math.min(token.length, from + 1 + ((i * 104_729) % 64))
      const slice = token.subarray(from, to)
      const rest = token.subarray(to)
      const odd =
        i % 2 === 0
          ? concat(token.subarray(0, from), rest)
          : concat(token.subarray(0, to), slice, rest)
      expect(await codeFor(odd)).to.match(/^(timestamp|pki)\//)
    }
  })
})
