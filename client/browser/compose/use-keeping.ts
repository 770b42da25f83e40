import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { uuidV7 } from '#crypto/bytes/uuid-v7.js'
import type { DraftContent } from '#crypto/drafts/draft-version.js'
import { DraftId } from '#crypto/fields/fields.js'
import { draftSummary, headOf } from '../../core/drafting/draft-summary.js'
import { keepDraftVersion } from '../../core/drafting/keep-draft-version.js'
import type { ReadDraft } from '../../core/drafting/read-draft.js'
import { useSignedIn } from '../api/signed-in.js'

/** A draft, and the version of it that this page was made from or has saved. */
export type DraftPlace = { readonly draft: DraftId; readonly version: number }

/** The relay tells live of a colleague's saving, and tells nobody twice: it is looked for every so often, too. */
const AGAIN_MS = 15_000

/**
 * Saves what is being written as versions of a draft, encrypted to the authority. Where a colleague was
 * first, it is kept beside theirs, and says so.
 */
export function useKeeping(from: DraftPlace | undefined) {
  const { session } = useSignedIn()
  const queries = useQueryClient()
  const [place, setPlace] = useState(from)
  const saving = useMutation({
    mutationFn: async (content: DraftContent) => {
      // An id of its own for each attempt: an answer that was lost leaves a draft too many, and blocks nothing.
      const at = place ?? { draft: DraftId.parse(uuidV7(new Date())), version: 0 }
      const kept = await keepDraftVersion(session, {
        draft: at.draft,
        basis: at.version,
        content,
        act: 'edited',
      })
      const { draft } = at
      if (kept.outcome === 'kept') setPlace({ draft, version: kept.version })
      return { ...kept, draft }
    },
    onSuccess: ({ outcome, draft, version }) => {
      void queries.invalidateQueries({ queryKey: ['drafts'] })
      // Not fetched anew: that would take away what is being written. Only what was seen last is newer.
      if (outcome === 'kept')
        queries.setQueryData<ReadDraft>(
          ['draft', draft],
          (before) => before && { ...before, head: { ...before.head, version } },
        )
    },
  })
  const newest = useQuery({
    queryKey: ['draft-newest', place?.draft],
    queryFn: async () => {
      if (place === undefined) throw new TypeError('only of what was saved')
      return headOf((await draftSummary(session, place.draft)).versions)?.version ?? 0
    },
    enabled: place !== undefined,
    refetchInterval: AGAIN_MS,
    staleTime: 0,
  })
  const isOvertaken =
    place !== undefined && newest.data !== undefined && newest.data > place.version
  return { place, saving, isOvertaken }
}
export type Keeping = ReturnType<typeof useKeeping>
