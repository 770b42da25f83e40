import { CaseId } from '#crypto/fields/fields.js'
import { ClientError } from '../../core/client-error.js'

/** The id of a case, as somebody typed it. @throws {@link ClientError} `usage` */
export function caseId(word: unknown): CaseId {
  const id = CaseId.safeParse(word).data
  if (id !== undefined) return id
  throw new ClientError('usage', 'that is no case id', 'See them with: rogatory case list')
}
