import { useQuery } from '@tanstack/react-query'
import { HandoffId } from '#crypto/fields/fields.js'
import { openHandoff } from '../../core/translation/open-handoff.js'
import { listHandoffs, readHandoff } from '../../core/translation/read-handoff.js'
import { useSignedIn } from '../api/signed-in.js'

/** The relay tells whoever a step concerns; a colleague's is none of these, so it is looked at every so often as well. */
const AGAIN_MS = 60_000

/** All hand-offs that the officer may see, each verified. */
export function useHandoffs() {
  const { session } = useSignedIn()
  return useQuery({
    queryKey: ['translation', 'all'],
    queryFn: () => listHandoffs(session),
    refetchInterval: AGAIN_MS,
  })
}

/** One of them, with what it holds where it is the officer's to open; null where it is not. */
export function useHandoff(id: string) {
  const { session } = useSignedIn()
  return useQuery({
    queryKey: ['translation', id],
    queryFn: async () => {
      const open = await readHandoff(session, HandoffId.parse(id))
      return {
        open,
        content: open.wire.envelope === null ? null : await openHandoff(session, open),
      }
    },
    refetchInterval: AGAIN_MS,
  })
}
