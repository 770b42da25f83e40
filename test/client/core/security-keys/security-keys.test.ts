import { expect } from 'chai'
import { createOfficerKeys } from '#client/core/officers/create-officer-keys.js'
import { bindSecurityKey } from '#client/core/security-keys/bind-security-key.js'
import { openWithSecurityKey } from '#client/core/security-keys/open-with-security-key.js'
import { releaseSecurityKey } from '#client/core/security-keys/release-security-key.js'
import { resealKeptKeystore } from '#client/core/security-keys/reseal-kept-keystore.js'
import { issueSignInNonce } from '#crypto/access/sign-in-nonce.js'
import { verifySecurityKey } from '#crypto/access/verify-security-key.js'
import { SecurityKeyClaim } from '#crypto/directory/security-key-claim.js'
import { AuthorityId } from '#crypto/fields/fields.js'
import { generateSigningKey } from '#crypto/keys/generate.js'
import { importVerificationKey } from '#crypto/keys/import-public.js'
import { isBoundKeystore } from '#crypto/keystore/is-bound-keystore.js'
import type { KeystoreContent } from '#crypto/keystore/keystore-file.js'
import { openKeystore } from '#crypto/keystore/open-keystore.js'
import { publicHalf } from '#crypto/keys/read-jwk.js'
import { readBoundKeystore } from '#crypto/keystore/read-bound-keystore.js'
import { sealKeystore } from '#crypto/keystore/seal-keystore.js'
import { verifyStatement } from '#crypto/statement/verify-statement.js'
import { touchToSignIn } from '#client/core/security-keys/touch-to-sign-in.js'
import { fakeSecurityKeys } from '#test/support/client/fake-security-keys.js'
import { codeOf } from '#test/support/code-of.js'
import { NOW } from '#test/support/world/moments.js'

const PASSPHRASE = 'lantern orchard gravel nine'
const NEXT = 'thimble harbour quartz seven'
const LEAST = { name: 'argon2id', memoryKiB: 19_456, passes: 2, lanes: 1 } as const

describe('security keys of an officer', function () {
  this.timeout(300_000)
  const { keys, made, plug, asked } = fakeSecurityKeys()
  const [main, spare] = [made(), made()]
  let content: KeystoreContent
  let file: string
  /** Bound to `main` alone, and to both. */
  let one: string
  let both: string
  /** What their holder says of them, for the administrator. */
  let claims: string[]
  before(async () => {
    content = (await createOfficerKeys(AuthorityId.parse('xa.moj'), 'x25519')).content
    file = await sealKeystore(content, PASSPHRASE, LEAST)
    plug(main)
    const first = await bindSecurityKey(file, PASSPHRASE, named('main'), keys)
    one = first.kept
    // The spare takes the place of the main one when that has answered.
    const changing = { ...keys, create: handing() }
    const second = await bindSecurityKey(one, PASSPHRASE, named('spare'), changing)
    both = second.kept
    claims = [first.claim, second.claim]
  })
  const named = (name: string) => ({ name, at: NOW })
  const begins = {
    audience: 'https://relay.example/v1/token',
    kid: 'K'.repeat(43),
    session: 'S'.repeat(22),
    nonce: '',
  }
  const handing = (): typeof keys.create => (request) => {
    plug(spare)
    return keys.create(request)
  }
  const opened = (text: string, passphrase = PASSPHRASE) =>
    openWithSecurityKey(text, passphrase, keys, begins)
  const open = async (text: string, passphrase = PASSPHRASE) =>
    (await opened(text, passphrase)).content
  const names = (text: string) => readBoundKeystore(text).securityKeys.map(({ name }) => name)

  it('open what is bound to them, each by itself, and nobody does without', async () => {
    for (const key of [main, spare]) {
      plug(key)
      expect(await open(both)).to.deep.equal(content)
    }
    expect(names(both)).to.deep.equal(['main', 'spare'])
    expect(await codeOf(() => open(one))).to.equal('security-key-unanswered')
    plug(undefined)
    expect(await codeOf(() => open(both))).to.equal('security-key-unanswered')
    plug(main)
    expect(await codeOf(() => open(both, NEXT))).to.equal('keystore/passphrase')
  })

  it('are said by their holder to be theirs, with what they sign by', async () => {
    const key = await importVerificationKey(publicHalf(content.signingKey))
    const said = await Promise.all(
      claims.map(async (claim) => {
        const expected = { typ: 'rogatory-security-key', key, payload: SecurityKeyClaim } as const
        return (await verifyStatement(claim, expected)).payload
      }),
    )
    const bound = readBoundKeystore(both).securityKeys.map(({ credential }) => credential)
    expect(said.map(({ securityKey }) => securityKey.credential)).to.deep.equal(bound)
    for (const { authority, kid, declared, securityKey } of said) {
      expect({ authority, kid, declared }).to.deep.equal({
        authority: 'xa.moj',
        kid: key.kid,
        declared: NOW.toISOString(),
      })
      expect(securityKey.rpId).to.equal('relay.example')
    }
  })

  it('begin a session by the touch that opens, or by another where a file was opened', async () => {
    const demanded = claims.map((claim) => {
      const [, payload = ''] = claim.split('.')
      return SecurityKeyClaim.parse(JSON.parse(Buffer.from(payload, 'base64url').toString()))
        .securityKey
    })
    const origin = 'https://relay.example'
    const nonceKey = await generateSigningKey('x25519')
    begins.nonce = await issueSignInNonce({ key: nonceKey, origin, at: NOW })
    const expected = { ...begins, keys: demanded, origin, nonceKey, at: NOW }
    for (const [index, key] of [main, spare].entries()) {
      plug(key)
      const before = asked()
      const credential = demanded[index]?.credential
      const { touched } = await opened(both)
      expect(asked()).to.equal(before + 1)
      expect(await verifySecurityKey(touched, expected)).to.include({ credential })
      const all = demanded.map((one) => one.credential)
      const again = await touchToSignIn(keys, begins, all)
      expect(await verifySecurityKey(again, expected)).to.include({ credential })
    }
    plug(undefined)
    const nobody = () => touchToSignIn(keys, begins, [demanded[0]?.credential ?? ''])
    expect(await codeOf(nobody)).to.equal('security-key-unanswered')
  })

  it('are not touched in vain: a wrong passphrase is told before a credential is made', async () => {
    plug(main)
    const before = asked()
    const wrong = () => bindSecurityKey(file, NEXT, named('main'), keys)
    expect(await codeOf(wrong)).to.equal('keystore/passphrase')
    expect(asked()).to.equal(before)
    const another = () => bindSecurityKey(one, NEXT, named('spare'), keys)
    expect(await codeOf(another)).to.equal('keystore/passphrase')
    expect(asked()).to.equal(before + 1)
  })

  it('are bound once each', async () => {
    plug(main)
    const again = () => bindSecurityKey(one, PASSPHRASE, named('again'), keys)
    expect(await codeOf(again)).to.equal('security-key-known')
  })

  it('are removed by whoever has any of them; without the last it is a keystore file again', async () => {
    plug(spare)
    const [lost] = readBoundKeystore(both).securityKeys
    const remove = (text: string, passphrase: string, credential = lost?.credential ?? '') =>
      releaseSecurityKey(text, passphrase, credential, keys)
    expect(await codeOf(() => remove(both, NEXT))).to.equal('keystore/passphrase')
    const rest = await remove(both, PASSPHRASE)
    expect(names(rest)).to.deep.equal(['spare'])
    const [last] = readBoundKeystore(rest).securityKeys
    const freed = await remove(rest, PASSPHRASE, last?.credential)
    expect(isBoundKeystore(freed)).to.equal(false)
    expect(await openKeystore(freed, PASSPHRASE)).to.deep.equal(content)
  })

  it('stay bound under another passphrase where they are at hand, and the file is under it, too', async () => {
    plug(spare)
    const weak = () => resealKeptKeystore(both, PASSPHRASE, 'too short', keys)
    expect(await codeOf(weak)).to.equal('keystore-passphrase')
    const resealed = await resealKeptKeystore(both, PASSPHRASE, NEXT, keys)
    expect(names(resealed.kept)).to.deep.equal(['spare'])
    expect(await open(resealed.kept, NEXT)).to.deep.equal(content)
    expect(await codeOf(() => open(resealed.kept))).to.equal('keystore/passphrase')
    expect(await openKeystore(resealed.file, NEXT)).to.deep.equal(content)
  })
})
