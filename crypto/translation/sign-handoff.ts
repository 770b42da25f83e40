import { checked } from '../fields/checked.js'
import type { SigningKey } from '../keys/key.js'
import { signStatement } from '../statement/sign-statement.js'
import { CertifiedTranslation } from './certified-translation.js'
import { Handoff } from './handoff.js'
import { HandoffAct } from './handoff-act.js'

/**
 * Signs a hand-off.
 *
 * @param key - of an officer of the authority.
 * @throws {@link CryptoError} `translation/handoff` if it is none.
 */
export async function signHandoff(handoff: Handoff, key: SigningKey): Promise<string> {
  const payload = checked(Handoff, handoff, 'translation/handoff')
  return signStatement({ typ: 'rogatory-handoff', payload, key })
}

/**
 * Signs what somebody does about a hand-off.
 *
 * @throws {@link CryptoError} `translation/act` if it is none: an empty target, a part named twice, …
 */
export async function signHandoffAct(act: HandoffAct, key: SigningKey): Promise<string> {
  const payload = checked(HandoffAct, act, 'translation/act')
  return signStatement({ typ: 'rogatory-handoff-act', payload, key })
}

/**
 * Certifies a translation.
 *
 * @param key - the translator's.
 * @throws {@link CryptoError} `translation/statement` if it is none; a machine's draft is not certified.
 */
export async function signTranslation(
  translation: CertifiedTranslation,
  key: SigningKey,
): Promise<string> {
  const payload = checked(CertifiedTranslation, translation, 'translation/statement')
  return signStatement({ typ: 'rogatory-translation', payload, key })
}
