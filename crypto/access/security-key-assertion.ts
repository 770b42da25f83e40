import { z } from 'zod'
import { CredentialId } from '../fields/credential-id.js'

const octets = (most: number) =>
  z
    .string()
    .min(1)
    .max(Math.ceil((most * 4) / 3))

/**
 * What a security key has signed to begin a session: an assertion of WebAuthn, its octets in base64url, with the nonce
 * that its challenge names.
 */
export const SecurityKeyAssertion = z.strictObject({
  nonce: z.string().min(1).max(1024),
  credential: CredentialId,
  authenticatorData: octets(1024),
  clientDataJSON: octets(2048),
  signature: octets(128),
})
export type SecurityKeyAssertion = z.infer<typeof SecurityKeyAssertion>
