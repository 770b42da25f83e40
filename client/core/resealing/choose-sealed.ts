import type { PackageId } from '#crypto/fields/fields.js'
import type { Session } from '../session/session.js'
import { listSealed } from './list-sealed.js'

/** What has to be so of a package that is to be sealed anew; all of what is given. */
type Choice = {
  /** It is sealed to this key. */
  readonly sealedUnder?: string | undefined
  /** It was sealed before this moment. */
  readonly before?: Date | undefined
}

/**
 * The packages of the own authority that are to be sealed anew, each once, newest first.
 *
 * @throws RelayProblem
 */
export async function chooseSealed(
  session: Pick<Session, 'relay'>,
  { sealedUnder, before }: Choice,
): Promise<readonly PackageId[]> {
  const chosen = new Set<PackageId>()
  for await (const { package: id, kids, sealedAt } of listSealed(session)) {
    if (sealedUnder !== undefined && !kids.includes(sealedUnder)) continue
    if (before !== undefined && new Date(sealedAt) >= before) continue
    chosen.add(id)
  }
  return [...chosen]
}
