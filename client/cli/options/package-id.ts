import { PackageId } from '#crypto/fields/fields.js'
import { ClientError } from '../../core/client-error.js'

/** @throws {@link ClientError} `usage` */
export function packageId(text: string): PackageId {
  const id = PackageId.safeParse(text)
  if (id.success) return id.data
  throw new ClientError(
    'usage',
    `“${text}” is not a package id`,
    'Copy one from: rogatory inbox, or of what was sent: rogatory inbox --sent',
  )
}
