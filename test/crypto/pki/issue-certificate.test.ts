import { expect } from 'chai'
import { issueCertificate, type CertificateOrder } from '#crypto/pki/issue-certificate.js'
import { issueNetworkRoot } from '#crypto/pki/issue-network-root.js'
import type { CertificateIssuer } from '#crypto/pki/identity.js'
import { verifyChain } from '#crypto/pki/verify-chain.js'
import { codeOf } from '#test/support/code-of.js'
import { keyOf } from './keys.js'

const at = new Date('2027-01-01')
const validity = { notBefore: new Date('2026-01-01'), notAfter: new Date('2060-01-01') }
let root: CertificateIssuer

before(async () => {
  root = await issueNetworkRoot({ name: 'Сеть 网络 réseau', ...validity })
})

const order = (change: Partial<CertificateOrder> = {}): CertificateOrder =>
  ({
    role: 'authority',
    party: 'xa.moj',
    name: 'Ministry',
    issuer: root,
    ...validity,
    ...change,
  }) as CertificateOrder

describe('issueCertificate', () => {
  for (const role of ['authority', 'relay', 'timestamp'] as const) {
    it(`issues for the role ${role} what verifyChain accepts for it alone`, async () => {
      const key = await keyOf('leaf')
      const issued = await issueCertificate(key, order({ role, party: 'xa.one' }))
      expect(issued).to.include({ role, party: 'xa.one', subject: 'CN=Ministry' })
      const trust = { roots: [root.certificate] }
      for (const expected of ['authority', 'relay', 'timestamp'] as const) {
        const code = await codeOf(() => verifyChain([issued.x5c], trust, { role: expected, at }))
        expect(code).to.equal(expected === role ? 'nothing was refused' : 'pki/usage')
      }
      const { key: found } = await verifyChain([issued.x5c], trust, { role, party: 'xa.one', at })
      expect(found.kid).to.equal(key.kid)
    })
  }

  it('issues through an intermediate, under a root whose name is outside ASCII', async () => {
    const key = await keyOf('middle')
    const middle = await issueCertificate(
      key,
      order({ role: 'intermediate', party: undefined, name: 'Middle' }),
    )
    expect(middle.role).to.equal('intermediate')
    const issuer = { certificate: middle, privateKeyPem: key.privateKeyPem }
    const leaf = await issueCertificate(await keyOf('leaf'), order({ issuer }))
    const expected = { role: 'authority', at } as const
    const { leaf: found } = await verifyChain(
      [leaf.x5c, middle.x5c],
      { roots: [root.certificate] },
      expected,
    )
    expect(found.fingerprint).to.equal(leaf.fingerprint)
    const third = () =>
      issueCertificate(key, order({ role: 'intermediate', party: undefined, issuer }))
    expect(await codeOf(third)).to.equal('pki/usage')
  })

  it('gives each certificate a serial number of its own: 17 octets, 128 of the bits random', async () => {
    const key = await keyOf('leaf')
    const issued = await Promise.all([1, 2, 3, 4].map(() => issueCertificate(key, order())))
    const serials = issued.map(({ serial }) => serial)
    expect(new Set(serials).size).to.equal(4)
    for (const serial of serials) expect(serial).to.match(/^01[0-9a-f]{32}$/)
  })

  it('cuts moments to the second', async () => {
    const notBefore = new Date('2026-05-05T05:05:05.555Z')
    const issued = await issueCertificate(await keyOf('leaf'), order({ notBefore }))
    expect(issued.notBefore.toISOString()).to.equal('2026-05-05T05:05:05.000Z')
    expect(issued.notAfter.toISOString()).to.equal('2060-01-01T00:00:00.000Z') // GeneralizedTime
  })

  it('refuses what would not verify', async () => {
    const key = await keyOf('leaf')
    const leaf = await issueCertificate(key, order())
    const asIssuer = { certificate: leaf, privateKeyPem: key.privateKeyPem }
    const refused: readonly (readonly [Partial<CertificateOrder>, string])[] = [
      [{ issuer: asIssuer }, 'pki/usage'],
      [{ notAfter: new Date('2060-01-02') }, 'pki/validity'],
      [{ notBefore: new Date('2025-12-31') }, 'pki/validity'],
      [{ notBefore: new Date('2030-01-02'), notAfter: new Date('2030-01-01') }, 'pki/validity'],
      [{ name: 'Сеть 网络 réseau' }, 'pki/name'],
      [{ party: 'nobody' }, 'pki/name'],
      [{ name: 'Minis\u0000try' }, 'pki/name'],
      [{ state: 'XAB' }, 'pki/name'],
    ]
    for (const [change, code] of refused) {
      expect(await codeOf(() => issueCertificate(key, order(change)))).to.equal(code)
    }
  })
})
