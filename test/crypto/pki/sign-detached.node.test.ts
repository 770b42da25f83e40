import { expect } from 'chai'
import { toUtf8 } from '#crypto/bytes/bytes.js'
import { readCertificate } from '#crypto/pki/read-certificate.js'
import { signDetached } from '#crypto/pki/sign-detached.js'
import { world } from '#test/support/world/world.js'
import { openssl } from './openssl.node.js'

const VERIFY = ['cms', '-verify', '-binary', '-inform', 'DER', '-in', 'x.p7s', '-content', 'x']

describe('detached signatures', function () {
  this.timeout(300_000)

  it('are what openssl verifies up to the root, and only over what was signed', async () => {
    const { root, xa } = await world()
    const chain = xa.identity.chain.map((one) => readCertificate(one))
    const [certificate] = chain
    if (!certificate) throw new Error('an identity has a certificate')
    const content = toUtf8('what is signed')
    const signature = await signDetached(content, { certificate, chain, key: xa.identity.key })
    const judge = openssl()
    judge.write('root.pem', root.certificate.pem)
    judge.write('x.p7s', signature)
    judge.write('x', content)
    const trust = ['-CAfile', 'root.pem', '-purpose', 'any', '-attime', '1772355600', '-out', 'y']
    expect(judge.accepts(...VERIFY, ...trust)).to.equal(true)
    // CAdES: the attribute that names the signer's certificate must be of it.
    expect(judge.accepts(...VERIFY, ...trust, '-cades')).to.equal(true)
    judge.write('x', toUtf8('what is sighed'))
    expect(judge.accepts(...VERIFY, ...trust)).to.equal(false)
    judge.close()
  })
})
