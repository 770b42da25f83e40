import { z } from 'zod'
import { AuthorityId, Kid, text, Timestamp } from '../fields/fields.js'

/**
 * Payload of `rogatory-revocation`: an officer's key proves nothing about events from `since` on.
 *
 * Signed by a `credentials` key of the authority's entry.
 */
export const Revocation = z.strictObject({
  authority: AuthorityId,
  kid: Kid,
  since: Timestamp,
  reason: z.enum(['compromised', 'left', 'superseded']),
  declared: Timestamp,
})
export type Revocation = z.infer<typeof Revocation>

/**
 * Payload of `rogatory-suspension`: the operator stops (or lets on again) the mail of one authority.
 *
 * Signed by an `operator` key of the relay's entry. The latest `since` in force counts.
 */
export const Suspension = z.strictObject({
  authority: AuthorityId,
  standing: z.enum(['suspended', 'lifted']),
  since: Timestamp,
  reason: text(500),
  declared: Timestamp,
})
export type Suspension = z.infer<typeof Suspension>
