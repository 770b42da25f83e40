import { DraftId } from '#crypto/fields/fields.js'
import { ClientError } from '../../core/client-error.js'

/** @throws {@link ClientError} `usage` */
export function draftId(text: string): DraftId {
  const id = DraftId.safeParse(text)
  if (id.success) return id.data
  throw new ClientError(
    'usage',
    `“${text}” is not a draft id`,
    'Copy one from: rogatory draft list',
  )
}
