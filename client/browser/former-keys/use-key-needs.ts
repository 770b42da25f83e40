import { useQuery } from '@tanstack/react-query'
import { type KeyNeed, keyNeeds } from '../../core/officers/key-needs.js'
import type { Session } from '../../core/session/session.js'
import { useSignedIn } from '../api/signed-in.js'

export const KEY_NEEDS = ['key-needs']

export type KeysCounted = {
  /** Of each key of the vault, oldest first. */
  readonly needs: readonly KeyNeed[]
  /** Kids of former keys that the vault is without. */
  readonly gone: readonly string[]
}

/**
 * What each key of the authority still opens. Every draft is opened for it and every hand-off verified, so it is asked for when somebody
 * wants to know, and not by looking elsewhere and back.
 */
export function useKeyNeeds(isAsked: boolean) {
  const { session } = useSignedIn()
  return useQuery({
    queryKey: KEY_NEEDS,
    queryFn: () => counted(session),
    enabled: isAsked,
    staleTime: Infinity,
    gcTime: 0,
  })
}

async function counted(session: Session): Promise<KeysCounted> {
  const needs = await keyNeeds(session)
  const history = await session.directory.history(session.officer.authority)
  const named = history
    .flatMap(({ payload }) => payload.keys)
    .filter(({ purpose, kid }) => purpose === 'envelopes' && !needs.some((one) => one.kid === kid))
  return { needs, gone: [...new Set(named.map(({ kid }) => kid))] }
}
