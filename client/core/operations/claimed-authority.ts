import { z } from 'zod'
import { CryptoError } from '#crypto/errors.js'
import { AuthorityId } from '#crypto/fields/fields.js'
import { readStatement } from '#crypto/statement/read-statement.js'

const Claims = z.object({ authority: AuthorityId })

/**
 * Whose a statement claims to be, to know what to verify it by. Never believed.
 *
 * @throws {@link CryptoError} `directory/entry` if it names no authority; `statement/…`
 */
export async function claimedAuthority(statement: string): Promise<AuthorityId> {
  const read = Claims.safeParse((await readStatement(statement)).payload)
  if (read.success) return read.data.authority
  throw new CryptoError('directory/entry', 'a statement that names no authority')
}
