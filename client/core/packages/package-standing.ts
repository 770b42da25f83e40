import { CryptoError } from '#crypto/errors.js'
import type { IllegalAct } from '../../case/case-view.js'
import { ClientError } from '../client-error.js'
import { type LoadedCase, loadCase } from '../cases/load-case.js'
import type { ReadPackage } from './open-package.js'
import { RelayProblem } from '../relay-problem.js'
import type { Session } from '../session/session.js'

/** Whether a package counts in its case. */
export type PackageStanding =
  | { readonly counts: true }
  /** It was illegal when it arrived: it is kept, shown as such, and changes nothing. */
  | { readonly counts: false; readonly illegal: IllegalAct }
  /** The case could not be read, so nothing can be said. */
  | { readonly counts: null; readonly problem: string }

/**
 * Whether a package counts in its case, by the state in which it arrived. That another package of the case
 * cannot be read, or is forged, is no reason not to read this one: then nothing is said of its standing.
 */
export async function packageStanding(
  session: Session,
  { manifest }: Pick<ReadPackage, 'manifest'>,
): Promise<PackageStanding> {
  let loaded: LoadedCase
  try {
    loaded = await loadCase(session, manifest.case)
  } catch (error) {
    const isUnderstood =
      error instanceof ClientError || error instanceof CryptoError || error instanceof RelayProblem
    if (!isUnderstood) throw error
    return { counts: null, problem: error.message }
  }
  const illegal = loaded.view.illegal.find((act) => act.package === manifest.package)
  return illegal === undefined ? { counts: true } : { counts: false, illegal }
}
