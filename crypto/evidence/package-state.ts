import { CryptoError } from '../errors.js'
import type { AuthorityId } from '../fields/fields.js'
import type { PackageEventCode } from './event.js'
import { mayFollow, type Step } from './may-follow.js'

export type PackageState =
  | 'submitted'
  | 'rejected'
  | 'undelivered'
  | 'available'
  | 'notified'
  | 'handed-over'
  | 'accepted'
  | 'refused'
  | 'expired'

const FINAL: Partial<Record<PackageEventCode, PackageState>> = {
  'A.2': 'rejected',
  'C.3': 'accepted',
  'C.4': 'refused',
  'C.5': 'expired',
}

/** Each goes further than the ones before; they may be recorded in any order. */
const PROGRESS = ['A.1', 'D.1', 'D.3', 'E.1'] as const
const REACHED: Record<(typeof PROGRESS)[number], PackageState> = {
  'A.1': 'submitted',
  'D.1': 'available',
  'D.3': 'notified',
  'E.1': 'handed-over',
}
const FAILURES: readonly PackageEventCode[] = ['D.2', 'D.4', 'E.2']

/**
 * What became of a package for one recipient: the evidence is the state, this only reads it.
 *
 * A failure shows as `undelivered` until something good is recorded after it. The first final state
 * stays, whatever is appended.
 *
 * @param chain - the whole history, in order; what concerns other recipients is passed over.
 * @throws {@link CryptoError} `evidence/chain` if no relay may have recorded that.
 *
 * @example
 * ```ts
 * packageState(verifyEvidenceChain(evidence), recipient) // { state: 'accepted', final: true }
 * ```
 */
export function packageState(
  chain: readonly Step[],
  recipient: AuthorityId,
): { readonly state: PackageState; readonly final: boolean } {
  const steps = chain.filter((step) => step.recipient === null || step.recipient === recipient)
  steps.forEach(({ code, recipient: whom }, i) => {
    if (!mayFollow(steps.slice(0, i), code, whom))
      throw refused(`${code} cannot follow at that place`)
  })
  const codes = steps.map(({ code }) => code)
  if (codes.length === 0) throw refused('a history begins with a submission')

  const final = codes.map((code) => FINAL[code]).find((state) => state !== undefined)
  if (final) return { state: final, final: true }
  const reached = PROGRESS.findLast((code) => codes.includes(code)) ?? 'A.1'
  return { state: hasFailed(codes) ? 'undelivered' : REACHED[reached], final: false }
}

function hasFailed(codes: readonly PackageEventCode[]): boolean {
  const good: readonly PackageEventCode[] = PROGRESS
  const last = codes.findLast((code) => good.includes(code) || FAILURES.includes(code))
  return last !== undefined && FAILURES.includes(last)
}

const refused = (message: string) => new CryptoError('evidence/chain', message)
