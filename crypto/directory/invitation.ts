import { z } from 'zod'
import { checked } from '../fields/checked.js'
import { AuthorityId, Timestamp } from '../fields/fields.js'
import type { SigningKey } from '../keys/key.js'
import { signStatement } from '../statement/sign-statement.js'
import type { VerifiedStatement } from '../statement/verify-statement.js'
import { honestName } from './authority-names.js'
import { verifyOperatorStatement } from './operator-statement.js'
import type { VerifiedEntry } from './verify-entry.js'

/**
 * Payload of `rogatory-invitation`: the operator lets one authority ask to be enrolled, once.
 *
 * Signed by an `operator` key of the relay's entry. Handed over outside the network; whoever holds the
 * string may use it, so what it is used for is compared over another channel (`spokenFingerprint`).
 */
export const Invitation = z.strictObject({
  authority: AuthorityId,
  /** What the certificate will call the authority, for people. */
  name: honestName(64),
  relay: z.strictObject({ id: AuthorityId, origin: z.url({ protocol: /^https?$/ }).max(500) }),
  declared: Timestamp,
  validTo: Timestamp,
})
export type Invitation = z.infer<typeof Invitation>

/** @throws {@link CryptoError} `directory/enrolment` if it is no invitation. */
export async function signInvitation(invitation: Invitation, key: SigningKey): Promise<string> {
  const payload = checked(Invitation, invitation, 'directory/enrolment')
  return signStatement({ typ: 'rogatory-invitation', payload, key })
}

/**
 * Verifies an invitation by the relay's entry. Whether it has expired is the caller's to judge: the same
 * application is answered after that, too.
 *
 * @throws {@link CryptoError} `directory/key`, `directory/enrolment`, `statement/…`.
 */
export const verifyInvitation = (
  statement: string,
  relay: VerifiedEntry,
): Promise<VerifiedStatement<Invitation>> =>
  verifyOperatorStatement(statement, relay, {
    typ: 'rogatory-invitation',
    payload: Invitation,
    code: 'directory/enrolment',
  })
