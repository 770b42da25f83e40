import { useQuery } from '@tanstack/react-query'
import { exportProof } from '../../core/proof/export-proof.js'
import { makeReport } from '../../report/make-report.js'
import type { Report } from '../../report/report.js'
import { useSignedIn } from '../api/signed-in.js'
import { askAgainMs } from './proof-waiting.js'
import type { TimelineSource } from './timeline-of.js'

/**
 * The proof as it stands now, verified here: for the clocks that only it knows. Asked again by itself, ever more
 * seldom, until checkpoint and time-stamp are there or the page is left.
 */
export function useProofReport({ read: { record } }: TimelineSource) {
  const { session } = useSignedIn()
  const { package: id } = record.header.payload
  return useQuery({
    // A moment as the evidence has it: events change, and with them the proof.
    queryKey: ['package', id, 'proof', record.evidence.length],
    queryFn: async (): Promise<Report> => {
      const { octets } = await exportProof(session, id, { withinMs: 0 })
      return makeReport(octets, session.trust, { at: session.platform.now() })
    },
    retry: true,
    retryDelay: askAgainMs,
  })
}
