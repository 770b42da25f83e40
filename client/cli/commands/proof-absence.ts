import { AuthorityId, type PackageId } from '#crypto/fields/fields.js'
import { ClientError } from '../../core/client-error.js'
import type { CommandContext } from '../command-context.js'
import { writeProof } from '../write-proof.js'

/** The bundle as it is, with the relay's word that receipts are not in its log. */
export const proofAbsence = (context: CommandContext, id: PackageId): Promise<void> =>
  writeProof(context, id, { absentFrom: recipientsOf(context) })

function recipientsOf({ options }: CommandContext) {
  const { recipient } = options
  if (recipient === undefined) return 'unanswered' as const
  return [recipient].flat().map((word) => {
    const authority = AuthorityId.safeParse(word)
    if (authority.success) return authority.data
    throw new ClientError(
      'usage',
      `--recipient takes the id of an authority, not “${String(word)}”`,
      'Such as xb.moj; see: rogatory directory list',
    )
  })
}
