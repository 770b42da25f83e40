import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { PackageId } from '#crypto/fields/fields.js'
import { closeOralRequest } from '../../core/duty/close-oral-request.js'
import { type KeptOralRequest, listOralRequests } from '../../core/duty/list-oral-requests.js'
import { useSignedIn } from '../api/signed-in.js'

export type Closing = {
  readonly oral: KeptOralRequest
  readonly outcome: { readonly package: PackageId } | { readonly reason: string }
}

/** A colleague's note is no news of the relay's: it is looked for every so often. */
const AGAIN_MS = 30_000

/** What was asked by word of mouth, and how its waiting ends. */
export function useOral(isOpenOnly: boolean) {
  const { session } = useSignedIn()
  const queries = useQueryClient()
  const listed = useQuery({
    queryKey: ['duty', 'oral', isOpenOnly],
    queryFn: () => listOralRequests(session, isOpenOnly),
    refetchInterval: AGAIN_MS,
  })
  const closing = useMutation({
    mutationFn: ({ oral, outcome }: Closing) => closeOralRequest(session, oral, outcome),
    onSettled: () => queries.invalidateQueries({ queryKey: ['duty', 'oral'] }),
  })
  return { listed, closing }
}
