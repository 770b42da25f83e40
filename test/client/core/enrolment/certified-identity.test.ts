import { expect } from 'chai'
import { certifiedIdentity } from '#client/core/enrolment/certified-identity.js'
import { identityPresented } from '#client/core/enrolment/identity-presented.js'
import { presentedCertificate } from '#client/core/enrolment/presented-certificate.js'
import { toUtf8 } from '#crypto/bytes/bytes.js'
import { AuthorityId } from '#crypto/fields/fields.js'
import { fromPkcs12 } from '#crypto/pki/from-pkcs12.js'
import { generateIdentityKey } from '#crypto/pki/identity-key.js'
import type { Identity, IdentityKey } from '#crypto/pki/identity.js'
import { issueCertificate } from '#crypto/pki/issue-certificate.js'
import { toPkcs12 } from '#crypto/pki/to-pkcs12.js'
import { codeOf } from '#test/support/code-of.js'
import { rejection } from '#test/support/rejection.js'
import { BEGIN, END, NOW } from '#test/support/world/moments.js'
import { trustIn } from '#test/support/world/parties.js'
import { world } from '#test/support/world/world.js'

const PASSPHRASE = 'four words at random'
const authority = AuthorityId.parse('xa.moj')

describe('a certificate that somebody else has issued', () => {
  let key: IdentityKey
  let other: IdentityKey
  let standing: Identity
  const certify = async (of: IdentityKey, party = 'xa.moj') => {
    const { root: issuer } = await world()
    const named = { role: 'authority', party, name: 'Ministry', state: 'XA' } as const
    return issueCertificate(of, { ...named, issuer, notBefore: BEGIN, notAfter: END })
  }
  const at = async () => ({ authority, trust: trustIn((await world()).root), at: NOW })
  before(async () => {
    key = await generateIdentityKey()
    other = await generateIdentityKey()
    const certificate = await certify(key)
    standing = { certificate, chain: [certificate], key, privateKeyPem: key.privateKeyPem }
  })
  const present = (pem: string, its?: string) =>
    presentedCertificate(
      { certificate: toUtf8(pem), key: its === undefined ? undefined : toUtf8(its), name: 'it' },
      () => Promise.resolve(PASSPHRASE),
    )
  const install = async (pem: string, its?: string) =>
    certifiedIdentity(standing, { ...(await present(pem, its)), ...(await at()) })

  it('takes the place of the one before, for the same key or for one that came along', async () => {
    const renewed = await certify(key)
    expect((await install(renewed.pem)).certificate.fingerprint).to.equal(renewed.fingerprint)
    const replaced = await install((await certify(other)).pem, other.privateKeyPem)
    const opened = await fromPkcs12(await toPkcs12(replaced, PASSPHRASE), PASSPHRASE)
    expect(opened.key.kid).to.equal(other.kid)
    expect(await install(standing.certificate.pem)).to.equal(standing)
  })

  it('is refused for another key, for another authority, and when there is none in the file', async () => {
    expect(await codeOf(install((await certify(other)).pem))).to.equal('usage')
    expect(await codeOf(install((await certify(key, 'xb.pgo')).pem))).to.match(/^pki\//)
    expect(await codeOf(install('nothing of the kind'))).to.equal('usage')
  })

  it('is applied with only with its own key', async () => {
    const { pem } = await certify(other)
    const whole = await identityPresented(await present(pem, other.privateKeyPem), await at())
    expect(whole.key.kid).to.equal(other.kid)
    for (const its of [undefined, key.privateKeyPem]) {
      expect(await rejection(identityPresented(await present(pem, its), await at()))).to.include({
        code: 'usage',
      })
    }
  })

  it('comes with its key in a PKCS#12 file, too', async () => {
    const file = await toPkcs12(standing, PASSPHRASE)
    const read = await presentedCertificate({ certificate: file, key: undefined, name: 'it' }, () =>
      Promise.resolve(PASSPHRASE),
    )
    expect((await identityPresented(read, await at())).key.kid).to.equal(key.kid)
  })
})
