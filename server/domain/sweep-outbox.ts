import { type JobQueues, PATIENCE, type PendingJobs, QUEUE_AHEAD_MS } from './pending-jobs.js'
import type { Clock } from './ports.js'
import { after } from './timestamp.js'

/** Jobs queued in one round trip at most. */
const MAX_BATCH = 1000

/**
 * Queues every job whose time has come and of which Redis may know nothing: it was away when the job
 * was asked for, the job was for later, or Redis forgot. When Redis lost all its memory, everything
 * pending is queued at once.
 *
 * @returns a sweep, which tells how many jobs it queued. It rejects when MongoDB or Redis do not
 *   answer: nothing is lost by that, the next one does the same.
 */
export function sweepOutbox({
  pending,
  queues,
  clock,
}: {
  readonly pending: Pick<PendingJobs, 'hasten' | 'lookAgain' | 'overlooked'>
  readonly queues: JobQueues
  readonly clock: Clock
}): () => Promise<number> {
  return async () => {
    const now = clock.now()
    const remembers = await queues.hasMark()
    if (!remembers) await pending.hasten(after(now, QUEUE_AHEAD_MS), now)
    let queued = 0
    let batch
    do {
      batch = await pending.overlooked(now, MAX_BATCH)
      if (batch.length > 0) {
        // A job in a queue is found there and not queued a second time: one that waits there for a far
        // moment would hide that it is wanted earlier.
        const near = batch.filter(({ due }) => due <= after(now, QUEUE_AHEAD_MS))
        if (near.length > 0) await queues.add(near, clock.now())
        const ids = batch.map(({ id }) => id)
        await pending.lookAgain(ids, now, PATIENCE, QUEUE_AHEAD_MS)
        queued += near.length
      }
    } while (batch.length === MAX_BATCH)
    // Last: a sweep that failed half-way is then done again as a whole.
    if (!remembers) await queues.leaveMark()
    return queued
  }
}
