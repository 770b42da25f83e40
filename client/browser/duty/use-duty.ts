import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { PackageId } from '#crypto/fields/fields.js'
import { actOnAlert } from '../../core/duty/act-on-alert.js'
import { dutyDesk } from '../../core/duty/duty-desk.js'
import { dutyRoster } from '../../core/duty/duty-roster.js'
import { useSignedIn } from '../api/signed-in.js'

/** The desk follows the relay's news; a colleague's act is none, so it is looked at every so often as well. */
const AGAIN_MS = 30_000

export type AlertAct = {
  readonly id: PackageId
  readonly act: 'take' | 'stand-down'
  readonly note?: string
  /** Although a colleague has it. */
  readonly over: boolean
}

/** What waits, who is on duty, and what an officer does about it. */
export function useDuty() {
  const { session } = useSignedIn()
  const queries = useQueryClient()
  const desk = useQuery({
    queryKey: ['duty', 'desk'],
    queryFn: () => dutyDesk(session),
    refetchInterval: AGAIN_MS,
  })
  const roster = useQuery({
    queryKey: ['duty', 'roster'],
    // A query's data is never undefined.
    queryFn: async () => (await dutyRoster(session)) ?? null,
  })
  const acting = useMutation({
    mutationFn: ({ id, act, note, over }: AlertAct) => actOnAlert(session, id, { act, note, over }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['duty', 'desk'] }),
  })
  return { desk, roster, acting }
}
