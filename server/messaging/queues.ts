import type { Queue } from 'bullmq'
import type { Redis } from 'ioredis'
import { familyOf, type JobFamily, jobFamilies, type QueuedData } from '../contract/job-queue.js'
import type { JobQueues, QueuedJob } from '../domain/pending-jobs.js'
import { openQueue } from './open-queue.js'
import { RedisAway } from './redis-away.js'

export type Queues = JobQueues & { close(): Promise<void> }

/**
 * BullMQ queues, one per family.
 *
 * Jobs leave Redis as soon as they end, well or badly, so a later ask with the same id is queued
 * again. They are retried without end: the outbox decides when a job is over, not a counter. The pace
 * of retries is the worker's (`workers/worker.ts`).
 *
 * @param redis - an impatient connection (`connectRedis`); it stays the caller's to close.
 * @param prefix - of the names of all keys; tests that share a server give their own.
 */
export function redisQueues(redis: Redis, prefix: string): Queues {
  const queues = new Map<JobFamily, Queue>()

  // Opened when first used: BullMQ gives a queue up for good whose first question fails.
  async function queueOf(family: JobFamily): Promise<Queue> {
    if (redis.status !== 'ready') throw new RedisAway()
    const queue = queues.get(family) ?? openQueue(family, redis, { prefix })
    queues.set(family, queue)
    try {
      await queue.waitUntilReady()
      return queue
    } catch {
      queues.delete(family)
      throw new RedisAway()
    }
  }

  const mark = `${prefix}:outbox:mark`
  return {
    async add(pending, now) {
      await Promise.all(
        jobFamilies.map(async (family) => {
          const ours = pending.filter(({ name }) => familyOf(name) === family)
          if (ours.length === 0) return
          const queue = await queueOf(family)
          await queue.addBulk(ours.map((job) => queued(job, now)))
        }),
      )
    },
    hasMark: async () => {
      await whenDecided(redis)
      return (await redis.exists(mark)) === 1
    },
    leaveMark: async () => {
      await redis.set(mark, '1')
    },
    close: async () => {
      await Promise.allSettled([...queues.values()].map((queue) => queue.close()))
    },
  }
}

/** A connection that is being made is there in a moment, or is not: the first sweep need not fail for it. */
async function whenDecided(redis: Redis): Promise<void> {
  if (redis.status !== 'connecting' && redis.status !== 'connect') return
  await new Promise<void>((resolve) => {
    const decided = (): void => {
      redis.off('ready', decided).off('close', decided)
      resolve()
    }
    redis.on('ready', decided).on('close', decided)
  })
}

const FOR_EVER = 2 ** 31 - 1

const queued = ({ id, name, payload, due, early = false }: QueuedJob, now: Date) => ({
  name,
  data: { payload, early } satisfies QueuedData,
  opts: {
    jobId: id,
    delay: Math.max(0, due.getTime() - now.getTime()),
    attempts: FOR_EVER,
    backoff: { type: 'custom' },
    removeOnComplete: true,
    removeOnFail: true,
    stackTraceLimit: 0,
    keepLogs: 0,
  },
})
