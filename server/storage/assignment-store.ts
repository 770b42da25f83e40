import { type Connection, Schema } from 'mongoose'
import { CaseId } from '#crypto/fields/fields.js'
import type { AssignmentStore, StoredAssignment } from '../domain/assignments/assignment-store.js'
import { DURABLE, isDuplicateKey } from './durable.js'

/** `assignments`: one document per authority and case, the newest in the place of those before. */
type AssignmentDocument = {
  /** `<authority>/<case>`. */
  _id: string
  authority: string
  case: string
  version: number
  /** Opaque to the relay. */
  sealed: string
  keptAt: Date
}

const once = { required: true, immutable: true } as const

const schema = new Schema<AssignmentDocument>(
  {
    _id: { type: String, required: true },
    authority: { type: String, ...once },
    case: { type: String, ...once },
    version: { type: Number, required: true },
    sealed: { type: String, required: true },
    keptAt: { type: Date, required: true },
  },
  { collection: 'assignments', strict: 'throw', versionKey: false, autoIndex: false, ...DURABLE },
).index({ authority: 1, case: 1 }, { name: 'listed' })

/** The only code that knows assignments live in MongoDB. Promises: `AssignmentStore`. */
export function mongoAssignmentStore(connection: Connection): AssignmentStore {
  const model = connection.model('Assignment', schema)
  return {
    async find(authority, id) {
      const found = await model.findById(`${authority}/${id}`).lean()
      return found === null ? undefined : asStored(found)
    },
    async replace(authority, next) {
      const _id = `${authority}/${next.case}`
      const { version, sealed, keptAt } = next
      if (version > 1) {
        const before = { _id, version: version - 1 }
        const { matchedCount } = await model.updateOne(before, { version, sealed, keptAt })
        return matchedCount === 1
      }
      try {
        await model.create({ _id, authority, ...next })
        return true
      } catch (error) {
        if (isDuplicateKey(error)) return false
        throw error
      }
    },
    async page(authority, after, limit) {
      const found = await model
        .find({ authority, ...(after === undefined ? {} : { case: { $gt: after } }) })
        .sort({ case: 1 })
        .limit(limit)
        .lean()
      return found.map(asStored)
    },
  }
}

const asStored = ({ case: id, version, sealed, keptAt }: AssignmentDocument): StoredAssignment => ({
  case: CaseId.parse(id),
  version,
  sealed,
  keptAt,
})
