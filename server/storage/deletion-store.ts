import { type Connection, Schema } from 'mongoose'
import { PackageId } from '#crypto/fields/fields.js'
import type { DeletionStore } from '../domain/retention/deletion-store.js'
import { DURABLE, isDuplicateKey } from './durable.js'

/** `deletions`: one document per package between the decision to delete its content and the certificate. */
type DeletionDocument = {
  /** Digest of the header. */
  _id: string
  package: string
  rule: string
  text: string
  state: 'intended' | 'begun'
  process: string
}

const required = { required: true } as const

const schema = new Schema<DeletionDocument>(
  {
    _id: { type: String, ...required },
    package: { type: String, ...required },
    rule: { type: String, ...required },
    text: { type: String, ...required },
    state: { type: String, ...required },
    process: { type: String, ...required },
  },
  { collection: 'deletions', strict: 'throw', versionKey: false, autoIndex: false, ...DURABLE },
)

/** The only code that knows deletions live in MongoDB. Promises: `DeletionStore`. */
export function mongoDeletionStore(connection: Connection): DeletionStore {
  const model = connection.model('Deletion', schema)
  return {
    async intend({ header, ...deletion }, process) {
      try {
        // What is begun does not match, and its id is taken then.
        await model.updateOne(
          { _id: header, state: 'intended' },
          { $set: { ...deletion, process } },
          { upsert: true, ...DURABLE },
        )
        return true
      } catch (error) {
        if (isDuplicateKey(error)) return false
        throw error
      }
    },
    async begin(header, process) {
      const mine = { _id: header, state: 'intended' as const, process }
      const { modifiedCount } = await model.updateOne(mine, { $set: { state: 'begun' } }, DURABLE)
      return modifiedCount === 1
    },
    async withdrawIntended() {
      await model.deleteMany({ state: 'intended' }, DURABLE)
    },
    async begun() {
      const found = await model.find({ state: 'begun' }).sort({ _id: 1 }).lean()
      return found.map(({ _id, package: id, rule, text }) => ({
        header: _id,
        package: PackageId.parse(id),
        rule,
        text,
      }))
    },
    async done(header) {
      await model.deleteOne({ _id: header }, DURABLE)
    },
  }
}
