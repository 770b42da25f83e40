import { expect } from 'chai'
import { verifyClientAssertion } from '#crypto/access/client-assertion.js'
import { verifyProof } from '#crypto/access/proof.js'
import { SecurityKeyAssertion } from '#crypto/access/security-key-assertion.js'
import { securityKeyChallenge } from '#crypto/access/security-key-challenge.js'
import { verifySecurityKey } from '#crypto/access/verify-security-key.js'
import { toBase64Url } from '#crypto/bytes/bytes.js'
import { SecurityKeyClaim } from '#crypto/directory/security-key-claim.js'
import { importVerificationKey } from '#crypto/keys/import-public.js'
import { NOW } from '#test/support/world/moments.js'
import { exampleKeys } from './example-keys.js'
import { readExamples } from './page.js'

const page = readExamples()
type Jwk = Record<string, string>
type Touch = { readonly kid: string; readonly session: string; readonly nonce: string }
const payload = (name: string): unknown => page.json(`${name}.payload`)

/** The examples of access to a relay, and the code that has to read each. */
export const accessExamples = {
  'client-assertion': async () => {
    const { jwk } = page.json('thumbprint') as { jwk: Jwk }
    const key = await importVerificationKey(jwk)
    const audience = 'https://relay.example/v1/token'
    await verifyClientAssertion(page.text('client-assertion'), {
      key,
      audience,
      at: NOW,
      lifetimeSeconds: 60,
    })
  },
  'security-key-challenge': async () => {
    const { challenge, aud: audience, ...rest } = page.json('security-key-challenge') as Jwk
    const begins = { audience: audience ?? '', ...(rest as unknown as Touch) }
    expect(toBase64Url(await securityKeyChallenge(begins))).to.equal(challenge)
  },
  'security-key-assertion': async () => {
    const { aud: audience = '', ...rest } = page.json('security-key-challenge') as Jwk
    const { securityKey } = SecurityKeyClaim.parse(payload('security-key'))
    const assertion = SecurityKeyAssertion.parse(page.json('security-key-assertion'))
    const nonceKey = await exampleKeys().signing('zz.relay token')
    const around = { origin: 'https://relay.example', nonceKey, at: NOW, keys: [securityKey] }
    const begins = { audience, ...(rest as unknown as Touch) }
    const { credential, signCount } = await verifySecurityKey(assertion, { ...begins, ...around })
    expect({ credential, signCount }).to.deep.equal({
      credential: securityKey.credential,
      signCount: 1,
    })
  },
  'dpop-proof': async () => {
    const expected = { method: 'GET', url: 'https://relay.example/v1/packages', at: NOW }
    const token = page.text('access-token')
    const { jkt } = await verifyProof(page.text('dpop-proof'), {
      ...expected,
      token,
      lifetimeSeconds: 60,
    })
    expect((payload('access-token') as { cnf: Jwk }).cnf['jkt']).to.equal(jkt)
  },
} satisfies Record<string, () => Promise<unknown>>
