import { z } from 'zod'
import { jobs, type JobName, type JobPayload } from './jobs.js'

/** The part of a job's name before the dot: jobs of one family share a queue, which has its name. */
export type JobFamily = JobName extends `${infer Family}.${string}` ? Family : never

export const familyOf = (name: JobName): JobFamily => name.slice(0, name.indexOf('.')) as JobFamily

/** Every family of the jobs table, once. */
export const jobFamilies: readonly JobFamily[] = [
  ...new Set((Object.keys(jobs) as JobName[]).map(familyOf)),
]

/** What a job carries in Redis; the payload is parsed by the jobs table once more where it is run. */
export const QueuedData = z.strictObject({
  payload: z.unknown(),
  early: z.boolean().describe('Hurried past the moment for which it was asked.'),
})
export type QueuedData = z.infer<typeof QueuedData>

/**
 * The one name of a job, from what is to be done and to what: `receipts.notified/<header>/<recipient>`.
 *
 * Two asks for the same thing collapse into one job by it. No value of a payload holds a slash and a
 * job's payload always has the same members, so two different jobs never share a name. BullMQ
 * forbids the colon in it.
 */
export function jobId<N extends JobName>(name: N, payload: JobPayload<N>): string {
  const members: Record<string, string> = payload
  return [
    name,
    ...Object.keys(members)
      .sort()
      .map((member) => members[member]),
  ].join('/')
}
