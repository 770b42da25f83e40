import { z } from 'zod'
import { CredentialId } from '../fields/credential-id.js'
import { Octets32 } from '../fields/fields.js'
import { RpId } from '../fields/rp-id.js'

/** What FIDO2 keys sign with here: COSE's EdDSA over Ed25519 (-8) and ES256 over P-256 (-7). */
const SecurityKeyJwk = z.union([
  z.strictObject({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: Octets32 }),
  z.strictObject({ kty: z.literal('EC'), crv: z.literal('P-256'), x: Octets32, y: Octets32 }),
])

/**
 * A security key by which an officer signs in at one relay: a credential of WebAuthn, made for the host of that relay.
 * Whether its key is an honest point is for `importVerificationKey`.
 */
export const SecurityKey = z.strictObject({
  credential: CredentialId,
  key: SecurityKeyJwk,
  rpId: RpId,
})
export type SecurityKey = z.infer<typeof SecurityKey>
