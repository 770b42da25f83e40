import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { updateIndex } from '../../core/search/update-index.js'
import { useSignedIn } from '../api/signed-in.js'
import { searchStoreOf } from './search-store-of.js'

/** What the authority has sent and received, opened here; what is new since the last time is opened when one looks. */
export function useIndex() {
  const { session, identity } = useSignedIn()
  const [opened, setOpened] = useState(0)
  const index = useQuery({
    queryKey: ['mailbox', 'index'],
    queryFn: async () =>
      updateIndex(session, await searchStoreOf(identity.id), { onProgress: setOpened }),
  })
  return { index, opened }
}
