import { expect } from 'chai'
import { signDetached } from '#crypto/pki/sign-detached.js'
import { readCertificateRequest } from '#crypto/pki/certificate-request.js'
import { createCertificateRequest } from '#crypto/pki/create-certificate-request.js'
import { openIdentityKey } from '#crypto/pki/encrypted-key.js'
import { fromPkcs12 } from '#crypto/pki/from-pkcs12.js'
import { issueCertificate } from '#crypto/pki/issue-certificate.js'
import { issueNetworkRoot } from '#crypto/pki/issue-network-root.js'
import { readCertificate } from '#crypto/pki/read-certificate.js'
import { toPkcs12 } from '#crypto/pki/to-pkcs12.js'
import { verifyChain } from '#crypto/pki/verify-chain.js'
import { signStatement } from '#crypto/statement/sign-statement.js'
import { codeOf } from '#test/support/code-of.js'
import { type Openssl, openssl } from './openssl.node.js'
import { AUTHORITY, certify, ISSUER, type KeyKind, pemIn } from './openssl-chain.node.js'

const GOOD = 'nothing was refused'

type Case = {
  readonly kinds: readonly [root: KeyKind, middle: KeyKind, leaf: KeyKind]
  readonly hash?: 'sha1' | 'sha256' | 'sha384' | 'sha512'
  readonly ours: string
  readonly alg?: string
}

const CASES: readonly Case[] = [
  { kinds: ['P-256', 'P-256', 'P-256'], ours: GOOD, alg: 'ES256' },
  { kinds: ['P-384', 'P-384', 'P-384'], hash: 'sha384', ours: GOOD, alg: 'ES384' },
  { kinds: ['P-384', 'P-256', 'P-256'], ours: GOOD, alg: 'ES256' },
  { kinds: ['P-256', 'P-384', 'P-256'], hash: 'sha512', ours: GOOD, alg: 'ES256' },
  { kinds: ['rsa:3072', 'P-256', 'P-384'], hash: 'sha384', ours: GOOD, alg: 'ES384' },
  { kinds: ['P-384', 'rsa:3072', 'P-256'], ours: GOOD, alg: 'ES256' },
  { kinds: ['P-256', 'P-256', 'rsa:3072'], ours: GOOD, alg: 'PS256' },
  { kinds: ['P-256', 'P-256', 'P-521'], ours: 'pki/weak' },
  { kinds: ['P-256', 'secp256k1', 'P-256'], ours: 'pki/weak' },
  { kinds: ['P-256', 'P-256', 'P-256'], hash: 'sha1', ours: 'pki/weak' },
]

describe('certificates on elliptic curves, made by OpenSSL', function () {
  this.timeout(300_000)
  let tool: Openssl
  beforeEach(() => (tool = openssl()))
  afterEach(() => tool.close())

  function make({ kinds: [root, middle, leaf], hash }: Pick<Case, 'kinds' | 'hash'>) {
    const more = hash === undefined ? {} : { hash }
    certify(tool, { name: 'root', kind: root, extensions: ISSUER })
    certify(tool, { name: 'middle', kind: middle, by: 'root', extensions: ISSUER, ...more })
    certify(tool, { name: 'leaf', kind: leaf, by: 'middle', extensions: AUTHORITY, ...more })
    const chain = ['leaf.pem', 'middle.pem'].map((name) => pemIn(tool, name))
    return { chain, root: pemIn(tool, 'root.pem') }
  }
  const base64 = (pem: string) => pem.replace(/-----[^-]+-----|\n/g, '')
  const expected = () => ({ role: 'authority', party: 'xa.moj', at: new Date() }) as const
  const opensslVerifies = () =>
    tool.accepts('verify', '-CAfile', 'root.pem', '-untrusted', 'middle.pem', 'leaf.pem')

  for (const { kinds, hash, ours, alg } of CASES) {
    it(`${kinds.join(' > ')} with ${hash ?? 'sha256'}: ${ours}`, async () => {
      const { chain, root } = make({ kinds, ...(hash && { hash }) })
      let found: string | undefined
      const code = await codeOf(async () => {
        const trust = { roots: [readCertificate(root)] }
        const { key } = await verifyChain(chain.map(base64), trust, expected())
        found = key.alg
      })
      expect({ code, found }).to.deep.equal({ code: ours, found: alg })
      // SHA-1 and other curves are within OpenSSL's default level, and below this profile.
      if (ours === GOOD) expect(opensslVerifies()).to.equal(true)
    })
  }

  it('a signature by another key of the same curve is refused, by OpenSSL too', async () => {
    const { root } = make({ kinds: ['P-256', 'P-256', 'P-256'] })
    const [leaf] = ['leaf.pem'].map((name) => pemIn(tool, name))
    certify(tool, { name: 'middle', kind: 'P-256', by: 'root', extensions: ISSUER.slice(0, 2) })
    const chain = [leaf ?? '', pemIn(tool, 'middle.pem')].map(base64)
    const trust = { roots: [readCertificate(root)] }
    expect(await codeOf(() => verifyChain(chain, trust, expected()))).to.equal('pki/chain')
    expect(opensslVerifies()).to.equal(false)
  })

  it('an RSA issuer in the name of a curve’s, and the other way round', async () => {
    const { root } = make({ kinds: ['P-256', 'P-256', 'P-256'] })
    const leaf = pemIn(tool, 'leaf.pem')
    certify(tool, { name: 'middle', kind: 'rsa:3072', by: 'root', extensions: ISSUER.slice(0, 2) })
    const chain = [leaf, pemIn(tool, 'middle.pem')].map(base64)
    const trust = { roots: [readCertificate(root)] }
    expect(await codeOf(() => verifyChain(chain, trust, expected()))).to.equal('pki/chain')
  })

  for (const [kind, alg] of [
    ['P-256', 'ES256'],
    ['P-384', 'ES384'],
  ] as const) {
    it(`an identity on ${kind}: PKCS#8, PKCS#12 both ways, request, statement, PDF signature`, async () => {
      make({ kinds: ['P-384', 'P-256', kind] })
      const key = await openIdentityKey(pemIn(tool, 'leaf.key'), '')
      expect(key.alg).to.equal(alg)

      const pass = ['-passout', 'pass:long enough']
      tool.run(
        ...['pkcs12', '-export', '-inkey', 'leaf.key', '-in', 'leaf.pem', '-out', 'id.p12'],
        ...['-certfile', 'middle.pem', ...pass],
      )
      const identity = await fromPkcs12(tool.read('id.p12'), 'long enough')
      expect(identity.key.kid).to.equal(key.kid)
      expect(identity.chain.map(({ role }) => role)).to.deep.equal(['authority', 'intermediate'])
      tool.write('again.p12', await toPkcs12(identity, 'long enough'))
      const words = ['pkcs12', '-in', 'again.p12', '-nodes', '-passin', 'pass:long enough']
      expect(tool.run(...words)).to.include('BEGIN PRIVATE KEY')
      expect((await fromPkcs12(tool.read('again.p12'), 'long enough')).key.kid).to.equal(key.kid)

      const request = await createCertificateRequest(
        { party: 'xa.moj', name: 'Ministerium für Justiz', state: 'XA' },
        key,
      )
      tool.write('request.pem', request)
      expect(tool.accepts('req', '-in', 'request.pem', '-verify', '-noout')).to.equal(true)
      expect((await readCertificateRequest(request)).key.kid).to.equal(key.kid)

      await signStatement({ typ: 'rogatory-application', payload: {}, key })
      const content = new TextEncoder().encode('A certificate.')
      tool.write('content', content)
      tool.write('signature', await signDetached(content, identity))
      expect(
        tool.accepts(
          ...['cms', '-verify', '-inform', 'DER', '-in', 'signature', '-content', 'content'],
          ...['-CAfile', 'root.pem', '-purpose', 'any', '-binary', '-out', '/dev/null'],
        ),
      ).to.equal(true)
    })
  }

  it('the network’s own RSA root certifies a key on a curve', async () => {
    certify(tool, { name: 'leaf', kind: 'P-256', extensions: AUTHORITY })
    const key = await openIdentityKey(pemIn(tool, 'leaf.key'), '')
    const at = new Date()
    const validity = { notBefore: at, notAfter: new Date(at.getTime() + 86_400_000) }
    const root = await issueNetworkRoot({ name: 'Network', ...validity })
    const request = await createCertificateRequest({ party: 'xa.moj', name: 'Ministry' }, key)
    const order = { role: 'authority', party: 'xa.moj', name: 'Ministry' } as const
    const issued = await issueCertificate(request, { ...order, ...validity, issuer: root })
    tool.write('root.pem', root.certificate.pem)
    tool.write('issued.pem', issued.pem)
    expect(tool.accepts('verify', '-CAfile', 'root.pem', 'issued.pem')).to.equal(true)
    const trust = { roots: [root.certificate] }
    const verified = await verifyChain([issued.x5c], trust, { ...expected(), at })
    expect(verified.key.kid).to.equal(key.kid)
  })
})
