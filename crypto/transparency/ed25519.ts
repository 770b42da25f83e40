/**
 * Ed25519 (RFC 8032) over raw octets, as signed notes use it, with one spelling for a signature.
 *
 * @packageDocumentation
 */
import { unshared } from '../bytes/bytes.js'
import { CryptoError } from '../errors.js'
import { SIGNATURES } from '../keys/algorithms.js'
import type { SigningKey, VerificationKey } from '../keys/key.js'
import { checkSignatureSpelling } from '../statement/signature-spelling.js'

/** Octets of a signature: the point R and the number S. */
export const ED25519_OCTETS = 64

/**
 * Signs octets.
 *
 * @throws {@link CryptoError} `keys/algorithm` unless the key is an Ed25519 key.
 */
export async function signEd25519(data: Uint8Array, key: SigningKey): Promise<Uint8Array> {
  requireEd25519(key)
  const { signing } = SIGNATURES.Ed25519
  return new Uint8Array(await crypto.subtle.sign(signing, key.privateKey, unshared(data)))
}

/**
 * Whether a signature verifies, and is in the one form that statements accept too: S below L, R
 * canonical and not of low order.
 *
 * @throws {@link CryptoError} `keys/algorithm` unless the key is an Ed25519 key.
 */
export async function verifiesEd25519(
  data: Uint8Array,
  signature: Uint8Array,
  key: VerificationKey,
): Promise<boolean> {
  requireEd25519(key)
  if (!isOneSpelling(signature)) return false
  const { signing } = SIGNATURES.Ed25519
  return crypto.subtle.verify(signing, key.key, unshared(signature), unshared(data))
}

function isOneSpelling(signature: Uint8Array): boolean {
  try {
    checkSignatureSpelling('Ed25519', signature)
    return true
  } catch {
    return false
  }
}

/**
 * Holds back keys of other algorithms: the note formats name none but Ed25519.
 *
 * @throws {@link CryptoError} `keys/algorithm`
 */
export function requireEd25519(key: VerificationKey): void {
  if (key.alg !== 'Ed25519') {
    throw new CryptoError('keys/algorithm', 'signed notes take Ed25519 keys only')
  }
}
