import { SecurityKey } from '#crypto/directory/security-key.js'
import { publicHalf } from '#crypto/keys/read-jwk.js'
import { unfit } from './require-hardware.js'

/** COSE's ES256 and EdDSA, as WebCrypto knows their keys: what a relay verifies, most wanted first. */
export const CURVES: ReadonlyMap<number, Algorithm> = new Map<
  number,
  Algorithm & { namedCurve?: string }
>([
  [-7, { name: 'ECDSA', namedCurve: 'P-256' }],
  [-8, { name: 'Ed25519' }],
])

/**
 * The public key of a credential that was just made.
 *
 * @throws {@link ClientError} `security-key-unfit` where it is of another kind.
 */
export async function publicKeyOf(
  made: Pick<AuthenticatorAttestationResponse, 'getPublicKey' | 'getPublicKeyAlgorithm'>,
): Promise<SecurityKey['key']> {
  const spki = made.getPublicKey()
  const curve = CURVES.get(made.getPublicKeyAlgorithm())
  if (spki === null || curve === undefined) throw unfit('the security key makes other signatures')
  const key = await crypto.subtle.importKey('spki', spki, curve, true, ['verify'])
  const jwk = publicHalf(await crypto.subtle.exportKey('jwk', key))
  return SecurityKey.shape.key.parse(jwk)
}
