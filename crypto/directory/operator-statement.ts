import type { z } from 'zod'
import { CryptoError } from '../errors.js'
import { claimsOf, type Readable, readStatement } from '../statement/read-statement.js'
import type { StatementType } from '../statement/types.js'
import { type VerifiedStatement, verifyStatement } from '../statement/verify-statement.js'
import { entryKey } from './entry-key.js'
import type { VerifiedEntry } from './verify-entry.js'

type Expected<P> = {
  readonly typ: StatementType
  readonly payload: z.ZodType<P>
  /** The code for a payload of another shape. */
  readonly code: 'directory/suspension' | 'directory/enrolment' | 'retention/statement'
}

/**
 * Verifies a statement of the operator by the relay's entry, as of the moment it was declared.
 *
 * @param relay - the relay's own entry.
 * @throws {@link CryptoError} `directory/key` if no `operator` key of the relay, in force when it was
 *   declared, signed it; the code given if it is of another shape; `statement/…`.
 */
export async function verifyOperatorStatement<P extends { readonly declared: string }>(
  statement: Readable,
  relay: VerifiedEntry,
  { typ, payload, code }: Expected<P>,
): Promise<VerifiedStatement<P>> {
  const read = await readStatement(statement)
  const claimed = claimsOf(read, payload)
  if (!claimed) throw new CryptoError(code, `not the payload of a ${typ}`)
  const key = await entryKey(relay, 'operator', new Date(claimed.declared), read.kid)
  return verifyStatement(read, { typ, key, payload })
}
