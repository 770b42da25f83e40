import { expect } from 'chai'
import { concat } from '#crypto/bytes/bytes.js'
import { fromPkcs12 } from '#crypto/pki/from-pkcs12.js'
import { PSS_SHA256 } from '#crypto/pki/identity-key.js'
import { issueCertificate } from '#crypto/pki/issue-certificate.js'
import { issueNetworkRoot } from '#crypto/pki/issue-network-root.js'
import { toPkcs12 } from '#crypto/pki/to-pkcs12.js'
import { codeOf } from '#test/support/code-of.js'
import { flipBit } from '#test/support/flip-bit.js'
import { keyOf } from './keys.js'
import { opensslIdentity, opensslPassphrase } from './openssl-identity.js'

const validity = { notBefore: new Date('2026-01-01'), notAfter: new Date('2030-01-01') }
const open = (bytes: Uint8Array, passphrase = opensslPassphrase) =>
  codeOf(() => fromPkcs12(bytes, passphrase))

/** Root, intermediate, leaf by `issueCertificate`, as an identity without its imported key. */
async function identity() {
  const [middle, leaf] = [await keyOf('middle'), await keyOf('leaf')]
  const issuer = await issueNetworkRoot({ name: 'Root', ...validity })
  const intermediate = await issueCertificate(middle, {
    role: 'intermediate',
    name: 'Middle',
    issuer,
    ...validity,
  })
  const certificate = await issueCertificate(leaf, {
    role: 'authority',
    party: 'xa.moj',
    name: 'Ministry',
    issuer: { certificate: intermediate, privateKeyPem: middle.privateKeyPem },
    ...validity,
  })
  return { certificate, intermediate, privateKeyPem: leaf.privateKeyPem }
}

describe('PKCS#12', () => {
  it('carries an identity there and back, whatever the script of the passphrase', async () => {
    const { certificate, intermediate, privateKeyPem } = await identity()
    const chain = [certificate, intermediate]
    const file = await toPkcs12({ certificate, chain, privateKeyPem }, 'пароль 密码 🔑')
    const opened = await fromPkcs12(file, 'пароль 密码 🔑')
    expect(opened.certificate).to.deep.equal(certificate)
    expect(opened.chain).to.deep.equal(chain)
    expect(opened.privateKeyPem).to.equal(privateKeyPem)
    const data = new Uint8Array([1, 2, 3])
    const signature = await crypto.subtle.sign(PSS_SHA256, opened.key.privateKey, data)
    const { key } = await keyOf('leaf')
    expect(await crypto.subtle.verify(PSS_SHA256, key, signature, data)).to.equal(true)
    expect(await open(file, 'пароль 密码')).to.equal('pki/passphrase')
    // Nothing of the certificate lies in the open.
    expect(new TextDecoder('latin1').decode(file)).not.to.include('Ministry')
  })

  it('reads a file by OpenSSL', async () => {
    const { certificate, chain } = await fromPkcs12(opensslIdentity, opensslPassphrase)
    expect(certificate).to.include({ party: 'xa.vector', serial: '1234', subject: 'CN=Vector' })
    expect(chain).to.have.length(1)
  })

  it('refuses a wrong passphrase, none, and one too long', async () => {
    for (const passphrase of ['Correct horse', 'correct horse ', '', 'x'.repeat(1025)]) {
      expect(await open(opensslIdentity, passphrase)).to.equal('pki/passphrase')
    }
    const { certificate, privateKeyPem } = await identity()
    const pack = () => toPkcs12({ certificate, chain: [certificate], privateKeyPem }, '')
    expect(await codeOf(pack)).to.equal('pki/passphrase')
  })

  it('refuses a file cut short, longer, oversized, or not a file', async () => {
    const file = opensslIdentity
    const bad = [
      file.subarray(0, 1000),
      concat(file, Uint8Array.of(0)),
      new Uint8Array(300_000),
      new Uint8Array(),
    ]
    for (const bytes of bad) expect(await open(bytes)).to.equal('pki/malformed')
  })

  it('refuses a file with any bit flipped', async () => {
    for (let bit = 0; bit < 8 * opensslIdentity.length; bit += 211) {
      const code = await open(flipBit(opensslIdentity, bit))
      expect(code, `bit ${bit}`).to.match(/^pki\/(passphrase|malformed|weak)$/)
    }
  }).timeout(60_000)
})
