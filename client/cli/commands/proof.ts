import type { PackageId } from '#crypto/fields/fields.js'
import type { CommandContext } from '../command-context.js'
import { writeProof } from '../write-proof.js'

export const proof = (context: CommandContext, id: PackageId): Promise<void> =>
  writeProof(context, id)
