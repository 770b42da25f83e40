import { Queue, type QueueOptions } from 'bullmq'
import type { Redis } from 'ioredis'
import type { JobFamily } from '../contract/job-queue.js'

/** The queue of one family of jobs, on a connection that stays the caller's to close. */
export function openQueue(
  family: JobFamily,
  redis: Redis,
  options: Pick<QueueOptions, 'prefix' | 'skipMetasUpdate'>,
): Queue {
  const queue = new Queue(family, {
    connection: redis,
    ...options,
    streams: { events: { maxLen: 100 } },
  })
  // Losing Redis is told by the connection and met by the outbox; unheard, it would end the process.
  queue.on('error', () => undefined)
  return queue
}
