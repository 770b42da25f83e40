import { z } from 'zod'
import { AuthorityId, Kid, OfficerId, PublicJwk, text, Timestamp } from '../fields/fields.js'
import { LinguistProfile } from './linguist-profile.js'
import { SecurityKey } from './security-key.js'

export const Role = z.enum(['case', 'registrar', 'duty', 'translator', 'legal', 'admin', 'witness'])
export type Role = z.infer<typeof Role>

/** So many security keys of one officer at most: as many as a browser binds what it keeps to. */
const MOST_SECURITY_KEYS = 8

/**
 * Payload of `rogatory-officer`: an authority vouches for the keys and roles of one officer.
 *
 * Signed by a `credentials` key of the authority's entry. `key` signs what the officer does;
 * `sealingKey` opens the authority's vault, for those who may open mail.
 */
export const OfficerCredential = z
  .strictObject({
    authority: AuthorityId,
    officer: OfficerId,
    name: text(120),
    roles: z.array(Role).min(1).max(7),
    kid: Kid,
    key: PublicJwk,
    sealingKey: PublicJwk.nullable(),
    validFrom: Timestamp,
    validTo: Timestamp,
    /** What a translator is vouched for. */
    linguist: LinguistProfile.optional(),
    /** With one of these the officer has to sign in. Left out: with `key` alone. */
    securityKeys: z
      .array(SecurityKey)
      .min(1)
      .max(MOST_SECURITY_KEYS)
      .refine(areDifferent, 'each security key once')
      .optional(),
  })
  .refine(({ roles, linguist }) => linguist === undefined || roles.includes('translator'), {
    path: ['linguist'],
    message: 'of a translator only',
  })
export type OfficerCredential = z.infer<typeof OfficerCredential>

function areDifferent(keys: readonly SecurityKey[]): boolean {
  return new Set(keys.map(({ credential }) => credential)).size === keys.length
}
