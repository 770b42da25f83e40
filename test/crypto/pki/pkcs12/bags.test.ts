import { expect } from 'chai'
import { fromHex } from '#crypto/bytes/bytes.js'
import { childrenOf, type Octets, readDer } from '#crypto/pki/der/read-der.js'
import { explicit, TAG } from '#crypto/pki/der/tag.js'
import { der, octetString, oid, sequence, unsignedInteger } from '#crypto/pki/der/write-der.js'
import { fromPkcs12 } from '#crypto/pki/from-pkcs12.js'
import { OID } from '#crypto/pki/oid.js'
import { macDataOf } from '#crypto/pki/pkcs12/mac.js'
import { openBags } from '#crypto/pki/pkcs12/safe-contents.js'
import { codeOf } from '#test/support/code-of.js'
import { opensslIdentity, opensslPassphrase } from '../openssl-identity.js'

const data = (content: Octets) => sequence(oid(OID.data), der(explicit(0), octetString(content)))
const bag = (type: string, value: Octets) => sequence(oid(type), der(explicit(0), value))
const open = (...infos: Octets[]) => codeOf(() => openBags(sequence(...infos), 'x'))

/** The two parts of OpenSSL's file: encrypted certificates, then data with the encrypted key. */
function opensslParts(): readonly [Octets, Octets] {
  const [, info] = childrenOf(readDer(opensslIdentity, 10_000))
  if (info === undefined) throw new Error('no content')
  const inner = childrenOf(info)[1]
  const string = inner && childrenOf(inner)[0]
  const [certificates, key] = string ? childrenOf(readDer(string.content, 10_000)) : []
  if (certificates === undefined || key === undefined) throw new Error('not two parts')
  return [certificates.bytes, key.bytes]
}

/** A file with these parts, its MAC right. */
async function fileOf(...parts: Octets[]): Promise<Octets> {
  const content = sequence(...parts)
  const mac = await macDataOf(content, opensslPassphrase)
  return sequence(unsignedInteger(3), data(content), mac)
}

const refusal = async (...parts: Octets[]) => {
  const file = await fileOf(...parts)
  return codeOf(() => fromPkcs12(file, opensslPassphrase))
}

describe('bags of a PKCS#12 file', () => {
  it('hold one key: none and two are refused, though the MAC is right', async () => {
    const [certificates, key] = opensslParts()
    expect(await refusal(certificates, key)).to.equal('nothing was refused')
    expect(await refusal(certificates, key, key)).to.equal('pki/malformed')
    expect(await refusal(certificates)).to.equal('pki/malformed')
    expect(await refusal(key)).to.equal('pki/chain')
  }).timeout(60_000)

  const bagTypes = {
    'a plain key': '1.2.840.113549.1.12.10.1.1',
    'a revocation list': '1.2.840.113549.1.12.10.1.4',
    'a secret': '1.2.840.113549.1.12.10.1.5',
    'bags in a bag': '1.2.840.113549.1.12.10.1.6',
  }
  for (const [what, type] of Object.entries(bagTypes)) {
    it(`are refused with ${what}`, async () => {
      expect(await open(data(sequence(bag(type, sequence()))))).to.equal('pki/malformed')
    })
  }

  it('are refused with a certificate of another kind, or content for a public key', async () => {
    const sdsi = sequence(oid('1.2.840.113549.1.9.22.2'), der(explicit(0), octetString()))
    expect(await open(data(sequence(bag(OID.certBag, sdsi))))).to.equal('pki/malformed')
    const enveloped = sequence(oid('1.2.840.113549.1.7.3'), der(explicit(0), sequence()))
    expect(await open(enveloped)).to.equal('pki/malformed')
  })

  const pbes2 = (iterations: number, prf: string[], cipher: string, salt = 8) =>
    sequence(
      oid(OID.pbes2),
      sequence(
        sequence(
          oid(OID.pbkdf2),
          sequence(
            octetString(new Uint8Array(salt)),
            unsignedInteger(iterations),
            ...prf.map((id) => sequence(oid(id), der(TAG.null))),
          ),
        ),
        sequence(oid(cipher), octetString(fromHex('00'.repeat(16)))),
      ),
    )
  const aes128 = '2.16.840.1.101.3.4.1.2'
  const weak = {
    'too few rounds': pbes2(999, [OID.hmacWithSha256], OID.aes256Cbc),
    'HMAC-SHA-1 by default': pbes2(2048, [], OID.aes256Cbc),
    'AES with 128 bits': pbes2(2048, [OID.hmacWithSha256], aes128),
    'a salt of four octets': pbes2(2048, [OID.hmacWithSha256], OID.aes256Cbc, 4),
    'triple DES': sequence(oid('1.2.840.113549.1.12.1.3'), sequence()),
  }
  const keyUnder = (algorithm: Octets) =>
    data(sequence(bag(OID.shroudedKeyBag, sequence(algorithm, octetString(new Uint8Array(32))))))
  for (const [what, algorithm] of Object.entries(weak)) {
    it(`are refused under ${what}`, async () => {
      expect(await open(keyUnder(algorithm))).to.equal('pki/weak')
    })
  }

  it('are refused when they ask for minutes of work', async () => {
    const slow = pbes2(10_000_001, [OID.hmacWithSha256], OID.aes256Cbc)
    expect(await open(keyUnder(slow))).to.equal('pki/malformed')
  })
})
