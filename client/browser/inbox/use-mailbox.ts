import { useQuery } from '@tanstack/react-query'
import { listMailbox, type MailboxItem } from '../../core/list-mailbox.js'
import { useSignedIn } from '../api/signed-in.js'

/** As many of each box as a screen can sensibly hold; older ones are found by their number. */
const MOST = 400

export type Row = MailboxItem & { readonly box: 'inbox' | 'sent' }

/** Both boxes of the authority, each row verified, newest first; fetched anew when the relay tells news. */
export function useMailbox() {
  const { session } = useSignedIn()
  return useQuery({
    queryKey: ['mailbox'],
    queryFn: async (): Promise<readonly Row[]> => {
      const [received, sent] = await Promise.all([
        listMailbox(session, 'inbox', MOST),
        listMailbox(session, 'sent', MOST),
      ])
      return [
        ...received.map((item) => ({ ...item, box: 'inbox' as const })),
        ...sent.map((item) => ({ ...item, box: 'sent' as const })),
      ].sort((a, b) => (a.submitted < b.submitted ? 1 : -1))
    },
  })
}
