import type { ZodType } from 'zod'
import { CryptoError } from '#crypto/errors.js'
import { readStatement } from '#crypto/statement/read-statement.js'
import type { VerifiedStatement } from '#crypto/statement/verify-statement.js'
import type { StoredStatement } from './ports.js'

/**
 * The payload of a statement that this relay verified before it kept it (or signed itself).
 *
 * Its form is checked again and its digest compared with the one it is kept under, so that a document
 * changed in the database is a loud fault and not another meaning; its signature is not.
 *
 * @throws {@link CryptoError} `statement/*`, `statement/payload` when what is kept is not what was kept.
 */
export async function readKept<P>(
  kept: Pick<StoredStatement, 'statement' | 'digest'>,
  payload: ZodType<P>,
): Promise<VerifiedStatement<P>> {
  const read = await readStatement(kept.statement)
  const shape = payload.safeParse(read.payload)
  if (!shape.success || read.digest !== kept.digest) {
    throw new CryptoError('statement/payload', `what is kept as ${kept.digest} was changed`)
  }
  const { statement, digest, typ, kid } = read
  return { statement, digest, typ, kid, payload: shape.data }
}
