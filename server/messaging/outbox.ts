import { jobId } from '../contract/job-queue.js'
import {
  type JobQueues,
  PATIENCE_MS,
  type PendingJob,
  type PendingJobs,
  QUEUE_AHEAD_MS,
  type QueuedJob,
} from '../domain/pending-jobs.js'
import type { Clock, Outbox } from '../domain/ports.js'
import { after } from '../domain/timestamp.js'
import { circuitBreaker } from './circuit-breaker.js'

const REST_MS = 1000
const REST = { least: REST_MS, most: REST_MS }
const MAX_BATCH = 512
const MAX_WAITING = 16_384

/**
 * The outbox: durable in MongoDB when `ask` resolves, hurried through Redis afterwards.
 *
 * Redis is never waited for. Jobs asked for in one turn travel together; while Redis does not answer
 * they are left to the dispatcher (`workers/outbox`), which also finds what Redis forgot.
 */
export function outbox(
  store: PendingJobs,
  queues: Pick<JobQueues, 'add'>,
  clock: Clock,
): Outbox & {
  /** Resolves when nothing is on its way to Redis any more. */ settle(): Promise<void>
} {
  const breaker = circuitBreaker(REST_MS)
  const waiting: QueuedJob[] = []
  let sending: Promise<void> | undefined

  function queue(job: QueuedJob): void {
    // A bound on memory while Redis is slow and not yet given up: the dispatcher finds the rest.
    if (waiting.length >= MAX_WAITING) return
    waiting.push(job)
    sending ??= send()
  }

  async function send(): Promise<void> {
    // One turn's worth of asks in one round trip; those that come meanwhile make the next.
    await Promise.resolve()
    while (waiting.length > 0) {
      const batch = waiting.splice(0, MAX_BATCH)
      const now = clock.now()
      if (await breaker.try(() => queues.add(batch, now))) continue
      const ids = batch.map(({ id }) => id)
      await store.lookAgain(ids, now, REST, QUEUE_AHEAD_MS).catch(() => undefined)
    }
    sending = undefined
  }

  return {
    async ask(name, payload, options) {
      const now = clock.now()
      const due = options?.notBefore ?? now
      const job: PendingJob = { id: jobId(name, payload), name, payload, due }
      const queueNow = due.getTime() - now.getTime() <= QUEUE_AHEAD_MS && breaker.closed()
      await store.ask(job, now, after(due, queueNow ? PATIENCE_MS : -QUEUE_AHEAD_MS))
      if (queueNow && options?.hold !== true) queue(job)
    },
    hasten(name, payload) {
      const job = { id: jobId(name, payload), name, payload, due: clock.now(), early: true }
      if (breaker.closed()) queue(job)
    },
    settle: async () => {
      await sending
    },
  }
}
