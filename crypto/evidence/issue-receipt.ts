import { checked } from '../fields/checked.js'
import type { SigningKey } from '../keys/key.js'
import { signStatement } from '../statement/sign-statement.js'
import { Receipt } from './receipt.js'

/**
 * Signs a receipt.
 *
 * @param key - the recipient officer's own.
 * @throws {@link CryptoError} `evidence/receipt` if it is none.
 */
export async function issueReceipt(receipt: Receipt, key: SigningKey): Promise<string> {
  const payload = checked(Receipt, receipt, 'evidence/receipt')
  return signStatement({ typ: 'rogatory-receipt', payload, key })
}
