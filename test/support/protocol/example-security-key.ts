import { issueSignInNonce } from '#crypto/access/sign-in-nonce.js'
import { securityKeyChallenge } from '#crypto/access/security-key-challenge.js'
import { toBase64Url } from '#crypto/bytes/bytes.js'
import { signSecurityKeyClaim } from '#crypto/directory/sign-security-key-claim.js'
import { softSecurityKey } from '#test/support/soft-security-key.js'
import { NOW } from '#test/support/world/moments.js'
import type { exampleNetwork } from './example-network.js'

/** An officer's security key, as its holder says that it is theirs, and as it begins a session. */
export async function exampleSecurityKey(
  { keys, drafter }: Awaited<ReturnType<typeof exampleNetwork>>,
  origin: string,
) {
  const { own, touch } = await softSecurityKey('relay.example', 'P-256', {
    signs: await keys.signing('Ana Drafter security key', 'p256'),
    credential: toBase64Url(new Uint8Array(32).fill(0x31)),
  })
  const { authority, kid } = drafter.claims
  const key = await keys.signing('zz.relay token')
  const nonce = await issueSignInNonce({ key, origin, at: NOW })
  const begins = { audience: `${origin}/v1/token`, kid, session: 'uPbkUiXo4N0zFV1LZKpMdQ', nonce }
  const claim = { authority, securityKey: own, declared: NOW.toISOString() }
  return {
    'security-key': await signSecurityKeyClaim(claim, drafter.key),
    'security-key-challenge': {
      aud: begins.audience,
      kid,
      nonce,
      session: begins.session,
      challenge: toBase64Url(await securityKeyChallenge(begins)),
    },
    'security-key-assertion': await touch(begins),
  }
}
