import type { JobName, JobPayload } from '#server/contract/jobs.js'

/** Runs the use-case of one job. It may run twice for one job, and at the same time in two processes. */
export type Processor<N extends JobName> = (payload: JobPayload<N>) => Promise<void>

/** One processor for every job of the contract: a job without one does not compile. */
export type Processors = { readonly [N in JobName]: Processor<N> }
