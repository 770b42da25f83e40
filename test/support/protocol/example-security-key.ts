import { createPrivateKey } from 'node:crypto'
import { securityKeyChallenge } from '#crypto/access/security-key-challenge.js'
import { toBase64Url } from '#crypto/bytes/bytes.js'
import { signSecurityKeyClaim } from '#crypto/directory/sign-security-key-claim.js'
import { exportPrivateJwk } from '#crypto/keys/export-private.js'
import { softSecurityKey } from '#test/support/soft-security-key.js'
import { NOW } from '#test/support/world/moments.js'
import type { exampleNetwork } from './example-network.js'

/** An officer's security key, as its holder says that it is theirs, and as it begins a session. */
export async function exampleSecurityKey(
  { keys, drafter }: Awaited<ReturnType<typeof exampleNetwork>>,
  origin: string,
) {
  const jwk = await exportPrivateJwk(await keys.signing('Ana Drafter security key', 'p256'))
  const { own, touch } = softSecurityKey('relay.example', 'P-256', {
    privateKey: createPrivateKey({ key: { ...jwk }, format: 'jwk' }),
    credential: toBase64Url(new Uint8Array(32).fill(0x31)),
  })
  const { authority, kid } = drafter.claims
  const iat = Math.floor(NOW.getTime() / 1000)
  const begins = { audience: `${origin}/v1/token`, kid, session: 'uPbkUiXo4N0zFV1LZKpMdQ', iat }
  const claim = { authority, securityKey: own, declared: NOW.toISOString() }
  return {
    'security-key': await signSecurityKeyClaim(claim, drafter.key),
    'security-key-challenge': {
      ...{ aud: begins.audience, iat, kid, session: begins.session },
      challenge: toBase64Url(await securityKeyChallenge(begins)),
    },
    'security-key-assertion': await touch(begins),
  }
}
