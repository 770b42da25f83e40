import type { Header } from '../package/header.js'
import type { HoldScope, LegalHold } from './legal-hold.js'

type Held = Pick<Header, 'package' | 'sender'> & {
  /** Null for what belongs to none, or to one that nobody can see. */
  readonly case: Header['case'] | null
  readonly recipients: readonly Pick<Header['recipients'][number], 'authority'>[]
}

/**
 * Whether a package, or what was uploaded to be translated, is under a legal hold.
 *
 * @param holds - every statement about holds, in the order in which the relay kept them.
 */
export function isHeld(holds: readonly LegalHold[], header: Held): boolean {
  const last = new Map(holds.map((hold) => [hold.hold, hold]))
  return [...last.values()].some(
    ({ standing, scope }) => standing === 'placed' && covers(scope, header),
  )
}

function covers(scope: HoldScope, { package: id, case: thread, sender, recipients }: Held) {
  if (scope.of === 'packages') return scope.packages.includes(id)
  if (scope.of === 'case') return scope.case === thread
  return (
    scope.authority === sender || recipients.some(({ authority }) => authority === scope.authority)
  )
}
