import { CORRESPONDENTS, requireRole } from '../directory/roles.js'
import type { Role } from '../directory/officer-credential.js'
import { type Actor, type OfficerAct, verifyAct } from '../directory/verify-act.js'
import { CryptoError } from '../errors.js'
import type { Readable } from '../statement/read-statement.js'
import { CertifiedTranslation } from './certified-translation.js'
import { Handoff } from './handoff.js'
import { HandoffAct } from './handoff-act.js'

export type VerifiedHandoff = OfficerAct<Handoff>

const TRANSLATORS: readonly Role[] = ['translator']
const REVIEWERS: readonly Role[] = [...CORRESPONDENTS, 'translator']

const ROLES = {
  accept: TRANSLATORS,
  decline: TRANSLATORS,
  return: TRANSLATORS,
  review: REVIEWERS,
  countersign: REVIEWERS,
  recall: CORRESPONDENTS,
} as const satisfies Record<HandoffAct['act'], readonly Role[]>

/**
 * Verifies a hand-off: an officer who corresponds signed it, for the own authority.
 *
 * @throws {@link CryptoError} `translation/handoff` if it is for another authority; `directory/role`; and
 *   as {@link verifyAct}.
 */
export async function verifyHandoff(statement: Readable, by: Actor): Promise<VerifiedHandoff> {
  const handoff = await verifyAct(statement, { typ: 'rogatory-handoff', payload: Handoff }, by)
  requireRole(handoff.credential, CORRESPONDENTS)
  if (handoff.payload.authority !== handoff.credential.payload.authority) {
    throw new CryptoError('translation/handoff', 'signed by an officer of another authority')
  }
  return handoff
}

/**
 * Verifies what somebody did about a hand-off. Whether it was theirs to do is for `nextHandoff`.
 *
 * @throws {@link CryptoError} `directory/role`; and as {@link verifyAct}.
 */
export async function verifyHandoffAct(
  statement: Readable,
  by: Actor,
): Promise<OfficerAct<HandoffAct>> {
  const act = await verifyAct(statement, { typ: 'rogatory-handoff-act', payload: HandoffAct }, by)
  requireRole(act.credential, ROLES[act.payload.act])
  return act
}

/**
 * Verifies a certified statement: a translator signed it.
 *
 * @throws {@link CryptoError} `directory/role`; and as {@link verifyAct}.
 */
export async function verifyTranslation(
  statement: Readable,
  by: Actor,
): Promise<OfficerAct<CertifiedTranslation>> {
  const expected = { typ: 'rogatory-translation', payload: CertifiedTranslation } as const
  const translation = await verifyAct(statement, expected, by)
  requireRole(translation.credential, TRANSLATORS)
  return translation
}
