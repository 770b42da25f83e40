import type { PackageId } from '#crypto/fields/fields.js'
import { closeOralRequest } from '../core/duty/close-oral-request.js'
import { type KeptOralRequest, oralRequest } from '../core/duty/list-oral-requests.js'
import type { Session } from '../core/session/session.js'
import type { CommandContext } from './command-context.js'

/** The oral request that `--confirms` names: looked up before anything is sealed, ended once the package is there. */
export async function confirmedOral(
  { options }: CommandContext,
  session: Session,
): Promise<
  { readonly oral: KeptOralRequest['oral']; by(id: PackageId): Promise<void> } | undefined
> {
  const { confirms } = options
  if (confirms === undefined) return undefined
  const oral = await oralRequest(session, String(confirms))
  return {
    oral: oral.oral,
    async by(id) {
      await closeOralRequest(session, oral, { package: id })
    },
  }
}
