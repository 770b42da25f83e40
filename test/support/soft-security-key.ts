import { securityKeyChallenge, type SignInTouch } from '#crypto/access/security-key-challenge.js'
import type { SecurityKeyAssertion } from '#crypto/access/security-key-assertion.js'
import { concat, toBase64Url, toUtf8 } from '#crypto/bytes/bytes.js'
import { sha256 } from '#crypto/bytes/sha256.js'
import { SecurityKey } from '#crypto/directory/security-key.js'
import { SIGNATURES } from '#crypto/keys/algorithms.js'
import { generateSigningKey } from '#crypto/keys/generate.js'
import type { SigningKey } from '#crypto/keys/key.js'
import { toDer } from '#crypto/pki/ecdsa-signature.js'

/** What a security key, or a browser, says otherwise than it should. */
type Changes = {
  readonly type?: string
  readonly challenge?: Uint8Array
  readonly origin?: string
  readonly client?: object
  readonly rpId?: string
  readonly flags?: number
  readonly signCount?: number
  /** What follows the head of the authenticator data. */
  readonly extensions?: Uint8Array
}

/** UP and UV. */
const TOUCHED = 0x05

/** A security key in software: signs as one does whose counter goes up by one. */
export async function softSecurityKey(
  rpId = 'relay.example',
  curve: 'Ed25519' | 'P-256' = 'P-256',
  held: { readonly signs?: SigningKey; readonly credential?: string } = {},
) {
  const signs = held.signs ?? (await generateSigningKey(curve === 'P-256' ? 'p256' : 'x25519'))
  const credential = held.credential ?? toBase64Url(crypto.getRandomValues(new Uint8Array(32)))
  const own = SecurityKey.parse({ credential, key: signs.jwk, rpId })
  let count = 0

  async function touch(begins: SignInTouch, changes: Changes = {}): Promise<SecurityKeyAssertion> {
    const { type = 'webauthn.get', flags = TOUCHED, signCount = ++count, client } = changes
    const challenge = changes.challenge ?? (await securityKeyChallenge(begins))
    const origin = changes.origin ?? `https://${rpId}`
    const said = { type, challenge: toBase64Url(challenge), origin, crossOrigin: false, ...client }
    const clientDataJSON = toUtf8(JSON.stringify(said))
    const head = new Uint8Array(5)
    head[0] = flags
    new DataView(head.buffer).setUint32(1, signCount)
    const site = await sha256(changes.rpId ?? rpId)
    const data = concat(site, head, changes.extensions ?? new Uint8Array())
    const signed = concat(data, await sha256(clientDataJSON))
    const { signing } = SIGNATURES[signs.alg]
    const wide = new Uint8Array(await crypto.subtle.sign(signing, signs.privateKey, signed))
    const signature = signs.alg === 'ES256' ? toDer(wide) : wide
    return {
      nonce: begins.nonce,
      credential,
      authenticatorData: toBase64Url(data),
      clientDataJSON: toBase64Url(clientDataJSON),
      signature: toBase64Url(signature),
    }
  }
  return { own, touch }
}
export type SoftSecurityKey = Awaited<ReturnType<typeof softSecurityKey>>
