import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type ClockRule, ClockRules } from '../../case/clocks/clock-rule.js'
import { useSignedIn } from '../api/signed-in.js'
import { bring, broughtBy } from '../platform/brought.js'

/** The rules of one's own that an identity of this browser has. */
export const clockRulesOf = async (identity: string): Promise<readonly ClockRule[]> =>
  ClockRules.safeParse(await broughtBy(identity, 'clock-rules')).data ?? []

/** The rules of whoever is signed in, and what sets them; cases are counted anew by them. */
export function useClockRules() {
  const { identity } = useSignedIn()
  const queries = useQueryClient()
  const queryKey = ['clock-rules', identity.id]
  const kept = useQuery({ queryKey, queryFn: () => clockRulesOf(identity.id) })
  const setting = useMutation({
    mutationFn: async (rules: readonly ClockRule[]) => {
      await bring(identity.id, 'clock-rules', ClockRules.parse(rules))
      return rules
    },
    onSuccess: async (rules) => {
      queries.setQueryData(queryKey, rules)
      await queries.invalidateQueries({ queryKey: ['case'] })
    },
  })
  return { kept, setting }
}
