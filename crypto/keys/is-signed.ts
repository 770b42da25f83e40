import { toUtf8 } from '../bytes/bytes.js'
import { SIGNATURES } from './algorithms.js'
import type { VerificationKey } from './key.js'

/**
 * Whether the signature of a compact JWS holds (RFC 7515 §5.2, step 8) by a key and that key's own algorithm.
 *
 * Nothing of the header is looked at: whoever asks has read it strictly, and knows that it names this algorithm.
 *
 * @param signature - the last of its three parts, decoded.
 */
export async function isSigned(
  compact: string,
  signature: Uint8Array<ArrayBuffer>,
  { alg, key }: Pick<VerificationKey, 'alg' | 'key'>,
): Promise<boolean> {
  // RFC 7515 §5.1, step 5: the first two parts as they are spelled, and the full stop between them.
  const signed = toUtf8(compact.slice(0, compact.lastIndexOf('.')))
  try {
    return await crypto.subtle.verify(SIGNATURES[alg].signing, key, signature, signed)
  } catch {
    return false
  }
}
