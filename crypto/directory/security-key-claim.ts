import { z } from 'zod'
import { AuthorityId, Kid, Timestamp } from '../fields/fields.js'
import { SecurityKey } from './security-key.js'

/**
 * Payload of `rogatory-security-key`: an officer says which security key is theirs, so that the administrator who enters
 * it in the officer's credential takes it from nobody else.
 *
 * Signed by the officer's key. It goes from hand to hand; no relay takes it.
 */
export const SecurityKeyClaim = z.strictObject({
  authority: AuthorityId,
  kid: Kid,
  securityKey: SecurityKey,
  declared: Timestamp,
})
export type SecurityKeyClaim = z.infer<typeof SecurityKeyClaim>
