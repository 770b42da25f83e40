import { requireGoodPassphrase } from '../../core/officers/passphrase-rule.js'

/** Whether a form may take it as a new passphrase; in which words it is refused is the form's. */
export function isGoodPassphrase(passphrase: string): boolean {
  try {
    return requireGoodPassphrase(passphrase) === passphrase
  } catch {
    return false
  }
}
