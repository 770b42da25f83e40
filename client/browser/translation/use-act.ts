import { useMutation, useQueryClient } from '@tanstack/react-query'

/** Something that is signed about a hand-off: whatever it comes to, what is shown is fetched anew. */
export function useAct<T, Made>(act: (given: T) => Promise<Made>) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSettled: () => queries.invalidateQueries({ queryKey: ['translation'] }),
  })
}
