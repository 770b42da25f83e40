import { expect } from 'chai'
import type { Octets } from '#crypto/pki/der/read-der.js'
import { explicit } from '#crypto/pki/der/tag.js'
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
import { commonName, handMade } from '#test/crypto/pki/hand-made.js'
import { codeOf } from '#test/support/code-of.js'
import {
  attribute,
  certificateId,
  hash,
  honestAttributes,
  SHA512,
  signingCertificates,
} from './hand-made-token.js'
import { DATA, stamping, type Stamping } from './stamping.js'

describe('the binding of a token to its certificate', () => {
  let s: Stamping
  before(async () => {
    s = await stamping()
  })

  /** The code for a token whose signer names its certificates by this attribute. */
  async function codeWith(value: Octets, type: string = OID.signingCertificateV2) {
    const honest = await honestAttributes(s.base, s.certificate)
    const attributes = [honest.type, honest.digest, attribute(type, value)].sort(byOctets)
    const token = await s.token({ attributes })
    return codeOf(() => verifyTimestampToken(token, DATA, s.trust))
  }
  const accepted = 'nothing was refused'
  const issuerSerial = (issuer: string, serial: string) =>
    sequence(sequence(der(explicit(4), commonName(issuer))), unsignedInteger(serial))

  it('is by SHA-256, or by a stronger hash that it names', async () => {
    const plain = await certificateId(s.certificate)
    expect(await codeWith(signingCertificates(plain))).to.equal(accepted)
    const long = octetString(await hash('SHA-512', s.certificate))
    for (const algorithm of [SHA512, sequence(oid(OID.sha512))]) {
      expect(await codeWith(signingCertificates(sequence(algorithm, long)))).to.equal(accepted)
    }
  })

  it('is refused by SHA-1, in either attribute', async () => {
    const digest = octetString(await hash('SHA-1', s.certificate))
    const named = sequence(sequence(oid('1.3.14.3.2.26')), digest)
    expect(await codeWith(signingCertificates(named))).to.equal('timestamp/signer')
    // The attribute of RFC 2634 knows SHA-1 only; alone it binds nothing.
    const old = signingCertificates(sequence(digest))
    expect(await codeWith(old, '1.2.840.113549.1.9.16.2.12')).to.equal('timestamp/signer')
  })

  it('is refused when it names another certificate for the same key', async () => {
    const twin = await handMade({ ...s.plans.direct, serial: unsignedInteger('02') })
    const id = await certificateId(twin)
    expect(await codeWith(signingCertificates(id))).to.equal('timestamp/signer')
  })

  it('may name issuer and serial number, which then must be the certificate’s', async () => {
    const withId = async (more: Octets) =>
      codeWith(signingCertificates(await certificateId(s.certificate, more)))
    expect(await withId(issuerSerial('Root', '01ff'))).to.equal(accepted)
    expect(await withId(issuerSerial('Root', '01fe'))).to.equal('timestamp/signer')
    expect(await withId(issuerSerial('Toor', '01ff'))).to.equal('timestamp/signer')
    const odd = sequence(sequence(der(explicit(6), commonName('Root'))), unsignedInteger(1))
    expect(await withId(odd)).to.equal('pki/malformed')
  })

  it('may restrict the chain to certificates at hand, and to no others', async () => {
    const own = await certificateId(s.certificate)
    const root = await certificateId(await handMade(s.plans.root))
    expect(await codeWith(signingCertificates(own, root))).to.equal(accepted)
    const stranger = await certificateId(await handMade(s.plans.stranger))
    expect(await codeWith(signingCertificates(own, stranger))).to.equal('timestamp/signer')
    // The first id is the signer's (RFC 5035 §5.4.1).
    expect(await codeWith(signingCertificates(root, own))).to.equal('timestamp/signer')
  })

  it('may carry policies, which nobody here asks for; nothing else', async () => {
    const ids = sequence(await certificateId(s.certificate))
    expect(await codeWith(sequence(ids, sequence()))).to.equal(accepted)
    expect(await codeWith(sequence(ids, sequence(), sequence()))).to.equal('pki/malformed')
    expect(await codeWith(sequence(sequence()))).to.equal('pki/malformed')
  })
})
