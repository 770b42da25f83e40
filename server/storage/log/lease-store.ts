import { type Connection, Schema } from 'mongoose'
import type { LeaseStore } from '../../domain/log/ports.js'
import { DURABLE, isDuplicateKey } from '../durable.js'

/** `leases`: one document per duty that one process at a time performs. */
type LeaseDocument = {
  /** The duty. */
  _id: string
  holder: string
  /** Grows with every change of holder. */
  epoch: number
  until: Date
}

const schema = new Schema<LeaseDocument>(
  {
    _id: { type: String, required: true },
    holder: { type: String, required: true },
    epoch: { type: Number, required: true },
    until: { type: Date, required: true },
  },
  { collection: 'leases', strict: 'throw', versionKey: false, autoIndex: false, ...DURABLE },
)

/**
 * The only code that knows leases live in MongoDB. Promises: `server/domain/log/ports.ts`.
 *
 * Only the database's clock (`$$NOW`) is read: those of the holders need not agree.
 */
export function mongoLeaseStore(connection: Connection): LeaseStore {
  const leases = connection.model('Lease', schema)
  return {
    async take(duty, holder, lifetimeMs) {
      const me = { $literal: holder }
      const held = { $and: [{ $ne: ['$holder', me] }, { $gt: ['$until', '$$NOW'] }] }
      const changed = { $cond: [{ $eq: ['$holder', me] }, 0, 1] }
      const next = { $add: [{ $ifNull: ['$epoch', 0] }, changed] }
      try {
        const lease = await leases
          .findOneAndUpdate(
            { _id: duty },
            [
              {
                $set: {
                  holder: { $cond: [held, '$holder', me] },
                  epoch: { $cond: [held, '$epoch', next] },
                  until: { $cond: [held, '$until', { $add: ['$$NOW', lifetimeMs] }] },
                },
              },
            ],
            { upsert: true, returnDocument: 'after', updatePipeline: true },
          )
          .lean()
        return lease.holder === holder ? { epoch: lease.epoch } : undefined
      } catch (error) {
        // Two took it at once when there was none yet, and this one lost.
        if (isDuplicateKey(error)) return undefined
        throw error
      }
    },
    async release(duty, holder) {
      await leases.updateOne({ _id: duty, holder }, { $set: { until: new Date(0) } })
    },
  }
}
