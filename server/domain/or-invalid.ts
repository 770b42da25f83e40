import { CryptoError, type CryptoErrorCode } from '#crypto/errors.js'
import type { RefusalCode } from '../contract/problems.js'
import { Refusal } from './errors.js'

/** Checks whose failure says more than that a statement is not what it should be. */
const SAY_MORE: Partial<Record<CryptoErrorCode, RefusalCode>> = {
  'directory/revoked': 'credential-revoked',
  'directory/role': 'not-permitted',
  'evidence/receipt': 'receipt-mismatch',
}

/**
 * Turns a check of `crypto/` that failed into a refusal that names what was checked and the code;
 * anything else stays the bug or outage it is.
 *
 * @throws {@link Refusal} `credential-revoked`, `not-permitted`, `receipt-mismatch`, else
 *   `statement-invalid`.
 */
export async function orInvalid<T>(what: string, check: Promise<T> | (() => T)): Promise<T> {
  try {
    return await (typeof check === 'function' ? check() : check)
  } catch (error) {
    if (!(error instanceof CryptoError)) throw error
    const detail = `${what}: ${error.message} (${error.code})`
    throw new Refusal(SAY_MORE[error.code] ?? 'statement-invalid', detail, { cause: error })
  }
}
