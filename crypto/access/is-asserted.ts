import { concat, unshared } from '../bytes/bytes.js'
import { sha256 } from '../bytes/sha256.js'
import { isSignature } from '../keys/is-signature.js'
import type { VerificationKey } from '../keys/key.js'
import { toWidth } from '../pki/ecdsa-signature.js'

/** An assertion as WebAuthn hands it out, in octets. */
export type AssertedOctets = {
  readonly authenticatorData: Uint8Array
  readonly clientDataJSON: Uint8Array
  readonly signature: Uint8Array
}

/**
 * Whether a security key has signed it (WebAuthn §7.2): over the authenticator data and SHA-256 of the
 * client data. A signature by ECDSA is written in DER there (§6.5.5); either of its two S is taken, since nobody keeps it.
 */
export async function isAsserted(
  { authenticatorData, clientDataJSON, signature }: AssertedOctets,
  key: Pick<VerificationKey, 'alg' | 'key'>,
): Promise<boolean> {
  const signed = concat(authenticatorData, await sha256(clientDataJSON))
  const written = unshared(signature)
  const wide = key.alg === 'ES256' ? toWidth(written, 32) : written
  return wide !== undefined && isSignature(wide, signed, key)
}
