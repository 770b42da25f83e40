import type { Queue } from 'bullmq'
import type { Redis } from 'ioredis'
import { jobFamilies } from '../contract/job-queue.js'
import { openQueue } from './open-queue.js'
import { RedisAway } from './redis-away.js'

export type SeenQueues = {
  /** All of them, the same at every call. @throws {@link RedisAway} while Redis does not answer. */
  all(): Promise<readonly Queue[]>
  close(): Promise<void>
}

/**
 * The queues of all families, to look at: opening them writes nothing, not even what BullMQ notes of a queue.
 *
 * @param redis - an impatient connection (`connectRedis`); it stays the caller's to close.
 */
export function seenQueues(redis: Redis, prefix: string): SeenQueues {
  let opened: Promise<readonly Queue[]> | undefined

  async function open(): Promise<readonly Queue[]> {
    // Opened when first used: BullMQ gives a queue up for good whose first question fails.
    if (redis.status !== 'ready') throw new RedisAway()
    const queues = jobFamilies.map((family) =>
      openQueue(family, redis, { prefix, skipMetasUpdate: true }),
    )
    try {
      await Promise.all(queues.map((queue) => queue.waitUntilReady()))
      return queues
    } catch {
      await closeAll(queues)
      throw new RedisAway()
    }
  }

  return {
    all: () =>
      (opened ??= open().catch((error: unknown) => {
        opened = undefined
        throw error
      })),
    close: async () => closeAll(await opened),
  }
}

async function closeAll(queues: readonly Queue[] = []): Promise<void> {
  await Promise.allSettled(queues.map((queue) => queue.close()))
}
