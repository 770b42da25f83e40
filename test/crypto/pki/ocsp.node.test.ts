import { expect } from 'chai'
import { toBase64 } from '#crypto/bytes/bytes.js'
import { toPem } from '#crypto/pki/pem.js'
import { readCertificate } from '#crypto/pki/read-certificate.js'
import { verifyChain } from '#crypto/pki/verify-chain.js'
import { codeOf } from '#test/support/code-of.js'
import { plans } from './chains.js'
import * as made from './hand-made.js'
import { keyOf } from './keys.js'
import { type Openssl, openssl } from './openssl.node.js'

/** Responses that OpenSSL's responder signed, about one leaf under one root. */
describe('OCSP answers (RFC 6960) by OpenSSL’s responder', function () {
  this.timeout(300_000)
  let tool: Openssl
  let leaf: string
  let root: Uint8Array<ArrayBuffer>
  const long = { from: '2020-01-01', to: '2040-01-01' }
  const ocspSigning = '1.3.6.1.5.5.7.3.9'

  before(async () => {
    tool = openssl()
    const { root: rootPlan, direct } = await plans()
    root = await made.handMade({ ...rootPlan, ...long })
    const octets = await made.handMade({ ...direct, ...long })
    leaf = toBase64(octets)
    tool.write('root.pem', toPem('CERTIFICATE', root))
    tool.write('root.key', rootPlan.key.privateKeyPem)
    tool.write('leaf.pem', toPem('CERTIFICATE', octets))
    for (const [name, purpose, signer] of [
      ['delegate', ocspSigning, rootPlan.key],
      ['other', '1.3.6.1.5.5.7.3.36', rootPlan.key],
      ['stranger', ocspSigning, await keyOf('other')],
    ] as const) {
      const key = await keyOf('middle')
      const plan = { ...direct, ...long, subject: name, key, signer }
      const extensions = [
        made.basicConstraints(false),
        made.digitalSignature,
        made.purposes(false, purpose),
      ]
      tool.write(`${name}.pem`, toPem('CERTIFICATE', await made.handMade({ ...plan, extensions })))
      tool.write(`${name}.key`, key.privateKeyPem)
    }
    tool.run(...'ocsp -issuer root.pem -cert leaf.pem -reqout req.der'.split(' '))
  })
  after(() => tool.close())

  function response(row: string, signer: string, ...more: string[]): string {
    tool.write('index.txt', row)
    const words = `ocsp -index index.txt -CA root.pem -rsigner ${signer}.pem -rkey ${signer}.key`
    tool.run(...`${words} -reqin req.der -respout resp.der -ndays 7`.split(' '), ...more)
    return toBase64(tool.read('resp.der').slice())
  }
  const good = 'V\t400101000000Z\t\t01FF\tunknown\t/CN=Leaf\n'
  const revoked = 'R\t400101000000Z\t250101000000Z\t01FF\tunknown\t/CN=Leaf\n'
  const judge = (ocspResponses: readonly string[], days = 0) =>
    codeOf(() =>
      verifyChain(
        [leaf],
        { roots: [readCertificate(root)] },
        { role: 'authority', at: new Date(Date.now() + days * 86_400_000), ocspResponses },
      ),
    )

  it('are believed of the issuer, and of a delegate that it certified for this', async () => {
    expect(await judge([response(good, 'root')])).to.equal('nothing was refused')
    expect(await judge([response(good, 'delegate')])).to.equal('nothing was refused')
    expect(await judge([response(revoked, 'root')])).to.equal('pki/revoked')
    expect(await judge([response(revoked, 'delegate')])).to.equal('pki/revoked')
  })

  it('are not believed of another purpose, another issuer, or when a bit is changed', async () => {
    expect(await judge([response(good, 'other')])).to.equal('pki/chain')
    expect(await judge([response(good, 'stranger')])).to.equal('pki/chain')
    // Without the certificates beside it, which nobody signed here and nobody needs.
    const octets = Buffer.from(response(good, 'root', '-resp_no_certs'), 'base64')
    const codes = new Set<string>()
    for (let at = 0; at < octets.length; at += 7) {
      const flipped = Buffer.from(octets)
      flipped[at] = (flipped[at] ?? 0) ^ 1
      codes.add(await judge([flipped.toString('base64')]))
    }
    expect([...codes]).to.not.include('nothing was refused')
    expect([...codes].every((code) => code.startsWith('pki/'))).to.equal(true)
  })

  it('cover nothing when silent, unknown or stale: the certificate is refused', async () => {
    const fresh = response(good, 'root')
    expect(await judge([])).to.equal('pki/validity')
    expect(await judge([response('', 'root')])).to.equal('pki/validity')
    expect(await judge([fresh], 6)).to.equal('nothing was refused')
    expect(await judge([fresh], 8)).to.equal('pki/validity')
  })
})
