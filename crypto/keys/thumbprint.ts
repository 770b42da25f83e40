import { calculateJwkThumbprint } from 'jose/jwk/thumbprint'
import type { PublicJwk } from './key.js'

/**
 * The RFC 7638 thumbprint of a public key with SHA-256, in base64url: the `kid` everywhere.
 *
 * @param jwk - a key that {@link readPublicJwk} accepted; others may have several thumbprints.
 */
export function thumbprint(jwk: PublicJwk): Promise<string> {
  return calculateJwkThumbprint(jwk, 'sha256')
}
