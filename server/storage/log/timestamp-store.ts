import { type Connection, mongo, Schema } from 'mongoose'
import type { StoredTimestamp, TimestampStore } from '../../domain/log/ports.js'
import { DURABLE, isDuplicateKey } from '../durable.js'

/** `timestamps`: one RFC 3161 token per checkpoint and authority, written once. */
type TimestampDocument = {
  /** Size of the checkpoint whose note the token is over. */
  size: number
  authority: string
  /** DER. */
  token: mongo.Binary
  at: Date
}

const schema = new Schema<TimestampDocument>(
  {
    size: { type: Number, required: true, immutable: true },
    authority: { type: String, required: true, immutable: true },
    token: { type: Schema.Types.Buffer, required: true, immutable: true },
    at: { type: Date, required: true, immutable: true },
  },
  { collection: 'timestamps', strict: 'throw', versionKey: false, autoIndex: false },
)
  .index({ size: -1, authority: 1 }, { unique: true })
  .index({ authority: 1, size: 1 })

/** The only code that knows tokens live in MongoDB. Promises: `server/domain/log/ports.ts`. */
export function mongoTimestampStore(connection: Connection): TimestampStore {
  const timestamps = connection.model('Timestamp', schema)
    .collection as unknown as mongo.Collection<TimestampDocument>
  return {
    async keep({ token, ...rest }) {
      try {
        await timestamps.insertOne({ ...rest, token: new mongo.Binary(token) }, DURABLE)
      } catch (error) {
        if (!isDuplicateKey(error)) throw error
      }
    },
    async forCheckpoint(size) {
      const found = await timestamps.find({ size }).sort({ authority: 1 }).toArray()
      return found.map(fromDocument)
    },
    async newestStamped() {
      const newest = await timestamps.findOne({}, { sort: { size: -1 }, projection: { size: 1 } })
      return newest?.size
    },
    async oldestStamped(atLeast) {
      const oldest = await timestamps.findOne(
        { size: { $gte: atLeast } },
        { sort: { size: 1 }, projection: { size: 1 } },
      )
      return oldest?.size
    },
    async oldestBy(authority, atLeast) {
      const oldest = await timestamps.findOne(
        { authority, size: { $gte: atLeast } },
        { sort: { size: 1 }, projection: { size: 1, at: 1 } },
      )
      return oldest === null ? undefined : { size: oldest.size, at: oldest.at }
    },
  }
}

const fromDocument = ({ size, authority, token, at }: TimestampDocument): StoredTimestamp => ({
  size,
  authority,
  token: token.value(),
  at,
})
