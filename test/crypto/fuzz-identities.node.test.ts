import { readFileSync } from 'node:fs'
import { verifyAccessToken } from '#crypto/access/access-token.js'
import { verifyClientAssertion } from '#crypto/access/client-assertion.js'
import { verifyProof } from '#crypto/access/proof.js'
import { fromBase64, fromBase64Url, toBase64Url, toUtf8 } from '#crypto/bytes/bytes.js'
import type { SigningKey } from '#crypto/keys/key.js'
import { sealIdentityKey, openIdentityKey } from '#crypto/pki/encrypted-key.js'
import { fromPkcs12 } from '#crypto/pki/from-pkcs12.js'
import { importIdentityKey } from '#crypto/pki/identity-key.js'
import { fuzzed, ofText } from '#test/support/hostile-octets.js'
import { exampleKeys } from '#test/support/protocol/example-keys.js'
import { keptExamples } from '#test/support/protocol/kept-examples.js'
import { NOW } from '#test/support/world/moments.js'
import { opensslIdentity, opensslPassphrase } from './pki/openssl-identity.js'

const KEYS = new URL('../vectors/protocol/keys.json', import.meta.url)
const ORIGIN = 'https://relay.example'

/** Whatever comes is either taken or refused with a code, before long. */
describe('hostile octets where somebody says who they are', function () {
  this.timeout(300_000)
  const keys = exampleKeys()
  const examples = keptExamples()
  const kept = (name: string) => String(examples[name])
  const when = { at: NOW, lifetimeSeconds: 60, method: 'GET', url: `${ORIGIN}/v1/packages` }

  const tokens = {
    'access-token': (token: string, key: SigningKey) =>
      verifyAccessToken(token, { ...when, origin: ORIGIN, key }),
    'client-assertion': (token: string, key: SigningKey) =>
      verifyClientAssertion(token, { ...when, audience: `${ORIGIN}/v1/token`, key }),
    'dpop-proof': (token: string) => verifyProof(token, { ...when, token: kept('access-token') }),
  }
  for (const [name, verify] of Object.entries(tokens)) {
    it(`${name}, spelt otherwise, and with other claims or another header`, async () => {
      const signer = name === 'access-token' ? 'zz.relay token' : 'Ana Drafter'
      const key = await keys.signing(signer)
      const [header = '', claims = '', signature = ''] = kept(name).split('.')
      await verify(kept(name), key)
      await fuzzed(
        ofText((token) => verify(token, key)),
        [toUtf8(kept(name))],
      )
      await fuzzed(
        (octets) => verify(`${header}.${toBase64Url(octets)}.${signature}`, key),
        [fromBase64Url(claims)],
      )
      await fuzzed(
        (octets) => verify(`${toBase64Url(octets)}.${claims}.${signature}`, key),
        [fromBase64Url(header)],
      )
    })
  }

  const pem = () => {
    const { root } = JSON.parse(readFileSync(KEYS, 'utf8')) as { root: string }
    return root
  }
  const pkcs8 = () => fromBase64(pem().replace(/-----[^-]+-----|\s/g, ''))

  it('identities in PKCS#12', () =>
    fuzzed((octets) => fromPkcs12(new Uint8Array(octets), opensslPassphrase), [opensslIdentity]))

  it('identity keys', () =>
    fuzzed((octets) => importIdentityKey(new Uint8Array(octets)), [pkcs8()]))

  it('identity keys as text, in the open and under a passphrase', async () => {
    const open = ofText((text) => openIdentityKey(text, 'wrong'))
    const sealed = await sealIdentityKey(await importIdentityKey(pkcs8()), 'right')
    await fuzzed(open, [toUtf8(pem())])
    // Each that is read as one costs a derivation.
    await fuzzed(open, [toUtf8(sealed)], 20)
  })
})
