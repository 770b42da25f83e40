import { toUtf8 } from '../bytes/bytes.js'
import { isSignature } from './is-signature.js'
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
  key: Pick<VerificationKey, 'alg' | 'key'>,
): Promise<boolean> {
  // RFC 7515 §5.1, step 5: the first two parts as they are spelled, and the full stop between them.
  return isSignature(signature, toUtf8(compact.slice(0, compact.lastIndexOf('.'))), key)
}
