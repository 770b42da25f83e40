import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { watchClocks } from '../../core/cases/watch-clocks.js'
import { useSignedIn } from '../api/signed-in.js'
import type { ShownCase } from './use-case.js'

/** The clocks of a case, with what the relay watches of them; asked anew when one of them has moved. */
export function useWatchedClocks(found: ShownCase) {
  const { session } = useSignedIn()
  const client = useQueryClient()
  const { clocks } = found
  const moments = clocks.map(({ kind, request, counterpart, state, due }) =>
    [kind, request, counterpart, state, due].join(' '),
  )
  const queryKey = ['case', found.view.case, 'watched', ...moments]
  const listed = useQuery({ queryKey, queryFn: () => watchClocks(session, found, clocks, false) })
  const asking = useMutation({
    mutationFn: () => watchClocks(session, found, clocks, true),
    onSuccess: (watched) => client.setQueryData(queryKey, watched),
  })
  return { listed, asking }
}
