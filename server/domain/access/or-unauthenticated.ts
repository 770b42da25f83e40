import { CryptoError } from '#crypto/errors.js'
import type { RefusalCode } from '../../contract/problems.js'
import { Refusal } from '../errors.js'

/**
 * Turns a failed check of who is calling into its refusal.
 *
 * @throws {@link Refusal} `token-expired`, `proof-stale`, `security-key-refused`, else `unauthenticated`.
 */
export async function orUnauthenticated<T>(
  what: string,
  check: Promise<T> | (() => T),
): Promise<T> {
  try {
    return await (typeof check === 'function' ? check() : check)
  } catch (error) {
    if (!(error instanceof CryptoError)) throw error
    throw new Refusal(codeOf(error), `${what}: ${error.message}`, { cause: error })
  }
}

function codeOf({ code }: CryptoError): RefusalCode {
  if (code === 'access/expired') return 'token-expired'
  if (code === 'access/stale') return 'proof-stale'
  if (code === 'access/security-key') return 'security-key-refused'
  return 'unauthenticated'
}
