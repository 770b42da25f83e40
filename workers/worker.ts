import { setTimeout as sleep } from 'node:timers/promises'
import { type Job, UnrecoverableError, Worker, type ConnectionOptions } from 'bullmq'
import { familyOf, type JobFamily, QueuedData } from '#server/contract/job-queue.js'
import { type JobName, type JobPayload, jobs } from '#server/contract/jobs.js'
import { Refusal } from '#server/domain/errors.js'
import { type PendingJobs, QUEUE_AHEAD_MS } from '#server/domain/pending-jobs.js'
import type { Clock } from '#server/domain/ports.js'
import type { Logger } from '#server/observability/logger.js'
import type { Tracer } from '#server/observability/tracing/tracer.js'
import type { Processor, Processors } from './processor.js'

export type Harness = {
  readonly processors: Processors
  readonly pending: Pick<PendingJobs, 'done' | 'refused'>
  readonly clock: Clock
  readonly log: Logger
  readonly tracer?: Tracer | undefined
}

/** How BullMQ is to treat workers that die: tests make it hurry. */
export type StallTimes = { readonly lockDuration: number; readonly stalledInterval: number }

const STALL_TIMES: StallTimes = { lockDuration: 15_000, stalledInterval: 5_000 }
const CONCURRENCY = 16
const MAX_STALLS = 1000

/** A job that takes longer hangs; it is given up and tried again. */
const TIME_LIMIT_MS = 60_000

/** Refusals that time may heal, as the domain understands them. */
const PASSING = new Set(['unavailable', 'storage-full'])

/**
 * Runs the use-cases of one family of jobs.
 *
 * A job runs at least once, sometimes twice, sometimes in two processes at once; use-cases bear that.
 * It leaves the outbox in MongoDB only after it succeeded, or was refused for good. Whatever else
 * happens (BullMQ gives it up, Redis forgets it, this process dies) the outbox brings it back.
 *
 * @param redis - a patient connection (`maxRetriesPerRequest: null`), and the namespace of all keys.
 */
export function consume(
  family: JobFamily,
  harness: Harness,
  redis: { readonly connection: ConnectionOptions; readonly prefix: string },
  stallTimes = STALL_TIMES,
): Worker {
  const worker = new Worker(family, (job) => runJob(family, harness, job), {
    ...redis,
    ...stallTimes,
    concurrency: CONCURRENCY,
    maxStalledCount: MAX_STALLS,
    settings: { backoffStrategy: retryAfter },
  })
  // Losing Redis is told by the connection; unheard, the event would end the process.
  worker.on('error', () => undefined)
  return worker
}

/** Milliseconds before the next attempt: 25, 50, 100 … up to a minute. */
export const retryAfter = (attempts: number): number => Math.min(25 * 2 ** (attempts - 1), 60_000)

type Queued = Pick<Job<unknown>, 'attemptsMade' | 'data' | 'id' | 'name'>

/**
 * Runs one job and says what became of it. Exported for tests, which hand it a plain object.
 *
 * @throws `UnrecoverableError` for a job that breaks the contract or was refused: BullMQ forgets it.
 *   Any other error has BullMQ try again. Neither carries the text of the cause into Redis.
 */
export async function runJob(family: JobFamily, harness: Harness, job: Queued): Promise<void> {
  const { pending, clock, log, tracer } = harness
  const id = job.id ?? ''
  const fields = { job: job.name, jobId: id, attempt: job.attemptsMade + 1 }
  if (!isJobName(job.name)) {
    // Of a newer version, whose relays may run before its workers do: it waits for one of those.
    log.error('job.failed', { ...fields, code: 'unknown-job' })
    throw new JobFailed()
  }

  const refuse = async (code: string, cause?: unknown): Promise<string> => {
    await pending.refused(id, code, clock.now())
    log.error('job.refused', { ...fields, code }, cause)
    return code
  }
  /** @returns the code, where it was refused for good. */
  const attempt = async (): Promise<string | undefined> => {
    const read = readJob(family, harness.processors, job)
    if (read === undefined) return refuse('malformed-job')
    const startedAt = clock.now()
    try {
      await withinTime(
        tracer === undefined
          ? read.run()
          : tracer.trace(job.name, 'consumer', { 'rogatory.job': job.name }, read.run),
      )
    } catch (error) {
      if (error instanceof Refusal && !PASSING.has(error.code)) return refuse(error.code, error)
      throw error
    }
    await pending.done(id, { startedAt, early: read.early }, QUEUE_AHEAD_MS)
    log.debug('job.done', { ...fields, took: clock.now().getTime() - startedAt.getTime() })
    return undefined
  }

  const refused = await attempt().catch((error: unknown) => {
    log.error('job.failed', fields, error)
    throw new JobFailed()
  })
  if (refused !== undefined) throw new UnrecoverableError(refused)
}

class JobFailed extends Error {
  override readonly name = 'JobFailed'
  constructor() {
    super('see the log of the workers')
  }
}

/** Undefined if the job breaks the contract. */
function readJob(family: JobFamily, processors: Processors, { name, data }: Queued) {
  const queued = QueuedData.safeParse(data)
  if (!queued.success || !isJobName(name) || familyOf(name) !== family) return undefined
  const payload = jobs[name].safeParse(queued.data.payload)
  if (!payload.success) return undefined
  const { early } = queued.data
  return { early, run: () => runWith(processors, name, payload.data) }
}

const isJobName = (name: string): name is JobName => Object.hasOwn(jobs, name)

/** The table pairs each name with its payload; that the payload belongs to the name was parsed above. */
function runWith(
  processors: Processors,
  name: JobName,
  payload: JobPayload<JobName>,
): Promise<void> {
  const run = processors[name] as Processor<JobName>
  return run(payload)
}

async function withinTime(run: Promise<void>): Promise<void> {
  const limit = new AbortController()
  const late = sleep(TIME_LIMIT_MS, undefined, { signal: limit.signal, ref: false }).then(() => {
    throw new JobFailed()
  })
  try {
    await Promise.race([run, late])
  } finally {
    limit.abort()
    late.catch(() => undefined)
  }
}
