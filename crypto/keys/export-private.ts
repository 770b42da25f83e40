import { CryptoError } from '../errors.js'
import type { OpeningKey, SigningKey } from './key.js'

const MEMBERS = ['kty', 'crv', 'x', 'y', 'n', 'e', 'd', 'p', 'q', 'dp', 'dq', 'qi'] as const

/**
 * The private JWK (RFC 7517, RFC 7518 §6, RFC 8037) of a key made or imported as extractable, with
 * the members that {@link importSigningKey} and {@link importOpeningKey} read and no others.
 *
 * What comes back is the secret itself: seal it before it leaves memory.
 *
 * @throws {@link CryptoError} `keys/algorithm` if the key is not extractable.
 */
export async function exportPrivateJwk(
  key: SigningKey | OpeningKey,
): Promise<Record<string, string>> {
  if (!key.privateKey.extractable) {
    throw new CryptoError('keys/algorithm', 'the private key may not be exported')
  }
  const jwk = await crypto.subtle.exportKey('jwk', key.privateKey)
  return Object.fromEntries(
    MEMBERS.flatMap((name) => {
      const value = jwk[name]
      return value === undefined ? [] : [[name, value] as const]
    }),
  )
}
