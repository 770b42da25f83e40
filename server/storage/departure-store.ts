import { type Connection, Schema } from 'mongoose'
import type { StatementType } from '#crypto/statement/types.js'
import type { DepartureStore } from '../domain/directory/departure-store.js'
import { DURABLE, isDuplicateKey } from './durable.js'

/** `departures`: one document per authority, the departure whose turn it was last. */
type DepartureDocument = {
  /** Authority id. */
  _id: string
  turn: number
  digest: string
  typ: StatementType
  statement: string
  key: string
}

const required = { required: true } as const

const schema = new Schema<DepartureDocument>(
  {
    _id: { type: String, ...required },
    turn: { type: Number, ...required },
    digest: { type: String, ...required },
    typ: { type: String, ...required },
    statement: { type: String, ...required },
    key: { type: String, ...required },
  },
  { collection: 'departures', strict: 'throw', versionKey: false, autoIndex: false, ...DURABLE },
)

/** The only code that knows departures live in MongoDB. Promises: `DepartureStore`. */
export function mongoDepartureStore(connection: Connection): DepartureStore {
  const model = connection.model('Departure', schema)
  return {
    async last(authority) {
      const found = await model.findById(authority).lean()
      if (found === null) return undefined
      const { turn, digest, typ, statement, key } = found
      return { turn, digest, typ, statement, key }
    },
    async reserve(authority, { turn, ...departure }) {
      if (turn > 1) {
        const before = { _id: authority, turn: turn - 1 }
        const { modifiedCount } = await model.updateOne(before, { $set: { turn, ...departure } })
        return modifiedCount === 1
      }
      try {
        await model.create({ _id: authority, turn, ...departure })
        return true
      } catch (error) {
        if (isDuplicateKey(error)) return false
        throw error
      }
    },
  }
}
