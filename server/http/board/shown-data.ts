import { QueuedData } from '../../contract/job-queue.js'
import { jobs } from '../../contract/jobs.js'

const payloads = Object.values(jobs)

/**
 * What the board shows of what a job carries: the ids that the contract names (server/contract/jobs.ts); of anything
 * else, that there is something.
 */
export function shownData(data: unknown): unknown {
  const queued = QueuedData.safeParse(data)
  if (!queued.success) return WITHHELD
  const { payload, early } = queued.data
  return payloads.some((schema) => schema.safeParse(payload).success)
    ? { payload, early }
    : WITHHELD
}

const WITHHELD = 'withheld: it is not what a job carries'
