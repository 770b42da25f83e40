import { expect } from 'chai'
import { fromBase64 } from '#crypto/bytes/bytes.js'
import { issueRevocationList } from '#crypto/pki/issue-revocation-list.js'
import type { CertificateIssuer } from '#crypto/pki/identity.js'
import { fromPem } from '#crypto/pki/pem.js'
import { readCertificate } from '#crypto/pki/read-certificate.js'
import { readRevocationList, type RevokedCertificate } from '#crypto/pki/revocation-list.js'
import { verifyChain } from '#crypto/pki/verify-chain.js'
import { verifyRevocationList } from '#crypto/pki/verify-revocation-list.js'
import { codeOf } from '#test/support/code-of.js'
import { flipBit } from '#test/support/flip-bit.js'
import { chainOf, plans, trustIn } from './chains.js'
import { basicConstraints, handMade, keyUsage, type Plan } from './hand-made.js'
import { keyOf } from './keys.js'

const forever = { thisUpdate: new Date('2026-02-01'), nextUpdate: new Date('2027-01-01') }
const serial = '01ff' // of every hand-made certificate
const revoked: RevokedCertificate = {
  serial,
  at: new Date('2026-07-01T12:00:00.000Z'),
  reason: 'keyCompromise',
}
// With cRLSign, which the others leave out.
const usage = keyUsage(1, 0x06)

async function issuer(plan: Plan): Promise<CertificateIssuer> {
  const { privateKeyPem } = plan.key
  return { certificate: readCertificate(await handMade(plan)), privateKeyPem }
}

describe('revocation lists', () => {
  it('are read back as they were issued', async () => {
    const { root } = await plans()
    const by = await issuer(root)
    const list = await verifyRevocationList(
      await issueRevocationList(by, [revoked], forever),
      by.certificate,
    )
    expect(list.revoked).to.deep.equal([{ ...revoked, declared: revoked.at }])
    expect(list.issuerText).to.equal('CN=Root')
    expect([list.thisUpdate, list.nextUpdate]).to.deep.equal(Object.values(forever))
    const empty = readRevocationList(await issueRevocationList(by, [], forever))
    expect(empty.revoked).to.deep.equal([])
  })

  it('refuse what was revoked from that moment on, and keep what was proved before', async () => {
    const { root, direct } = await plans()
    const list = await issueRevocationList(await issuer(root), [revoked], forever)
    const trust = await trustIn(root)
    const chain = await chainOf(direct)
    const at = (text: string) =>
      codeOf(() =>
        verifyChain(chain, trust, {
          role: 'authority',
          at: new Date(text),
          revocationLists: [list],
        }),
      )
    expect(await at('2026-07-01T11:59:59.999Z')).to.equal('nothing was refused')
    expect(await at('2026-07-01T12:00:00.000Z')).to.equal('pki/revoked')
    expect(await at('2026-08-01T00:00:00.000Z')).to.equal('pki/revoked')
    // Stale by then, but what it says of a revocation holds for good.
    expect(await at('2028-01-01T00:00:00.000Z')).to.equal('pki/revoked')
  })

  const at = new Date('2026-06-01')
  const check = async (
    lists: (by: CertificateIssuer) => Promise<readonly string[]>,
    moment = at,
  ) => {
    const { root, direct } = await plans()
    const trust = await trustIn(root)
    const chain = await chainOf(direct)
    const revocationLists = await lists(await issuer(root))
    return codeOf(() =>
      verifyChain(chain, trust, { role: 'authority', at: moment, revocationLists }),
    )
  }

  it('must reach to the moment: none, stale, and made after the certificate expired', async () => {
    const list = (thisUpdate: string, nextUpdate: string) => (by: CertificateIssuer) => {
      const period = { thisUpdate: new Date(thisUpdate), nextUpdate: new Date(nextUpdate) }
      return Promise.all([issueRevocationList(by, [], period)])
    }
    expect(await check(() => Promise.resolve([]))).to.equal('pki/validity')
    expect(await check(list('2026-02-01', '2026-05-31'))).to.equal('pki/validity')
    expect(await check(list('2036-02-01', '2036-03-01'))).to.equal('pki/validity')
    expect(await check(list('2026-02-01', '2026-06-01'))).to.equal('nothing was refused')
    expect(await check(list('2030-02-01', '2030-06-01'))).to.equal('nothing was refused')
  })

  it('of another issuer do not count; in an issuer’s name they are refused', async () => {
    const other = await keyOf('other')
    const { root } = await plans()
    const stranger = await issuer({
      ...root,
      subject: 'Stranger',
      issuer: 'Stranger',
      key: other,
      signer: other,
    })
    const namesake = await issuer({ ...root, key: other, signer: other })
    expect(await check(async () => [await issueRevocationList(stranger, [], forever)])).to.equal(
      'pki/validity',
    )
    expect(await check(async () => [await issueRevocationList(namesake, [], forever)])).to.equal(
      'pki/chain',
    )
    const own = await issuer(root)
    const list = await issueRevocationList(stranger, [], forever)
    expect(await codeOf(() => verifyRevocationList(list, own.certificate))).to.equal('pki/chain')
  })

  it('of an issuer that may not sign them are refused', async () => {
    const { root } = await plans()
    const certOnly = { ...root, extensions: [basicConstraints(true), keyUsage(2, 0x04)] }
    const by = await issuer(certOnly)
    const list = await issueRevocationList(by, [], forever)
    expect(await codeOf(() => verifyRevocationList(list, by.certificate))).to.equal('pki/usage')
  })

  it('cover intermediates too', async () => {
    const { root, middle, leaf } = await plans()
    const issuing = { ...middle, extensions: [basicConstraints(true), usage] }
    const trust = await trustIn(root)
    const chain = await chainOf(leaf, issuing)
    const ofRoot = await issueRevocationList(await issuer(root), [revoked], forever)
    const ofMiddle = await issueRevocationList(await issuer(issuing), [], forever)
    const verify = (moment: Date, ...revocationLists: string[]) =>
      codeOf(() => verifyChain(chain, trust, { role: 'authority', at: moment, revocationLists }))
    expect(await verify(at, ofRoot, ofMiddle)).to.equal('nothing was refused')
    expect(await verify(at, ofRoot)).to.equal('pki/validity')
    expect(await verify(revoked.at, ofRoot, ofMiddle)).to.equal('pki/revoked')
    // Whoever has the issuer’s key leaves its own list away: that the issuer was revoked is told all the same.
    expect(await verify(revoked.at, ofRoot)).to.equal('pki/revoked')
  })

  it('are refused with any bit flipped, cut short or longer', async () => {
    const { root } = await plans()
    const by = await issuer(root)
    const octets = fromPem('X509 CRL', await issueRevocationList(by, [revoked], forever), 10_000)
    const judge = (bytes: Uint8Array) => codeOf(() => verifyRevocationList(bytes, by.certificate))
    expect(await judge(octets)).to.equal('nothing was refused')
    for (let bit = 0; bit < 8 * octets.length; bit += 37) {
      expect(await judge(flipBit(octets, bit))).to.match(/^pki\//)
    }
    expect(await judge(octets.subarray(0, 300))).to.equal('pki/malformed')
    expect(await judge(Uint8Array.of(...octets, 0))).to.equal('pki/malformed')
    expect(await judge(fromBase64('MAA='))).to.equal('pki/malformed')
  })

  it('are not issued by a leaf, nor with a next update before this one', async () => {
    const { root, direct } = await plans()
    const leaf = await issuer(direct)
    expect(await codeOf(() => issueRevocationList(leaf, [], forever))).to.equal('pki/usage')
    const by = await issuer(root)
    const turned = { thisUpdate: forever.nextUpdate, nextUpdate: forever.thisUpdate }
    expect(await codeOf(() => issueRevocationList(by, [], turned))).to.equal('pki/validity')
  })
})
