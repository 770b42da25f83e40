import { useQuery } from '@tanstack/react-query'
import { lookThroughMailbox } from '../../core/packages/list-mailbox.js'
import { useSignedIn } from '../api/signed-in.js'
import { type Mailbox, mailboxOf } from './mailbox-of.js'

export type { Row } from './mailbox-of.js'

/** As many of each box as a screen can sensibly hold; older ones are found by the search. */
export const MOST = 400

/** Both boxes of the authority, each row verified; fetched anew when the relay tells news. */
export function useMailbox() {
  const { session } = useSignedIn()
  return useQuery({
    queryKey: ['mailbox'],
    queryFn: async (): Promise<Mailbox> => {
      const [inbox, sent] = await Promise.all([
        lookThroughMailbox(session, 'inbox', MOST),
        lookThroughMailbox(session, 'sent', MOST),
      ])
      return mailboxOf({ inbox, sent }, MOST)
    },
  })
}
