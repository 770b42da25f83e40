import { type Connection, Schema } from 'mongoose'
import { AuthorityId } from '#crypto/fields/fields.js'
import type { RosterStore } from '../domain/duty/roster-store.js'
import { DURABLE, isDuplicateKey } from './durable.js'

/** `rosters`: one document per authority, replaced by each version of its duty roster. */
type RosterDocument = {
  _id: string
  version: number
  digest: string
  roster: string
  credential: string
  keptAt: Date
}

const schema = new Schema<RosterDocument>(
  {
    _id: { type: String, required: true },
    version: { type: Number, required: true },
    digest: { type: String, required: true },
    roster: { type: String, required: true },
    credential: { type: String, required: true },
    keptAt: { type: Date, required: true },
  },
  { collection: 'rosters', strict: 'throw', versionKey: false, autoIndex: false, ...DURABLE },
)

/** The only code that knows duty rosters live in MongoDB. Promises: `RosterStore`. */
export function mongoRosterStore(connection: Connection): RosterStore {
  const rosters = connection.model('Roster', schema)
  return {
    async find(authority) {
      const found = await rosters.findById(authority).lean()
      if (found === null) return undefined
      const { _id, version, digest, roster, credential, keptAt } = found
      return { authority: AuthorityId.parse(_id), version, digest, roster, credential, keptAt }
    },
    async replace({ authority, ...roster }) {
      const before = { _id: authority, version: roster.version - 1 }
      if (roster.version > 1) {
        const { matchedCount } = await rosters.updateOne(before, { $set: roster })
        if (matchedCount > 0) return true
      } else {
        try {
          await rosters.create({ _id: authority, ...roster })
          return true
        } catch (error) {
          if (!isDuplicateKey(error)) throw error
        }
      }
      return (await rosters.exists({ _id: authority, digest: roster.digest })) !== null
    },
  }
}
