import { SIGNATURES } from './algorithms.js'
import type { VerificationKey } from './key.js'

/**
 * Whether a signature holds over octets, by a key and that key's own algorithm.
 *
 * @param signature - as WebCrypto writes it: of ECDSA, R and S one after the other at full width.
 */
export async function isSignature(
  signature: Uint8Array<ArrayBuffer>,
  signed: Uint8Array<ArrayBuffer>,
  { alg, key }: Pick<VerificationKey, 'alg' | 'key'>,
): Promise<boolean> {
  try {
    return await crypto.subtle.verify(SIGNATURES[alg].signing, key, signature, signed)
  } catch {
    return false
  }
}
