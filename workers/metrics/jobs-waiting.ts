import { jobFamilies } from '#server/contract/job-queue.js'
import { jobs } from '#server/contract/jobs.js'
import type { JobAge, JobAges } from '#server/domain/pending-jobs.js'
import type { Clock } from '#server/domain/ports.js'
import type { Metric } from '#server/observability/metrics.js'

const CLOCK = 'clocks.'
const clocks = Object.keys(jobs).filter((name) => name.startsWith(CLOCK))

/**
 * How far behind the work is, as MongoDB's outbox holds it: by family of jobs, and by clock for those
 * whose lateness is somebody's missed deadline. What waits for its time is not late and not counted.
 */
export function jobsWaiting(pending: JobAges, clock: Clock): readonly Metric[] {
  const ages = () => pending.ages(clock.now())
  const byFamily = (ages: readonly JobAge[], value: (of: readonly JobAge[]) => number) =>
    jobFamilies.map((family) => ({
      labels: { family },
      value: value(ages.filter(({ name }) => name.startsWith(`${family}.`))),
    }))
  const age = (of: readonly JobAge[]) =>
    Math.max(0, ...of.map(({ oldest }) => (oldest ? secondsSince(oldest, clock) : 0)))
  return [
    {
      name: 'rogatory_outbox_overdue_jobs',
      help: 'Jobs whose time has come and that are not done.',
      labels: ['family'],
      read: async () => byFamily(await ages(), (of) => sum(of, ({ overdue }) => overdue)),
    },
    {
      name: 'rogatory_outbox_oldest_seconds',
      help: 'For how long the job that has waited longest should have been done; 0: none waits.',
      labels: ['family'],
      read: async () => byFamily(await ages(), age),
    },
    {
      name: 'rogatory_outbox_refused_jobs',
      help: 'Jobs that will never succeed and wait for a person.',
      labels: ['family'],
      read: async () => byFamily(await ages(), (of) => sum(of, ({ refused }) => refused)),
    },
    {
      name: 'rogatory_clock_late_seconds',
      help: 'For how long the moment of a clock has passed without the clock having been judged.',
      labels: ['clock'],
      async read() {
        const found = await ages()
        return clocks.map((name) => ({
          labels: { clock: name.slice(CLOCK.length) },
          value: age(found.filter((one) => one.name === name)),
        }))
      },
    },
  ]
}

const secondsSince = (at: Date, clock: Clock) =>
  Math.max(0, Math.round((clock.now().getTime() - at.getTime()) / 1000))

const sum = (of: readonly JobAge[], count: (age: JobAge) => number) =>
  of.reduce((total, age) => total + count(age), 0)
