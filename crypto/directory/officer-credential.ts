import { z } from 'zod'
import { AuthorityId, Kid, OfficerId, PublicJwk, text, Timestamp } from '../fields/fields.js'
import { LinguistProfile } from './linguist-profile.js'

export const Role = z.enum(['case', 'registrar', 'duty', 'translator', 'legal', 'admin', 'witness'])
export type Role = z.infer<typeof Role>

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
  })
  .refine(({ roles, linguist }) => linguist === undefined || roles.includes('translator'), {
    path: ['linguist'],
    message: 'of a translator only',
  })
export type OfficerCredential = z.infer<typeof OfficerCredential>
