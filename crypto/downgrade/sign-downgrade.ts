import { canonicalize } from '../canonical/canonicalize.js'
import { digestOf } from '../bytes/sha256.js'
import { checked } from '../fields/checked.js'
import type { SigningKey } from '../keys/key.js'
import { signStatement } from '../statement/sign-statement.js'
import { Downgrade } from './downgrade.js'
import { Redactions } from './redactions.js'

/**
 * Signs a downgrade over its redaction manifest.
 *
 * @param key - of an officer of the authority.
 * @throws {@link CryptoError} `downgrade/statement`, `downgrade/redactions` if it is none.
 */
export async function signDowngrade(
  claims: Omit<Downgrade, 'redactions'>,
  redactions: Redactions,
  key: SigningKey,
): Promise<string> {
  const manifest = checked(Redactions, redactions, 'downgrade/redactions')
  const whole = { ...claims, redactions: await digestOf(canonicalize(manifest)) }
  const payload = checked(Downgrade, whole, 'downgrade/statement')
  return signStatement({ typ: 'rogatory-downgrade', payload, key })
}
