import { useQuery } from '@tanstack/react-query'
import type { ForgedRow } from '../../core/packages/claimed-row.js'
import { lookThroughMailbox, type MailboxItem } from '../../core/packages/list-mailbox.js'
import { useSignedIn } from '../api/signed-in.js'

/** As many of each box as a screen can sensibly hold; older ones are found by their number. */
const MOST = 400

export type Row = MailboxItem & { readonly box: 'inbox' | 'sent' }

/** What verifies, newest first, and what does not. */
export type Mailbox = { readonly rows: readonly Row[]; readonly forged: readonly ForgedRow[] }

/** Both boxes of the authority, each row verified; fetched anew when the relay tells news. */
export function useMailbox() {
  const { session } = useSignedIn()
  return useQuery({
    queryKey: ['mailbox'],
    queryFn: async (): Promise<Mailbox> => {
      const [received, sent] = await Promise.all([
        lookThroughMailbox(session, 'inbox', MOST),
        lookThroughMailbox(session, 'sent', MOST),
      ])
      const rows = [
        ...received.items.map((item) => ({ ...item, box: 'inbox' as const })),
        ...sent.items.map((item) => ({ ...item, box: 'sent' as const })),
      ].sort((a, b) => (a.submitted < b.submitted ? 1 : -1))
      return { rows, forged: [...received.forged, ...sent.forged] }
    },
  })
}
