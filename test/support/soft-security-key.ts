import {
  createPublicKey,
  createECDH,
  createPrivateKey,
  type KeyObject,
  randomBytes,
  sign,
} from 'node:crypto'
import { securityKeyChallenge, type SignInTouch } from '#crypto/access/security-key-challenge.js'
import type { SecurityKeyAssertion } from '#crypto/access/security-key-assertion.js'
import { concat, toBase64Url, toUtf8 } from '#crypto/bytes/bytes.js'
import { sha256 } from '#crypto/bytes/sha256.js'
import { SecurityKey } from '#crypto/directory/security-key.js'

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

/** RFC 8410 §7: what stands before the 32 octets of a private key. */
const ED25519 = Buffer.from('302e020100300506032b657004220420', 'hex')

function made(curve: 'Ed25519' | 'P-256'): KeyObject {
  if (curve === 'Ed25519') {
    const key = Buffer.concat([ED25519, randomBytes(32)])
    return createPrivateKey({ key, format: 'der', type: 'pkcs8' })
  }
  const pair = createECDH('prime256v1')
  const point = pair.generateKeys()
  const x = toBase64Url(point.subarray(1, 33))
  const y = toBase64Url(point.subarray(33))
  // Node leaves leading zeros out.
  const d = toBase64Url(concat(new Uint8Array(32), pair.getPrivateKey()).slice(-32))
  return createPrivateKey({ key: { kty: 'EC', crv: 'P-256', x, y, d }, format: 'jwk' })
}

/** A security key in software: signs as one does whose counter goes up by one. */
export function softSecurityKey(
  rpId = 'relay.example',
  curve: 'Ed25519' | 'P-256' = 'P-256',
  { privateKey = made(curve), credential = toBase64Url(randomBytes(32)) } = {},
) {
  const key = createPublicKey(privateKey).export({ format: 'jwk' })
  const own = SecurityKey.parse({ credential, key, rpId })
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
    const signature = sign(curve === 'P-256' ? 'sha256' : null, signed, privateKey)
    return {
      iat: begins.iat,
      credential,
      authenticatorData: toBase64Url(data),
      clientDataJSON: toBase64Url(clientDataJSON),
      signature: toBase64Url(signature),
    }
  }
  return { own, touch }
}
export type SoftSecurityKey = ReturnType<typeof softSecurityKey>
