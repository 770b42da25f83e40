import { type Connection, Schema } from 'mongoose'
import { DAY_MS } from '#crypto/clock/durations.js'
import type { Heartbeat, HeartbeatStore } from '../../domain/heartbeats.js'
import { DURABLE } from '../durable.js'

/** `heartbeats`: one document per worker process, replaced every few seconds by that process. */
type HeartbeatDocument = Omit<Heartbeat, 'worker'> & { _id: string }

const schema = new Schema<HeartbeatDocument>(
  {
    _id: { type: String, required: true },
    at: { type: Date, required: true },
    healthy: { type: Boolean, required: true },
    sequencer: { type: String, required: true },
    fault: { type: String, default: null },
    overdue: { type: Number, required: true },
    oldest: { type: Date, default: null },
  },
  { collection: 'heartbeats', strict: 'throw', versionKey: false, autoIndex: false, ...DURABLE },
).index({ at: 1 })

/** The only code that knows heartbeats live in MongoDB. Promises: `server/domain/heartbeats.ts`. */
export function mongoHeartbeatStore(connection: Connection): HeartbeatStore {
  const heartbeats = connection.model('Heartbeat', schema)
  return {
    async beat({ worker, ...said }) {
      await heartbeats.updateOne({ _id: worker }, { $set: said }, { upsert: true })
      await heartbeats.deleteMany({ at: { $lt: new Date(said.at.getTime() - DAY_MS) } })
    },
    async heardSince(at) {
      const found = await heartbeats
        .find({ at: { $gte: at } })
        .sort({ _id: 1 })
        .lean()
      return found.map(({ _id, ...said }) => ({ worker: _id, ...said }))
    },
  }
}
