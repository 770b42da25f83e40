import { checked } from '../fields/checked.js'
import type { SigningKey } from '../keys/key.js'
import { signStatement } from '../statement/sign-statement.js'
import { Resealing } from './resealing.js'

/**
 * Signs what was sealed anew.
 *
 * @param key - of an officer of the authority.
 * @throws {@link CryptoError} `resealing/statement` if it is none.
 */
export async function signResealing(resealing: Resealing, key: SigningKey): Promise<string> {
  const payload = checked(Resealing, resealing, 'resealing/statement')
  return signStatement({ typ: 'rogatory-resealing', payload, key })
}
