import type { ZodType } from 'zod'
import { CryptoError, type CryptoErrorCode } from '../errors.js'

/**
 * What a signer is about to sign, held to the schema by which every verifier will read it.
 *
 * @throws {@link CryptoError} `code` with the names of the members that do not fit, never their values.
 */
export function checked<P>(schema: ZodType<P>, payload: unknown, code: CryptoErrorCode): P {
  const shape = schema.safeParse(payload)
  if (shape.success) return shape.data
  const members = shape.error.issues.map(({ path }) => path.join('.') || 'the whole')
  throw new CryptoError(code, `not signed, these do not fit: ${[...new Set(members)].join(', ')}`)
}
