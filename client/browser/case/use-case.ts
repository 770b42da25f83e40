import { useQuery } from '@tanstack/react-query'
import { CaseId } from '#crypto/fields/fields.js'
import type { CaseClock } from '../../case/clocks/derive-clocks.js'
import { caseClocks } from '../../core/cases/case-clocks.js'
import { type LoadedCase, loadCase } from '../../core/cases/load-case.js'
import { useSignedIn } from '../api/signed-in.js'
import { clockRulesOf } from '../clock-rules/use-clock-rules.js'

export type ShownCase = LoadedCase & { readonly clocks: readonly CaseClock[] }

/** A case with its clocks, derived from packages and evidence that were verified here; fetched anew on news. */
export function useCase(id: string) {
  const { session, identity } = useSignedIn()
  return useQuery({
    queryKey: ['case', id],
    queryFn: async (): Promise<ShownCase> => {
      const [loaded, rules] = await Promise.all([
        loadCase(session, CaseId.parse(id)),
        clockRulesOf(identity.id),
      ])
      return { ...loaded, clocks: await caseClocks(session, loaded, rules) }
    },
  })
}
