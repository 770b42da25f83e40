import { type Connection, Schema } from 'mongoose'
import { AuthorityId } from '#crypto/fields/fields.js'
import type { Endings, EndingStore } from '../domain/endings/ending-store.js'
import { DURABLE } from './durable.js'

/** `endings`: one document per authority, replaced whenever the clock looks. */
type EndingsDocument = { _id: string; at: Date; endings: Endings['endings'] }

const schema = new Schema<EndingsDocument>(
  {
    _id: { type: String, required: true },
    at: { type: Date, required: true },
    endings: { type: [Schema.Types.Mixed], required: true },
  },
  { collection: 'endings', strict: 'throw', versionKey: false, autoIndex: false, ...DURABLE },
)

/** The only code that knows endings live in MongoDB. Promises: `EndingStore`. */
export function mongoEndingStore(connection: Connection): EndingStore {
  const model = connection.model('Endings', schema)
  return {
    async put({ authority, endings, at }) {
      const kept = endings.map(({ what, of, at: ends }) => ({ what, of, at: ends }))
      await model.updateOne({ _id: authority }, { $set: { at, endings: kept } }, { upsert: true })
    },
    async all() {
      const found = await model.find({}).sort({ _id: 1 }).lean()
      return found.map(({ _id, at, endings }) => ({
        authority: AuthorityId.parse(_id),
        at,
        endings: endings.map(({ what, of, at: ends }) => ({ what, of, at: ends })),
      }))
    },
  }
}
