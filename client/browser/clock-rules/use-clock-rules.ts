import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type ClockRule, ClockRules } from '../../case/clocks/clock-rule.js'
import { useSignedIn } from '../api/signed-in.js'
import { broughtBy, changeBrought } from '../platform/brought.js'
import type { RuleChange } from './rule-change.js'

/** The rules of one's own that an identity of this browser has. */
export const clockRulesOf = async (identity: string): Promise<readonly ClockRule[]> =>
  rulesIn(await broughtBy(identity, 'clock-rules'))

/** The rules of whoever is signed in, and what changes them; cases are counted anew by them. */
export function useClockRules() {
  const { identity } = useSignedIn()
  const queries = useQueryClient()
  const queryKey = ['clock-rules', identity.id]
  const kept = useQuery({ queryKey, queryFn: () => clockRulesOf(identity.id) })
  const setting = useMutation({
    mutationFn: async (change: RuleChange) => {
      let rules: readonly ClockRule[] = []
      await changeBrought(identity.id, 'clock-rules', (before) => {
        rules = ClockRules.parse(change(rulesIn(before)))
        return rules
      })
      return rules
    },
    onSuccess: async (rules) => {
      queries.setQueryData(queryKey, rules)
      await queries.invalidateQueries({ queryKey: ['case'] })
    },
  })
  return { kept, setting }
}

const rulesIn = (brought: unknown): readonly ClockRule[] => ClockRules.safeParse(brought).data ?? []
