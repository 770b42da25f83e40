import { expect } from 'chai'
import { fromBase64, toBase64 } from '#crypto/bytes/bytes.js'
import { readCertificate } from '#crypto/pki/read-certificate.js'
import { verifyChain } from '#crypto/pki/verify-chain.js'
import { codeOf } from '#test/support/code-of.js'

/** By OpenSSL 3: a root on P-384, and an authority on P-256 under it, signed by ECDSA with SHA-384. */
const ROOT = [
  'MIIBujCCAUGgAwIBAgIUOw9/t5lttE6Ix5CXalCFrTSvgJwwCgYIKoZIzj0EAwMwHDELMAkGA1UEBhMCWEExDTALBgNV',
  'BAMMBHJvb3QwIBcNMjYxMTI4MTUzNDA5WhgPMjA3NjAzMTAxNTM0MDlaMBwxCzAJBgNVBAYTAlhBMQ0wCwYDVQQDDARy',
  'b290MHYwEAYHKoZIzj0CAQYFK4EEACIDYgAEZ6PZgxB5K3zHuwhZts5nPmLe61hH+dLlxGdXxowxjqSeRqFvCZrs7y7y',
  'cq6j5lm2mr7FAwjyZgX1i6Qb4BBB+oPLtbrH97XRZCpETjHKmTV8oEF5cnighn2KtLGzENoWo0IwQDAPBgNVHRMBAf8E',
  'BTADAQH/MA4GA1UdDwEB/wQEAwIBBjAdBgNVHQ4EFgQU4pMUpSgNDKMWxR46U0xu4MejC5owCgYIKoZIzj0EAwMDZwAw',
  'ZAIwJi/TijX728Asd/YijgjmTk8G2IiOSImdclnPEaxMEp63fGxTCYF9SpH15khKmEb0AjB2pU/Etb4HRuyIT3cuEPXD',
  'qgAQlzFoXoSRAZEqJNS4TWCfmXK5p7vq5LzeH+PQBew=',
].join('')
const LEAF = [
  'MIIB/jCCAYOgAwIBAgIUIH2Kt5yfzqUDD0HV7sYpOFkgxbQwCgYIKoZIzj0EAwMwHDELMAkGA1UEBhMCWEExDTALBgNV',
  'BAMMBHJvb3QwIBcNMjYxMTI4MTUzNDA5WhgPMjA3NTEyMDExNTM0MDlaMBwxCzAJBgNVBAYTAlhBMQ0wCwYDVQQDDARs',
  'ZWFmMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEEY0w6NuMsI6EomByRgzdtZ44ZXC/0HUst1pGW0rWyrVmvU+DoX7I',
  'wIMT/VntfNX8AgrzLXBROZapV+8Ern8ehqOBoDCBnTAMBgNVHRMBAf8EAjAAMA4GA1UdDwEB/wQEAwIHgDATBgNVHSUE',
  'DDAKBggrBgEFBQcDJDAoBgNVHREEITAfhh11cm46cm9nYXRvcnk6YXV0aG9yaXR5OnhhLm1vajAdBgNVHQ4EFgQUTWVp',
  'LeuMwgezL9Y2SsfjhFskyCcwHwYDVR0jBBgwFoAU4pMUpSgNDKMWxR46U0xu4MejC5owCgYIKoZIzj0EAwMDaQAwZgIx',
  'AJ51cr2VlZ+KCIflqNidmW26dkFTBbpZVZLgasYwVnYBcqQrlBi0YG0LLHmTnu7TpAIxAK5f/L9UJN/L+RewZPsCEg4I',
  '5/CEURc8vL2cbuddK/D2gm59mhnK09nZnHD/Jbb4kA==',
].join('')

// Runs in browsers as in Node: the platform's WebCrypto verifies ECDSA, the reader of DER is ours.
describe('a chain on elliptic curves', () => {
  const expected = { role: 'authority', party: 'xa.moj', at: new Date('2030-01-01') } as const
  const verify = (leaf: string) => verifyChain([leaf], { roots: [readCertificate(ROOT)] }, expected)

  it('verifies', async () => {
    const { key, leaf } = await verify(LEAF)
    expect(key.alg).to.equal('ES256')
    expect(leaf.party).to.equal('xa.moj')
  })

  it('does not with any octet of its key, names or signature altered', async () => {
    const octets = fromBase64(LEAF)
    for (let at = 0; at < octets.length; at += 7) {
      const altered = octets.slice()
      altered[at] = (altered[at] ?? 0) ^ 1
      const code = await codeOf(() => verify(toBase64(altered)))
      expect(code, `octet ${at}`).to.match(/^pki\//)
    }
  })
})
