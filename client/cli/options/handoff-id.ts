import { HandoffId } from '#crypto/fields/fields.js'
import { ClientError } from '../../core/client-error.js'

/** @throws {@link ClientError} `usage` */
export function handoffId(text: string): HandoffId {
  const id = HandoffId.safeParse(text)
  if (id.success) return id.data
  throw new ClientError(
    'usage',
    `“${text}” is not the id of a hand-off`,
    'Copy one from: rogatory translation list',
  )
}
