import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { lookThroughMailbox, type MailboxLook } from '../../core/packages/list-mailbox.js'
import { useSignedIn } from '../api/signed-in.js'
import { type MailboxStep, mailboxOf, nextStart, type Row, type StepStart } from './mailbox-of.js'

export type { Row } from './mailbox-of.js'

/** So many of each box are fetched and verified in one step: what a person waits for. */
const STEP = 400
/** In so many pages, though a relay may make them shorter. */
const PAGES = 2

const NEWEST: StepStart = { inbox: undefined, sent: undefined }
const NOTHING: MailboxLook = { items: [], forged: [], next: undefined }

/**
 * Both boxes of the authority, each row verified; fetched anew when the relay tells news. The newest at first; each
 * `askOlder` goes one step back, and waits for what is being fetched.
 */
export function useMailbox() {
  const { session } = useSignedIn()
  const { data, error, isPending, isFetching, refetch, fetchNextPage } = useInfiniteQuery({
    queryKey: ['mailbox'],
    initialPageParam: NEWEST,
    queryFn: async ({ pageParam }): Promise<MailboxStep> => {
      const look = async (box: Row['box']) => {
        const after = pageParam[box]
        return after === null
          ? NOTHING
          : lookThroughMailbox(session, box, STEP, { after, pages: PAGES })
      }
      const [inbox, sent] = await Promise.all([look('inbox'), look('sent')])
      return { inbox, sent }
    },
    getNextPageParam: nextStart,
    select: ({ pages }) => mailboxOf(pages),
  })
  const [wanted, setWanted] = useState(1)
  const isComing = error === null && data?.isCut === true && data.steps < wanted
  // News that arrive meanwhile break a step off: it is taken again after them.
  useEffect(() => {
    if (isComing && !isFetching) void fetchNextPage()
  }, [isComing, isFetching, fetchNextPage])
  const askOlder = () => setWanted((data?.steps ?? 0) + 1)
  return { data, error, isPending, refetch, isComing, askOlder }
}
