import { useMutation, useQueryClient } from '@tanstack/react-query'
import { createContext, useContext } from 'react'

/** Told when something was signed about the hand-off that is shown: its form is gone then. */
export const Acted = createContext<() => void>(() => undefined)

/** Something that is signed about a hand-off: whatever it comes to, what is shown is fetched anew. */
export function useAct<T, Made>(act: (given: T) => Promise<Made>) {
  const queries = useQueryClient()
  const acted = useContext(Acted)
  return useMutation({
    mutationFn: act,
    onSuccess: acted,
    onSettled: () => queries.invalidateQueries({ queryKey: ['translation'] }),
  })
}
