import { expect } from 'chai'
import { concat, fromBase64, toUtf8 } from '#crypto/bytes/bytes.js'
import { digestOf } from '#crypto/bytes/sha256.js'
import { TAG } from '#crypto/pki/der/tag.js'
import { bitString, der, NULL, oid, sequence, unsignedInteger } from '#crypto/pki/der/write-der.js'
import { OID } from '#crypto/pki/oid.js'
import { readCertificate } from '#crypto/pki/read-certificate.js'
import { codeOf } from '#test/support/code-of.js'
import { plans } from './chains.js'
import { handMade, leafExtensions, nameOf, type Plan, uris } from './hand-made.js'

const made = async (change: Partial<Plan> = {}) =>
  handMade({ ...(await plans()).direct, ...change })
const refusal = async (change: Partial<Plan>) => {
  const octets = await made(change)
  return codeOf(() => readCertificate(octets))
}
const withUris = (...texts: (string | Uint8Array<ArrayBuffer>)[]) => ({
  extensions: [...leafExtensions().slice(0, 3), uris(...texts)],
})

describe('readCertificate', () => {
  it('reads DER, PEM and x5c to the same', async () => {
    const octets = await made()
    const certificate = readCertificate(octets)
    expect(certificate).to.include({ role: 'authority', party: 'xa.moj', subject: 'CN=Leaf' })
    expect(certificate).to.include({ serial: '01ff', fingerprint: await digestOf(octets) })
    expect(certificate.notAfter.toISOString()).to.equal('2036-01-01T00:00:00.000Z')
    expect(readCertificate(certificate.pem)).to.deep.equal(certificate)
    expect(readCertificate(certificate.pem.replaceAll('\n', '\r\n'))).to.deep.equal(certificate)
    expect(readCertificate(certificate.x5c)).to.deep.equal(certificate)
  })

  it('reads names in their own script', async () => {
    const subjectName = nameOf(der(TAG.utf8String, toUtf8('وزارة العدل')))
    expect(readCertificate(await made({ subjectName })).subject).to.equal('CN=وزارة العدل')
  })

  it('refuses what is around, in front of or inside the text forms', async () => {
    const { pem, x5c } = readCertificate(await made())
    const texts = [
      pem + pem,
      `subject=Leaf\n${pem}`,
      pem.replaceAll('CERTIFICATE', 'TRUSTED CERTIFICATE'),
      pem.replace(/\n(?=[A-Z])/, '\n '),
      `${x5c}\n`,
      ` ${x5c}`,
      x5c.replaceAll('+', '-').replaceAll('/', '_') + '-',
      'A'.repeat(40_000),
      '',
    ]
    for (const text of texts)
      expect(await codeOf(() => readCertificate(text))).to.equal('pki/malformed')
  })

  it('refuses octets after the end, the indefinite length of BER, and too many octets', async () => {
    const octets = await made()
    const trailing = concat(octets, Uint8Array.of(0))
    const indefinite = concat(Uint8Array.of(0x30, 0x80), octets.subarray(4), Uint8Array.of(0, 0))
    for (const bytes of [trailing, indefinite, octets.subarray(1), new Uint8Array(16_385)]) {
      expect(await codeOf(() => readCertificate(bytes))).to.equal('pki/malformed')
    }
  })

  const serials = {
    negative: Uint8Array.of(TAG.integer, 1, 0x80),
    zero: unsignedInteger(0),
    'above 20 octets': unsignedInteger('01'.repeat(21)),
    padded: Uint8Array.of(TAG.integer, 2, 0, 1),
  }
  for (const [what, serial] of Object.entries(serials)) {
    it(`refuses a serial number that is ${what}`, async () => {
      expect(await refusal({ serial })).to.equal('pki/malformed')
    })
  }

  it('refuses version 1, no extensions, one extension twice, a validity turned round', async () => {
    expect(await refusal({ version: 0 })).to.equal('pki/malformed')
    expect(await refusal({ extensions: [] })).to.equal('pki/malformed')
    const extensions = [...leafExtensions(), ...leafExtensions().slice(1, 2)]
    expect(await refusal({ extensions })).to.equal('pki/malformed')
    expect(await refusal({ from: '2036-01-01', to: '2026-01-01' })).to.equal('pki/malformed')
  })

  it('refuses two signature algorithms, inside and outside', async () => {
    const octets = await made()
    // The identifier outside ends before the BIT STRING of 389 octets: …0b, 05 00.
    const last = octets.length - 389 - 3
    expect(octets[last]).to.equal(0x0b)
    octets[last] = 0x0d // sha512WithRSAEncryption
    expect(await codeOf(() => readCertificate(octets))).to.equal('pki/malformed')
  })

  it('refuses SHA-1', async () => {
    expect(await refusal({ scheme: 'SHA-1' })).to.equal('pki/weak')
  })

  const rsa = (modulus: string, exponent: string) =>
    sequence(
      sequence(oid(OID.rsaEncryption), NULL),
      bitString(sequence(unsignedInteger(modulus), unsignedInteger(exponent))),
    )
  const keys = {
    'RSA with 2048 bits': rsa(`ff${'01'.repeat(255)}`, '010001'),
    'RSA with 3071 bits': rsa(`7f${'01'.repeat(383)}`, '010001'),
    'RSA with 8200 bits': rsa(`ff${'01'.repeat(1024)}`, '010001'),
    'the exponent 3': rsa(`ff${'01'.repeat(383)}`, '03'),
    'an even modulus': rsa(`ff${'02'.repeat(383)}`, '010001'),
    'a key of a curve': sequence(
      sequence(oid('1.2.840.10045.2.1'), oid('1.2.840.10045.3.1.7')),
      bitString(new Uint8Array(65).fill(4)),
    ),
  }
  for (const [what, spki] of Object.entries(keys)) {
    it(`refuses ${what}`, async () => {
      expect(await refusal({ spki })).to.equal('pki/weak')
    })
  }

  const names = {
    'NUL in a name': nameOf(der(TAG.utf8String, toUtf8('moj.xa\u0000.example'))),
    'a direction override': nameOf(der(TAG.utf8String, toUtf8('jom\u202eax'))),
    'octets outside ASCII in PrintableString': nameOf(
      der(TAG.printableString, Uint8Array.of(0xe9)),
    ),
    'octets that are not UTF-8': nameOf(der(TAG.utf8String, Uint8Array.of(0xc3, 0x28))),
    'an obsolete string type': nameOf(der(TAG.bmpString, Uint8Array.of(0, 65))),
    'an empty name': sequence(),
  }
  for (const [what, subjectName] of Object.entries(names)) {
    it(`refuses ${what}`, async () => {
      expect(await refusal({ subjectName })).to.equal('pki/name')
    })
  }

  const uri = 'urn:rogatory:authority:xa.moj'
  const parties: Record<string, Parameters<typeof withUris>> = {
    'two URIs': [uri, 'urn:rogatory:relay:xa.relay'],
    'the same URI twice': [uri, uri],
    'a URI of another scheme': ['https://moj.example'],
    'NUL in the URI': [`${uri}\u0000.evil`],
    'a URI outside ASCII': ['urn:rogatory:authority:xа.moj'], // a Cyrillic а
    'a URI in capitals': ['urn:rogatory:authority:XA.MOJ'],
    'an empty id': ['urn:rogatory:authority:'],
    'an id that is too long': [`urn:rogatory:authority:xa.${'m'.repeat(62)}`],
    'an id with a newline': [`${uri}\n`],
    'the URI of a time-stamping authority': ['urn:rogatory:tsa:xa.moj'],
  }
  for (const [what, texts] of Object.entries(parties)) {
    it(`refuses ${what} as a party`, async () => {
      expect(await refusal(withUris(...texts))).to.equal('pki/name')
    })
  }

  it('refuses a certificate without any role here', async () => {
    expect(await refusal({ extensions: leafExtensions().slice(0, 2) })).to.equal('pki/usage')
  })

  it('answers any cut of a certificate with a coded refusal', async () => {
    const octets = fromBase64(readCertificate(await made()).x5c)
    for (let length = 0; length < octets.length; length += 7) {
      expect(await codeOf(() => readCertificate(octets.subarray(0, length)))).to.equal(
        'pki/malformed',
      )
    }
  })
})
