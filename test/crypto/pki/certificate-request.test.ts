import { expect } from 'chai'
import { concat } from '#crypto/bytes/bytes.js'
import { readCertificateRequest } from '#crypto/pki/certificate-request.js'
import { createCertificateRequest } from '#crypto/pki/create-certificate-request.js'
import { issueCertificate } from '#crypto/pki/issue-certificate.js'
import { issueNetworkRoot } from '#crypto/pki/issue-network-root.js'
import { fromPem, toPem } from '#crypto/pki/pem.js'
import { verifyChain } from '#crypto/pki/verify-chain.js'
import { codeOf } from '#test/support/code-of.js'
import { flipBit } from '#test/support/flip-bit.js'
import { keyOf } from './keys.js'

const applicant = { party: 'xa.moj', name: 'Ministry of Justice', state: 'XA' }
const validity = { notBefore: new Date('2026-01-01'), notAfter: new Date('2030-01-01') }
const LABEL = 'CERTIFICATE REQUEST'

describe('certificate requests', () => {
  it('are read back as they were made, for each role', async () => {
    const key = await keyOf('leaf')
    const request = await readCertificateRequest(await createCertificateRequest(applicant, key))
    expect(request).to.include({ role: 'authority', party: 'xa.moj' })
    expect(request.subject).to.equal('CN=Ministry of Justice,C=XA')
    expect(request.key.kid).to.equal(key.kid)
    expect(request.fingerprint).to.match(/^[0-9a-f]{64}$/)
    for (const role of ['relay', 'timestamp'] as const) {
      const pem = await createCertificateRequest({ ...applicant, role }, key)
      expect(await readCertificateRequest(pem)).to.include({ role, party: 'xa.moj' })
    }
  })

  it('are refused with any bit flipped', async () => {
    const octets = fromPem(
      LABEL,
      await createCertificateRequest(applicant, await keyOf('leaf')),
      16_384,
    )
    for (let bit = 0; bit < 8 * octets.length; bit += 41) {
      const pem = toPem(LABEL, flipBit(octets, bit))
      expect(await codeOf(() => readCertificateRequest(pem))).to.match(/^pki\//)
    }
  })

  it('are refused when signed by another key, longer, oversized, or no request', async () => {
    const key = await keyOf('leaf')
    const other = await keyOf('other')
    const forged = await createCertificateRequest(applicant, {
      ...key,
      privateKey: other.privateKey,
    })
    expect(await codeOf(() => readCertificateRequest(forged))).to.equal('pki/chain')
    const octets = fromPem(LABEL, await createCertificateRequest(applicant, key), 16_384)
    const bad = [
      toPem(LABEL, concat(octets, Uint8Array.of(0))),
      toPem(LABEL, new Uint8Array(20_000)),
      toPem('CERTIFICATE', octets),
      'request',
    ]
    for (const pem of bad)
      expect(await codeOf(() => readCertificateRequest(pem))).to.equal('pki/malformed')
  })

  it('are not made for bad ids, names or States', async () => {
    const key = await keyOf('leaf')
    const changes = [
      { party: 'XA.moj' },
      { party: '' },
      { name: '' },
      { name: ' Ministry' },
      { name: 'Minis\u202etry' },
      { name: 'M'.repeat(65) },
      { state: 'xa' },
    ]
    for (const change of changes) {
      const made = () => createCertificateRequest({ ...applicant, ...change }, key)
      expect(await codeOf(made)).to.equal('pki/name')
    }
  })

  it('get a certificate for their key, and only for the party and role they ask for', async () => {
    const key = await keyOf('leaf')
    const issuer = await issueNetworkRoot({ name: 'Root', ...validity })
    const request = await createCertificateRequest(applicant, key)
    const order = { name: 'Ministry', state: 'XA', issuer, ...validity }
    const issue = (party: string, role: 'authority' | 'relay') =>
      issueCertificate(request, { ...order, party, role })
    expect(await issue('xa.moj', 'authority')).to.include({ party: 'xa.moj', role: 'authority' })
    expect(await codeOf(() => issue('xb.moj', 'authority'))).to.equal('pki/name')
    expect(await codeOf(() => issue('xa.moj', 'relay'))).to.equal('pki/name')
    // A request read before is verified again: nobody can slip another key in between.
    const swapped = { ...(await readCertificateRequest(request)), key: await keyOf('other') }
    const issued = await issueCertificate(swapped, { ...order, party: 'xa.moj', role: 'authority' })
    const expected = { role: 'authority', at: new Date('2027-01-01') } as const
    const trust = { roots: [issuer.certificate] }
    expect((await verifyChain([issued.x5c], trust, expected)).key.kid).to.equal(key.kid)
  })
})
