import { z } from 'zod'
import { verifyOperatorStatement } from '../directory/operator-statement.js'
import type { VerifiedEntry } from '../directory/verify-entry.js'
import { checked } from '../fields/checked.js'
import { AuthorityId, CaseId, PackageId, text, Timestamp } from '../fields/fields.js'
import type { SigningKey } from '../keys/key.js'
import { signStatement } from '../statement/sign-statement.js'
import type { VerifiedStatement } from '../statement/verify-statement.js'

/** So many packages one hold names. */
export const MAX_HELD_PACKAGES = 256

/** What is held: packages by id, all of a case, or all that an authority sent or received. */
export const HoldScope = z.discriminatedUnion('of', [
  z.strictObject({
    of: z.literal('packages'),
    packages: z.array(PackageId).min(1).max(MAX_HELD_PACKAGES),
  }),
  z.strictObject({ of: z.literal('case'), case: CaseId }),
  z.strictObject({ of: z.literal('authority'), authority: AuthorityId }),
])
export type HoldScope = z.infer<typeof HoldScope>

/**
 * Payload of `rogatory-hold`: the operator keeps content from deletion, or lets it go again.
 *
 * `hold` is the operator's own name of it. What was said last under that name counts: a hold whose scope
 * changes is placed again. Signed by an `operator` key of the relay's entry.
 */
export const LegalHold = z.strictObject({
  relay: AuthorityId,
  hold: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .max(64),
  standing: z.enum(['placed', 'lifted']),
  scope: HoldScope,
  reason: text(500),
  declared: Timestamp,
})
export type LegalHold = z.infer<typeof LegalHold>

/** @throws {@link CryptoError} `retention/statement` if it is no hold. */
export async function signHold(hold: LegalHold, key: SigningKey): Promise<string> {
  const payload = checked(LegalHold, hold, 'retention/statement')
  return signStatement({ typ: 'rogatory-hold', payload, key })
}

/** @throws {@link CryptoError} `directory/key`, `retention/statement`, `statement/…`. */
export const verifyHold = (
  statement: string,
  relay: VerifiedEntry,
): Promise<VerifiedStatement<LegalHold>> =>
  verifyOperatorStatement(statement, relay, {
    typ: 'rogatory-hold',
    payload: LegalHold,
    code: 'retention/statement',
  })
