import { expect } from 'chai'
import { toBase64, toUtf8 } from '#crypto/bytes/bytes.js'
import { sha256 } from '#crypto/bytes/sha256.js'
import { readDer } from '#crypto/pki/der/read-der.js'
import { explicit } from '#crypto/pki/der/tag.js'
import { der, sequence, unsignedInteger } from '#crypto/pki/der/write-der.js'
import { OID } from '#crypto/pki/oid.js'
import { tstInfo } from '#crypto/timestamp/tst-info.js'
import {
  type ExpectedTimestamp,
  verifyTimestampToken,
} from '#crypto/timestamp/verify-timestamp-token.js'
import { AT, trustIn } from '#test/crypto/pki/chains.js'
import {
  basicConstraints,
  commonName,
  digitalSignature,
  type Extension,
  handMade,
  purposes,
  uris,
} from '#test/crypto/pki/hand-made.js'
import { handMadeList, reason } from '#test/crypto/pki/hand-made-list.js'
import { codeOf } from '#test/support/code-of.js'
import { handMadeToken, RSA_ENCRYPTION, type TokenPlan } from './hand-made-token.js'
import { DATA, infoOf, NONCE, POLICY, stamping, type Stamping } from './stamping.js'

describe('verifying a time-stamp token', () => {
  let s: Stamping
  before(async () => {
    s = await stamping()
  })
  const verify = async (plan: Partial<TokenPlan> = {}, expected: ExpectedTimestamp = {}) =>
    verifyTimestampToken(await s.token(plan), DATA, s.trust, expected)

  it('tells when, by whom, under which policy and number', async () => {
    const { signer, root, validUntil, ...stamp } = await verify(
      {},
      { nonce: NONCE, policy: POLICY },
    )
    const algorithm = 'SHA-256, RSASSA-PKCS1-v1_5 with SHA-256 of 3072 bits'
    const strengths = [{ name: 'SHA-256' }, { name: 'RSA', bits: 3072 }]
    const said = {
      at: AT,
      authority: 'CN=Stamps',
      serial: '01',
      policy: POLICY,
      algorithm,
      strengths,
    }
    expect(stamp).to.deep.equal(said)
    expect(validUntil).to.deep.equal(
      signer.notAfter < root.notAfter ? signer.notAfter : root.notAfter,
    )
    expect(signer.role).to.equal('timestamp')
  })

  it('tells the accuracy that is claimed, and the party of this network', async () => {
    const extensions = [...s.plans.direct.extensions, uris('urn:rogatory:tsa:zz.tsa')]
    const certificate = await handMade({ ...s.plans.direct, extensions })
    const content = await infoOf({ accuracyMs: 1500 })
    const stamp = await verify({ certificates: [certificate], content })
    expect(stamp.accuracyMs).to.equal(1500)
    expect(stamp.party).to.equal('zz.tsa')
  })

  it('is a no to other data', async () => {
    const token = await s.token()
    const other = () => verifyTimestampToken(token, toUtf8('other'), s.trust)
    expect(await codeOf(other)).to.equal('timestamp/imprint')
  })

  it('is a no to another nonce, none where one was asked for, or another policy', async () => {
    const other = { nonce: '4123456789abcdee' }
    expect(await codeOf(() => verify({}, other))).to.equal('timestamp/nonce')
    const content = tstInfo({ policy: POLICY, serial: '01', at: AT, imprint: await sha256(DATA) })
    expect(await codeOf(() => verify({ content }, { nonce: NONCE }))).to.equal('timestamp/nonce')
    expect(await codeOf(() => verify({ content }))).to.equal('nothing was refused')
    expect(await codeOf(() => verify({}, { policy: `${POLICY}.1` }))).to.equal('timestamp/policy')
  })

  it('reads a nonce with leading zeros as the number it is', async () => {
    expect(await codeOf(() => verify({}, { nonce: `0000${NONCE}` }))).to.equal(
      'nothing was refused',
    )
  })

  it('accepts PSS, SHA-512, and rsaEncryption with the digest beside it', async () => {
    for (const scheme of ['PSS', 'SHA-512'] as const) {
      expect((await verify({ scheme })).at).to.deep.equal(AT)
    }
    expect((await verify({ parts: { algorithm: RSA_ENCRYPTION } })).at).to.deep.equal(AT)
  })

  it('accepts an authority that names itself as its certificate does, and no other', async () => {
    const named = async (name: string) => {
      const authority = der(explicit(0), der(explicit(4), commonName(name)))
      return sequence(readDer(await infoOf(), 1000).content, authority)
    }
    expect((await verify({ content: await named('Stamps') })).authority).to.equal('CN=Stamps')
    const lying = { content: await named('Stamp5') }
    expect(await codeOf(() => verify(lying))).to.equal('timestamp/signer')
  })

  describe('the chain of its signer', () => {
    const under = async (certificates: TokenPlan['certificates']) => {
      const { key } = s.plans.under
      return handMadeToken({ ...s.base, certificates, key, issuer: 'Middle' })
    }
    const verifyUnder = async (certificates: TokenPlan['certificates']) =>
      verifyTimestampToken(await under(certificates), DATA, s.trust)

    it('may have an intermediate, in any order, and the root beside it', async () => {
      const [leaf, middle, root] = await Promise.all([
        handMade(s.plans.under),
        handMade(s.plans.middle),
        handMade(s.plans.root),
      ])
      for (const certificates of [
        [leaf, middle],
        [leaf, middle, root],
        [leaf, root, middle],
      ]) {
        expect((await verifyUnder(certificates)).authority).to.equal('CN=Stamps')
      }
    })

    it('is incomplete without the intermediate', async () => {
      const leaf = await handMade(s.plans.under)
      expect(await codeOf(() => verifyUnder([leaf]))).to.equal('pki/untrusted')
    })

    it('is refused with an injected certificate, which openssl passes', async () => {
      const injected = await handMade(s.plans.stranger)
      const certificates = [s.certificate, injected]
      expect(await codeOf(() => verify({ certificates }))).to.equal('timestamp/signer')
      // Even one that the trust list would lead to.
      const middle = await handMade(s.plans.middle)
      const honest = { certificates: [s.certificate, middle] }
      expect(await codeOf(() => verify(honest))).to.equal('timestamp/signer')
    })

    it('is refused with the signer twice, or without it', async () => {
      const twice = { certificates: [s.certificate, s.certificate] }
      expect(await codeOf(() => verify(twice))).to.equal('timestamp/signer')
      const root = await handMade(s.plans.root)
      expect(await codeOf(() => verify({ certificates: [root] }))).to.equal('timestamp/signer')
      const serial = { parts: { serial: unsignedInteger('02') } }
      expect(await codeOf(() => verify(serial))).to.equal('timestamp/signer')
    })

    it('leads to a root of the trust list, or to none', async () => {
      const token = await s.token()
      const key = s.plans.direct.key
      const trust = await trustIn({ ...s.plans.root, key, signer: key })
      const stranger = () => verifyTimestampToken(token, DATA, trust)
      expect(await codeOf(stranger)).to.equal('pki/untrusted')
    })

    for (const [what, extension] of [
      ['not critical', purposes(false, OID.timeStamping)],
      ['with another purpose beside it', purposes(true, OID.timeStamping, OID.documentSigning)],
      ['for documents', purposes(true, OID.documentSigning)],
      ['for anything', purposes(true, OID.anyExtendedKeyUsage)],
      ['for nothing', undefined],
    ] as [string, Extension | undefined][]) {
      it(`is refused when the time-stamping purpose is ${what}`, async () => {
        const extensions = [
          basicConstraints(false),
          digitalSignature,
          ...(extension ? [extension] : []),
        ]
        const certificate = await handMade({ ...s.plans.direct, extensions })
        expect(await codeOf(() => verify({ certificates: [certificate] }))).to.equal('pki/usage')
      })
    }

    it('was valid at the time of the token, whatever the time is now', async () => {
      const late = { content: await infoOf({ at: new Date('2036-01-02') }) }
      expect(await codeOf(() => verify(late))).to.equal('pki/validity')
      const early = { content: await infoOf({ at: new Date('2025-12-31') }) }
      expect(await codeOf(() => verify(early))).to.equal('pki/validity')
    })

    for (const [what, code, stands] of [
      ['unspecified', 0, false],
      ['keyCompromise', 1, false],
      ['cACompromise', 2, false],
      ['affiliationChanged', 3, true],
      ['superseded', 4, true],
      ['cessationOfOperation', 5, true],
      ['certificateHold', 6, false],
      ['no reason', undefined, false],
    ] as const) {
      it(`was not revoked then; ${stands ? 'nor does' : 'and falls by'} ${what} afterwards`, async () => {
        // The list revokes the serial number 01ff on 1 July 2026.
        const entry = code === undefined ? {} : { entryExtensions: [reason(code)] }
        const revocationLists = [toBase64(await handMadeList(s.plans.root.key, entry))]
        expect(await codeOf(() => verify({}, { revocationLists }))).to.equal('pki/revoked')
        const before = { content: await infoOf({ at: new Date('2026-06-30') }) }
        expect(await codeOf(() => verify(before, { revocationLists }))).to.equal(
          stands ? 'nothing was refused' : 'pki/revoked',
        )
      })
    }
  })
})
