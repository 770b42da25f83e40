import type { AuthorityId } from '../fields/fields.js'
import type { PackageEventCode } from './event.js'

/** What the state of a package depends on, of each piece of evidence. */
export type Step = {
  readonly code: PackageEventCode
  readonly recipient: AuthorityId | null
  readonly sender: AuthorityId
}

/** Events that happen to one recipient at most once. */
const ONCE: readonly PackageEventCode[] = [
  'C.1',
  'C.3',
  'C.4',
  'C.5',
  'C.6',
  'D.1',
  'D.3',
  'E.1',
  'K.1',
  'K.2',
]

/** Events that presuppose that the package was available. */
const AVAILABLE: readonly PackageEventCode[] = [
  'C.3',
  'C.4',
  'D.3',
  'D.5',
  'D.6',
  'E.1',
  'K.1',
  'K.2',
  'K.3',
  'K.4',
  'K.5',
  'K.6',
]

/** What each failure denies: once that has happened, it can no longer be said to have failed. */
const DENIES: Partial<Record<PackageEventCode, readonly PackageEventCode[]>> = {
  'C.2': ['C.6', 'C.3', 'C.4', 'C.5'],
  'C.3': ['C.4'],
  'C.4': ['C.3'],
  'C.5': ['C.3', 'C.4'],
  'D.2': ['D.1'],
  'D.4': ['D.3', 'D.5', 'D.6', 'E.1', 'C.3', 'C.4', 'C.5'],
  'E.2': ['E.1', 'C.3', 'C.4', 'C.5'],
  'K.1': ['K.2', 'C.3', 'C.4', 'C.5'],
  'K.2': ['C.3', 'C.4', 'C.5'],
  'K.3': ['C.3', 'C.4', 'C.5'],
  'K.4': ['C.3', 'C.4', 'C.5'],
  'K.6': ['C.3', 'C.4', 'C.5'],
}

/**
 * Whether an event may be appended to the history of a package: the state machine of a package, as
 * what may come next. The relay asks it before it signs, a verifier after.
 *
 * - A history begins with A.1 or A.2, and A.2 ends it.
 * - R.1, once, may follow anything else: content goes, and the story goes on without it.
 * - Nothing of C, D or E is ever said of the sender.
 * - A failure is provisional: what it denied may still happen, and is then appended.
 * - After a receipt or an expiry, late acts are appended; no failure and no second outcome is, save a
 *   receipt that came after the expiry. None of them changes the final state.
 *
 * @param recipient - null for the events of the package as a whole.
 */
export function mayFollow(
  chain: readonly Step[],
  code: PackageEventCode,
  recipient: AuthorityId | null,
): boolean {
  const [first] = chain
  const isFirst = code === 'A.1' || code === 'A.2'
  if (!first || isFirst) return !first && isFirst && recipient === null
  if (first.code === 'A.2') return false
  if (code === 'R.1') return recipient === null && !chain.some((step) => step.code === 'R.1')
  if (recipient === null || recipient === first.sender) return false
  // Between relays: no part of a recipient's state.
  if (code.startsWith('B.') || code.startsWith('F.')) return true

  const happened = (some: PackageEventCode) =>
    chain.some((step) => step.recipient === recipient && step.code === some)
  if (ONCE.includes(code) && happened(code)) return false
  if (AVAILABLE.includes(code) && !happened('D.1')) return false
  return !DENIES[code]?.some(happened)
}
