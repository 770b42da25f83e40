import type { JobName, JobPayload } from '../contract/jobs.js'

/** A job that was asked for and is not done, as the outbox holds it. Names and ids only. */
export type PendingJob<N extends JobName = JobName> = {
  /** Made of name and payload, so that asking twice is asking once. */
  readonly id: string
  readonly name: N
  readonly payload: JobPayload<N>
  /** Earliest moment at which it may run. */
  readonly due: Date
}

/** A job later than this is not queued yet: Redis holds the near future only, MongoDB all of it. */
export const QUEUE_AHEAD_MS = 2000

/** A job queued and not done after this is queued again, in case Redis forgot it. */
export const PATIENCE_MS = 10_000

/** No wait between two such repetitions is longer. */
const MOST_PATIENCE_MS = 120_000

/** Milliseconds: at least, at most. Between the two a job waits as long again as it has been overdue. */
export type Patience = { readonly least: number; readonly most: number }

/** A backlog of thousands is thus handed to Redis a few times, not with every sweep. */
export const PATIENCE: Patience = { least: PATIENCE_MS, most: MOST_PATIENCE_MS }

/** `early`: to be run before its time, see `Outbox.hasten`. */
export type QueuedJob = PendingJob & { readonly early?: boolean }

/** The queues in Redis, which hurry jobs and may forget them. Every call rejects when Redis does not answer. */
export interface JobQueues {
  /** Queues what is not queued yet: a job whose id is known there is left as it is. */
  add(jobs: readonly QueuedJob[], now: Date): Promise<void>
  /** False when Redis lost its memory since the mark was left. */
  hasMark(): Promise<boolean>
  leaveMark(): Promise<void>
}

export type JobRun = { readonly startedAt: Date; readonly early: boolean }

/**
 * The outbox: the only holder of work that must not be lost. A queue in Redis merely hurries it.
 *
 * A job stays here until it is done or refused. Every promise is durable when it resolves.
 */
export interface PendingJobs {
  /**
   * Records that the job is wanted at `due`. A job that is wanted already at that moment, or that is
   * overdue when it is wanted now, is the same job; one wanted at another moment still to come is run
   * then as well.
   *
   * @param look - when the dispatcher looks for it, unless it is done before.
   */
  ask(job: PendingJob, now: Date, look: Date): Promise<void>
  /** Jobs whose time to be looked for has come, longest overdue first. */
  overlooked(now: Date, limit: number): Promise<readonly PendingJob[]>
  /**
   * Puts off the next look at these jobs: they were queued just now. One that got done meanwhile and is
   * wanted again later is looked for `lead` milliseconds before that, not sooner.
   */
  lookAgain(ids: readonly string[], now: Date, patience: Patience, lead: number): Promise<void>
  /** Has every pending job looked for at once that is due before a moment: the queue lost its memory. */
  hasten(dueBefore: Date, look: Date): Promise<void>
  /**
   * A run succeeded: what was due when it began is done, and with an `early` run (`Outbox.hasten`) the
   * next that is due as well. The job is forgotten, or kept for a later moment at which it is wanted
   * again; `lead` is how many milliseconds before that the dispatcher looks for it.
   */
  done(id: string, run: JobRun, lead: number): Promise<void>
  /** The job will never succeed: kept for the operator with its code, and not run again unless asked for again. */
  refused(id: string, code: string, at: Date): Promise<void>
  /** How many wait, and since when the longest overdue one: for health and for the operator's board. */
  backlog(now: Date): Promise<{ readonly overdue: number; readonly oldest: Date | undefined }>
}

/** How the jobs of one name stand. */
export type JobAge = {
  readonly name: string
  /** Jobs whose time has come and that are not done, and since when the oldest. */
  readonly overdue: number
  readonly oldest: Date | undefined
  /** Jobs that were refused and wait for a person. */
  readonly refused: number
}

/** For the operator's board: how old the work is, by the name of the job; a name without any is left out. */
export interface JobAges {
  ages(now: Date): Promise<readonly JobAge[]>
}
