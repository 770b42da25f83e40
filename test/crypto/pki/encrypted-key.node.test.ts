import { execFileSync } from 'node:child_process'
import { expect } from 'chai'
import { openIdentityKey, sealIdentityKey } from '#crypto/pki/encrypted-key.js'
import { generateIdentityKey } from '#crypto/pki/identity-key.js'
import type { IdentityKey } from '#crypto/pki/identity.js'
import { codeOf } from '#test/support/code-of.js'

/** Encrypts a key with openssl, the passphrase being `words`. */
const byOpenssl = (pem: string, ...how: string[]) =>
  execFileSync('openssl', ['pkcs8', '-topk8', '-passout', 'pass:words', ...how], {
    input: pem,
    encoding: 'utf8',
  })

describe('an identity key that waits for its certificate', () => {
  let key: IdentityKey
  before(async () => {
    key = await generateIdentityKey()
  })

  it('is kept under a passphrase, and openssl opens it', async () => {
    const sealed = await sealIdentityKey(key, 'words')
    expect((await openIdentityKey(sealed, 'words')).kid).to.equal(key.kid)
    const opened = execFileSync('openssl', ['pkey', '-passin', 'pass:words'], {
      input: sealed,
      encoding: 'utf8',
    })
    expect(opened).to.equal(key.privateKeyPem)
  })

  it('is read from openssl, and in plain', async () => {
    const sealed = byOpenssl(key.privateKeyPem, '-v2', 'aes-256-cbc', '-v2prf', 'hmacWithSHA256')
    expect((await openIdentityKey(sealed, 'words')).kid).to.equal(key.kid)
    expect((await openIdentityKey(key.privateKeyPem, 'any')).kid).to.equal(key.kid)
  })

  it('is refused under a wrong passphrase, none, an odd cipher, or in another shape', async () => {
    const sealed = await sealIdentityKey(key, 'words')
    expect(await codeOf(() => openIdentityKey(sealed, 'others'))).to.equal('pki/passphrase')
    expect(await codeOf(() => openIdentityKey(sealed, ''))).to.equal('pki/passphrase')
    expect(await codeOf(() => sealIdentityKey(key, ''))).to.equal('pki/passphrase')
    const odd = byOpenssl(key.privateKeyPem, '-v2', 'des3')
    expect(await codeOf(() => openIdentityKey(odd, 'words'))).to.equal('pki/weak')
    expect(await codeOf(() => openIdentityKey('nothing', 'words'))).to.equal('pki/malformed')
  })
})
