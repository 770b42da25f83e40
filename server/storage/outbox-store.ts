import { type Connection, type mongo, Schema } from 'mongoose'
import { jobs, type JobName } from '../contract/jobs.js'
import type { JobAges, PendingJob, PendingJobs } from '../domain/pending-jobs.js'
import { DURABLE } from './durable.js'
import { groupCommit } from './group-commit.js'

/**
 * `outbox`: one document per job that is asked for and not done. Written by relay and workers,
 * removed when the job is done, so that its size is that of the work ahead.
 */
type OutboxDocument = {
  /** The job's id: name and payload. */
  _id: string
  name: string
  payload: Record<string, string>
  askedAt: Date
  /** When it is to run; more than one while it is wanted again at a later moment. Never empty. */
  dues: Date[]
  /** When the dispatcher looks for it; null once it is refused. */
  lookAt: Date | null
  /** Code of the refusal that ended it; kept for the operator. */
  refused: string | null
  refusedAt: Date | null
}

const schema = new Schema<OutboxDocument>(
  {
    _id: { type: String, required: true },
    name: { type: String, required: true, immutable: true },
    payload: { type: Schema.Types.Mixed, required: true, immutable: true },
    askedAt: { type: Date, required: true },
    dues: { type: [Date], required: true },
    lookAt: { type: Date, default: null },
    refused: { type: String, default: null },
    refusedAt: { type: Date, default: null },
  },
  { collection: 'outbox', strict: 'throw', versionKey: false, autoIndex: false, ...DURABLE },
)
  .index({ lookAt: 1 })
  .index({ dues: 1 })

/** So many moments at which one job may be wanted; no use-case has more than two. */
const MAX_DUES = 16

/** The only code that knows pending jobs live in MongoDB. Promises: `server/domain/pending-jobs.ts`. */
export function mongoOutboxStore(connection: Connection): JobAges & PendingJobs {
  const outbox = connection.model('OutboxJob', schema)
  const insert = groupCommit(outbox.collection as unknown as mongo.Collection<OutboxDocument>, {
    sizeOf: () => 512,
  })

  /** False when there is no such document any more. */
  const wantAgain = async ({ id, due }: PendingJob, now: Date, look: Date): Promise<boolean> => {
    const reopened = await outbox.updateOne(
      { _id: id, lookAt: null },
      { $set: { askedAt: now, dues: [due], lookAt: look, refused: null, refusedAt: null } },
    )
    if (reopened.matchedCount > 0) return true
    const overdue = due <= now
    const added = await outbox.updateOne(
      overdue ? { _id: id, dues: { $not: { $lte: now } } } : { _id: id, dues: { $ne: due } },
      {
        $push: { dues: { $each: [due], $sort: 1, $slice: MAX_DUES } },
        $min: { lookAt: look },
      },
    )
    return added.matchedCount > 0 || (await outbox.exists({ _id: id })) !== null
  }

  return {
    async ask(job, now, look) {
      // The document can vanish between the two steps, when the job gets done: then it is a new job.
      for (;;) {
        if ((await insert(toDocument(job, now, look))) === 'kept') return
        if (await wantAgain(job, now, look)) return
      }
    },

    async overlooked(now, limit) {
      const documents = await outbox
        .find({ lookAt: { $lte: now }, name: { $in: Object.keys(jobs) } })
        .sort({ lookAt: 1 })
        .limit(limit)
        .lean()
      return documents.flatMap(toJob)
    },

    async lookAgain(ids, now, { least, most }, lead) {
      // One step: the job may get done, and be wanted later, between what the caller read and now.
      const first = { $first: '$dues' }
      const overdue = { $subtract: [now, first] }
      const again = { $add: [now, { $min: [most, { $max: [least, overdue] }] }] }
      await outbox.updateMany(
        { _id: { $in: ids }, lookAt: { $ne: null } },
        [{ $set: { lookAt: { $max: [again, { $subtract: [first, lead] }] } } }],
        { updatePipeline: true },
      )
    },

    async hasten(dueBefore, look) {
      await outbox.updateMany(
        { lookAt: { $gt: look }, dues: { $lte: dueBefore } },
        { $set: { lookAt: look } },
      )
    },

    async done(id, { startedAt, early }, lead) {
      const ahead = early ? { $slice: ['$dues', 1, MAX_DUES] } : '$dues'
      const left = { $filter: { input: ahead, cond: { $gt: ['$$this', startedAt] } } }
      const pending = { _id: id, lookAt: { $ne: null } }
      const { deletedCount } = await outbox.deleteOne({
        ...pending,
        $expr: { $eq: [{ $size: left }, 0] },
      })
      if (deletedCount > 0) return
      await outbox.updateOne(
        { ...pending, $expr: { $gt: [{ $size: left }, 0] } },
        [
          { $set: { dues: left } },
          { $set: { lookAt: { $subtract: [{ $first: '$dues' }, lead] } } },
        ],
        { updatePipeline: true },
      )
    },

    async refused(id, code, at) {
      await outbox.updateOne(
        { _id: id, lookAt: { $ne: null } },
        { $set: { lookAt: null, refused: code, refusedAt: at } },
      )
    },

    async backlog(now) {
      const [overdue, first] = await Promise.all([
        outbox.countDocuments({ lookAt: { $ne: null }, dues: { $lte: now } }),
        outbox
          .findOne({ lookAt: { $ne: null }, dues: { $lte: now } }, { dues: 1 })
          .sort({ dues: 1 })
          .lean(),
      ])
      return { overdue, oldest: first?.dues[0] }
    },

    async ages(now) {
      const due = { $ne: ['$lookAt', null] }
      const found = await outbox.aggregate<{
        _id: string
        overdue: number
        oldest: Date | null
        refused: number
      }>([
        // Two ranges of two indexes: what is wanted later is not read.
        { $match: { $or: [{ dues: { $lte: now } }, { lookAt: null }] } },
        {
          $group: {
            _id: '$name',
            overdue: { $sum: { $cond: [due, 1, 0] } },
            oldest: { $min: { $cond: [due, { $first: '$dues' }, null] } },
            refused: { $sum: { $cond: [due, 0, 1] } },
          },
        },
        { $sort: { _id: 1 } },
      ])
      return found.map(({ _id, oldest, ...counts }) => ({
        name: _id,
        oldest: oldest ?? undefined,
        ...counts,
      }))
    },
  }
}

const toDocument = (
  { id, name, payload, due }: PendingJob,
  now: Date,
  look: Date,
): OutboxDocument => ({
  _id: id,
  name,
  payload,
  askedAt: now,
  dues: [due],
  lookAt: look,
  refused: null,
  refusedAt: null,
})

/** A document written by a version that knew other jobs is left alone rather than failing the rest. */
function toJob({ _id, name, payload, dues }: OutboxDocument): PendingJob[] {
  const [due] = dues
  if (!Object.hasOwn(jobs, name) || due === undefined) return []
  const parsed = jobs[name as JobName].safeParse(payload)
  return parsed.success ? [{ id: _id, name: name as JobName, payload: parsed.data, due }] : []
}
