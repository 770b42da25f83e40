import { useQuery } from '@tanstack/react-query'
import { CaseId } from '#crypto/fields/fields.js'
import type { CaseClock } from '../../case/clocks/derive-clocks.js'
import { caseClocks } from '../../core/case-clocks.js'
import { type LoadedCase, loadCase } from '../../core/load-case.js'
import { useSignedIn } from '../api/signed-in.js'

export type ShownCase = LoadedCase & { readonly clocks: readonly CaseClock[] }

/** A case with its clocks, derived from packages and evidence that were verified here; fetched anew on news. */
export function useCase(id: string) {
  const { session } = useSignedIn()
  return useQuery({
    queryKey: ['case', id],
    queryFn: async (): Promise<ShownCase> => {
      const loaded = await loadCase(session, CaseId.parse(id))
      return { ...loaded, clocks: await caseClocks(session, loaded) }
    },
  })
}
