import { Invitation } from '#crypto/directory/invitation.js'
import { readStatement } from '#crypto/statement/read-statement.js'
import { ClientError } from '../client-error.js'

/** What an invitation says. Whether the operator signed it, the relay finds out. */
export async function readInvitation(statement: string): Promise<Invitation> {
  const read = await readStatement(statement).catch(() => undefined)
  const invitation = Invitation.safeParse(read?.payload)
  if (read?.typ === 'rogatory-invitation' && invitation.success) return invitation.data
  throw new ClientError(
    'usage',
    'that is no invitation',
    'Take the whole line that the operator of the network has sent you.',
  )
}
