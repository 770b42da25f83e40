import { useQuery } from '@tanstack/react-query'
import { exportProof } from '../../core/proof/export-proof.js'
import { makeReport } from '../../report/make-report.js'
import type { Report } from '../../report/report.js'
import { useSignedIn } from '../api/signed-in.js'
import type { TimelineSource } from './timeline-of.js'

/** A moment as the evidence has it: events change, and with them the proof. */
const RETRY_MS = 4_000

/**
 * The proof as it stands now, verified here: for the clocks that only it knows. Asked again by itself
 * until checkpoint and time-stamp are there.
 */
export function useProofReport({ read: { record } }: TimelineSource) {
  const { session } = useSignedIn()
  const { package: id } = record.header.payload
  return useQuery({
    queryKey: ['package', id, 'proof', record.evidence.length],
    queryFn: async (): Promise<Report> => {
      const { octets } = await exportProof(session, id, { withinMs: 0 })
      return makeReport(octets, session.trust, { at: session.platform.now() })
    },
    retry: 30,
    retryDelay: RETRY_MS,
  })
}
