import type { AuthorityId } from '#crypto/fields/fields.js'
import { type CaseState, UNREAD } from './acts.js'

type Followed = {
  readonly requesting: AuthorityId
  readonly threads: ReadonlyMap<AuthorityId, { readonly state: CaseState }>
}

/**
 * How what a request follows stands between its two sides, where whoever received it rejected it or let it expire; else
 * undefined. Of two that both received it neither knows what became of it at the other.
 */
export function unreadBetween(
  sender: AuthorityId,
  recipient: AuthorityId,
  { request: { requesting, threads } }: { readonly request: Followed },
): CaseState | undefined {
  if (requesting !== sender && requesting !== recipient) return undefined
  const state = threads.get(requesting === sender ? recipient : sender)?.state
  return state !== undefined && UNREAD.includes(state) ? state : undefined
}
