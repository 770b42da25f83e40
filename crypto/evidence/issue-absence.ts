import { checked } from '../fields/checked.js'
import type { SigningKey } from '../keys/key.js'
import { signStatement } from '../statement/sign-statement.js'
import { Absence, ABSENCE_POLICY } from './absence.js'

/**
 * Signs what a relay says not to be in its log.
 *
 * @param key - an `evidence` key of the relay's entry, in force at `time`.
 * @throws {@link CryptoError} `evidence/malformed` if it is no such statement: evidence of a receipt
 *   listed, not in the order of the leaves, …
 */
export async function issueAbsence(
  claims: Omit<Absence, 'policy'>,
  key: SigningKey,
): Promise<string> {
  const payload = checked(Absence, { ...claims, policy: ABSENCE_POLICY }, 'evidence/malformed')
  return signStatement({ typ: 'rogatory-absence', payload, key })
}
