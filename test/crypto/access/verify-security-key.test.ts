import { expect } from 'chai'
import { verifySecurityKey } from '#crypto/access/verify-security-key.js'
import { SecurityKeyAssertion } from '#crypto/access/security-key-assertion.js'
import { securityKeyChallenge } from '#crypto/access/security-key-challenge.js'
import { issueSignInNonce } from '#crypto/access/sign-in-nonce.js'
import { fromBase64Url, toBase64Url, toHex } from '#crypto/bytes/bytes.js'
import { digestOf } from '#crypto/bytes/sha256.js'
import { CryptoError } from '#crypto/errors.js'
import { generateSigningKey } from '#crypto/keys/generate.js'
import type { SigningKey } from '#crypto/keys/key.js'
import { rejection } from '#test/support/rejection.js'
import { softSecurityKey, type SoftSecurityKey } from '#test/support/soft-security-key.js'
import { after, NOW } from '#test/support/world/moments.js'

const origin = 'https://relay.example'
const named = {
  audience: `${origin}/v1/token`,
  kid: '-eKmGTwipSi1uXPDw-rKXvAqNrZzQ-OdjlWDo0eD35s',
  session: 'uPbkUiXo4N0zFV1LZKpMdQ',
}

describe('a security key that is touched to begin a session', () => {
  let nonceKey: SigningKey
  let key: SoftSecurityKey
  let begins: typeof named & { readonly nonce: string }
  let expected: Parameters<typeof verifySecurityKey>[1]
  const nonceOf = (changes: Partial<Parameters<typeof issueSignInNonce>[0]> = {}) =>
    issueSignInNonce({ key: nonceKey, origin, at: NOW, ...changes })
  before(async () => {
    nonceKey = await generateSigningKey('x25519')
    key = await softSecurityKey()
    begins = { ...named, nonce: await nonceOf() }
    expected = { ...named, keys: [key.own], origin, nonceKey, at: NOW }
  })
  const said = async (
    assertion: Promise<SecurityKeyAssertion>,
    changes: Partial<typeof expected> = {},
  ) => {
    const error = await rejection(
      verifySecurityKey(SecurityKeyAssertion.parse(await assertion), { ...expected, ...changes }),
    )
    expect(error).to.be.instanceOf(CryptoError).with.property('code', 'access/security-key')
    return (error as CryptoError).message
  }
  type Changes = Parameters<SoftSecurityKey['touch']>[1]
  const refused = (changes: Changes) => said(key.touch(begins, changes))

  it('is verified, of either kind, with what extensions say behind its head', async () => {
    for (const curve of ['P-256', 'Ed25519'] as const) {
      const one = await softSecurityKey('relay.example', curve)
      const keys = [key.own, one.own]
      for (const changes of [{}, { flags: 0x85, extensions: new Uint8Array(60) }]) {
        const assertion = await one.touch(begins, { ...changes, signCount: 7 })
        expect(await verifySecurityKey(assertion, { ...expected, keys })).to.deep.equal({
          credential: one.own.credential,
          signCount: 7,
        })
      }
    }
  })

  it('signs what names session, officer, relay and nonce, and nothing less', async () => {
    const text = `rogatory-sign-in/1\0{"aud":"${begins.audience}","kid":"${begins.kid}","nonce":"${begins.nonce}","session":"${begins.session}"}`
    expect(toHex(await securityKeyChallenge(begins))).to.equal(await digestOf(text))
    for (const other of [
      { session: 'AAAAAAAAAAAAAAAAAAAAAA' },
      { kid: 'bH5xijFnchWYcghOZTdmHHS51wYSUU7nFiU2liFC7cE' },
      { audience: 'https://other.example/v1/token' },
    ]) {
      expect(await said(key.touch({ ...begins, ...other }))).to.equal('for another session')
    }
    const touched = await key.touch(begins)
    const again = Promise.resolve({ ...touched, nonce: await nonceOf() })
    expect(await said(again)).to.equal('for another session')
  })

  it('answers what this relay has asked within five minutes, and nothing that was made up', async () => {
    const touched = key.touch(begins)
    for (const seconds of [-302, 302]) {
      expect(await said(touched, { at: after(NOW, seconds) })).to.match(/within five minutes/)
    }
    await verifySecurityKey(await touched, { ...expected, at: after(NOW, 300) })
    const stranger = await generateSigningKey('x25519')
    for (const nonce of [
      await nonceOf({ key: stranger }),
      await nonceOf({ key: { ...stranger, kid: nonceKey.kid } }),
      await nonceOf({ origin: 'https://other.example' }),
      await nonceOf({ at: after(NOW, 3600) }),
      `${begins.nonce.slice(0, -4)}AAAA`,
      'made up',
    ]) {
      expect(await said(key.touch({ ...begins, nonce }))).to.match(/no question/)
    }
  })

  it('is one that the authority has entered, for this relay', async () => {
    const stranger = await softSecurityKey()
    expect(await said(stranger.touch(begins))).to.match(/another security key/)
    expect(await said(key.touch(begins), { keys: [] })).to.match(/another security key/)
    const elsewhere = [{ ...key.own, rpId: 'other.example' }]
    expect(await said(key.touch(begins), { keys: elsewhere })).to.match(/another security key/)
    // By its name only: what it signs with is another.
    const named = [{ ...stranger.own, credential: key.own.credential }]
    expect(await said(key.touch(begins), { keys: named })).to.equal('the signature does not hold')
  })

  it('was asked by the page of the relay to sign in, and inside of no other', async () => {
    expect(await refused({ type: 'webauthn.create' })).to.equal('not asked for to sign in')
    expect(await refused({ type: 'payment.get' })).to.equal('not asked for to sign in')
    for (const other of [
      'https://other.example',
      'http://relay.example',
      'https://relay.example:8443',
      'https://mail.relay.example',
    ]) {
      expect(await refused({ origin: other })).to.match(/page of another site/)
    }
    expect(await refused({ client: { crossOrigin: true } })).to.match(/inside the page/)
    expect(await refused({ client: { topOrigin: origin } })).to.match(/inside the page/)
    expect(await refused({ rpId: 'other.example' })).to.equal('made for another site')
    const more = await key.touch(begins, { client: { other_keys_can_be_added_here: 'yes' } })
    await verifySecurityKey(more, expected)
  })

  it('was touched by its verified holder, and is no copy', async () => {
    expect(await refused({ flags: 0x04 })).to.equal('nobody touched it')
    expect(await refused({ flags: 0x01 })).to.equal('it has not verified its holder')
    for (const flags of [0x0d, 0x15, 0x1d]) {
      expect(await refused({ flags })).to.equal('it can be copied to other machines')
    }
    const attested = { flags: 0x45, extensions: new Uint8Array(80) }
    expect(await refused(attested)).to.equal('a new credential, and no sign-in')
  })

  it('is refused for octets that are none of WebAuthn', async () => {
    const good = await key.touch(begins)
    const withText = (text: string) => toBase64Url(new TextEncoder().encode(text))
    const { type, challenge } = JSON.parse(
      new TextDecoder().decode(fromBase64Url(good.clientDataJSON)),
    ) as { type: string; challenge: string }
    for (const [changes, words] of [
      [{ authenticatorData: 'AAAA' }, 'no authenticator data'],
      [{ authenticatorData: `${good.authenticatorData}AA` }, 'no authenticator data'],
      [{ clientDataJSON: withText('[]') }, 'no client data'],
      [{ clientDataJSON: withText('{') }, 'no client data'],
      [{ clientDataJSON: withText('{"type":"webauthn.get","type":"x"}') }, 'no client data'],
      [{ clientDataJSON: withText(JSON.stringify({ type, challenge })) }, 'no client data'],
      [{ clientDataJSON: toBase64Url(Uint8Array.of(0xff)) }, 'no client data'],
      [{ signature: 'AAAA' }, 'the signature does not hold'],
      [{ signature: '=' }, 'not in base64url'],
    ] as const) {
      expect(await said(Promise.resolve({ ...good, ...changes }))).to.equal(words)
    }
    for (const changes of [
      { signature: 'A'.repeat(172) },
      { authenticatorData: 'A'.repeat(1367) },
      { clientDataJSON: 'A'.repeat(2732) },
      { credential: 'AAAA' },
      { nonce: '' },
      { nonce: 'A'.repeat(1025) },
      { more: 1 },
    ]) {
      expect(SecurityKeyAssertion.safeParse({ ...good, ...changes }).success).to.equal(false)
    }
  })
})
