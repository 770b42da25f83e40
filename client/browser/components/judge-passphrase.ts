import { ClientError } from '../../core/client-error.js'
import { requireGoodPassphrase } from '../../core/officers/passphrase-rule.js'

/**
 * Whether a form may take it as a new passphrase; in which words it is refused is the form's. `unknown` while the list
 * that it is held against cannot be fetched: it is not taken then.
 */
export const judgePassphrase = (passphrase: string): Promise<'good' | 'weak' | 'unknown'> =>
  requireGoodPassphrase(passphrase).then(
    () => 'good',
    (error: unknown) => (error instanceof ClientError ? 'weak' : 'unknown'),
  )
