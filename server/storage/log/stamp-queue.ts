import { type Connection, Schema } from 'mongoose'
import type { StampQueue, StampTurn } from '../../domain/log/ports.js'
import { DURABLE, isDuplicateKey } from '../durable.js'

/** `stamp_turns`: one document per time-stamping authority, replaced as it fares. */
type TurnDocument = Omit<StampTurn, 'authority'> & { _id: string }

const schema = new Schema<TurnDocument>(
  {
    _id: { type: String, required: true },
    size: { type: Number, required: true },
    due: { type: Date, required: true },
    pendingSince: { type: Date, default: null },
    failures: { type: Number, required: true },
    nextAt: { type: Date, required: true },
    lastSuccess: { type: Date, default: null },
    lastError: { type: Schema.Types.Mixed, default: null },
  },
  { collection: 'stamp_turns', strict: 'throw', versionKey: false, autoIndex: false, ...DURABLE },
)

/** The only code that knows turns live in MongoDB. Promises: `server/domain/log/ports.ts`. */
export function mongoStampQueue(connection: Connection): StampQueue {
  const turns = connection.model('StampTurn', schema)

  const want = (authority: string, size: number, at: Date) => {
    const isNews = { $gt: [size, { $ifNull: ['$size', -1] }] }
    return turns.updateOne(
      { _id: authority },
      [
        {
          $set: {
            size: { $cond: [isNews, size, '$size'] },
            due: { $cond: [isNews, at, '$due'] },
            pendingSince: { $cond: [isNews, { $ifNull: ['$pendingSince', at] }, '$pendingSince'] },
            failures: { $ifNull: ['$failures', 0] },
            nextAt: { $ifNull: ['$nextAt', at] },
            lastSuccess: { $ifNull: ['$lastSuccess', null] },
            lastError: { $ifNull: ['$lastError', null] },
          },
        },
      ],
      { upsert: true, updatePipeline: true },
    )
  }

  return {
    async turns() {
      const found = await turns.find().sort({ _id: 1 }).lean()
      return found.map(({ _id, ...rest }) => ({ authority: _id, ...rest }))
    },
    async want(authority, size, at) {
      try {
        await want(authority, size, at)
      } catch (error) {
        // Two made the first one at once; there is one now.
        if (!isDuplicateKey(error)) throw error
        await want(authority, size, at)
      }
    },
    async succeeded(authority, size, at) {
      await turns.updateOne(
        { _id: authority },
        [
          {
            $set: {
              pendingSince: { $cond: [{ $gte: [size, '$size'] }, null, '$due'] },
              failures: 0,
              nextAt: at,
              lastSuccess: at,
            },
          },
        ],
        { updatePipeline: true },
      )
    },
    async failed(authority, code, at, nextAt) {
      await turns.updateOne(
        { _id: authority },
        { $set: { lastError: { code, at }, nextAt }, $inc: { failures: 1 } },
      )
    },
    async keepOnly(authorities) {
      await turns.deleteMany({ _id: { $nin: [...authorities] } })
    },
  }
}
