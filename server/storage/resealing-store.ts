import { type Connection, Schema } from 'mongoose'
import { AuthorityId, PackageId } from '#crypto/fields/fields.js'
import type { KnownResealing, ResealingStore } from '../domain/resealing/resealing-store.js'
import { DURABLE, isDuplicateKey } from './durable.js'

/** `resealings`: one document per copy that a party of a package sealed anew. Written once, but for what deletion does. */
type ResealingDocument = {
  /** Digest of the statement. */
  _id: string
  package: string
  header: string
  authority: string
  version: number
  kid: string
  statement: string
  credential: string
  /** JWE, exact octets; empty once it is deleted. */
  envelope: string
  keptAt: Date
  replaced: 'kept' | 'deleted'
  deletedAt?: Date
}

const once = { required: true, immutable: true } as const

const schema = new Schema<ResealingDocument>(
  {
    _id: { type: String, required: true },
    package: { type: String, ...once },
    header: { type: String, ...once },
    authority: { type: String, ...once },
    version: { type: Number, ...once },
    kid: { type: String, ...once },
    statement: { type: String, ...once },
    credential: { type: String, ...once },
    envelope: { type: String },
    keptAt: { type: Date, ...once },
    replaced: { type: String, required: true },
    deletedAt: { type: Date },
  },
  { collection: 'resealings', strict: 'throw', versionKey: false, autoIndex: false, ...DURABLE },
)
  // Two officers at once: one of them is first.
  .index({ header: 1, authority: 1, version: 1 }, { unique: true })
  // What deletion looks through.
  .index({ replaced: 1, _id: 1 })

/** The only code that knows copies sealed anew live in MongoDB. Promises: `ResealingStore`. */
export function mongoResealingStore(connection: Connection): ResealingStore {
  const model = connection.model('Resealing', schema)
  const find = async (filter: Partial<ResealingDocument>) => {
    const found = await model.findOne(filter).select({ envelope: 0 }).lean()
    return found === null ? undefined : fromDocument(found)
  }
  return {
    async keep(resealing) {
      const { digest, ...rest } = resealing
      try {
        await model.create({ _id: digest, ...rest })
        return resealing
      } catch (error) {
        if (!isDuplicateKey(error)) throw error
        const { header, authority, version } = resealing
        const before = (await find({ _id: digest })) ?? (await find({ header, authority, version }))
        if (before === undefined) throw error
        return before
      }
    },
    find: (digest) => find({ _id: digest }),
    async ofHeader(header) {
      const found = await model
        .find({ header })
        .select({ envelope: 0 })
        .sort({ authority: 1, version: 1 })
        .lean()
      return found.map(fromDocument)
    },
    async envelope(digest) {
      const found = await model.findById(digest).select({ envelope: 1 }).lean()
      return found?.envelope
    },
    async withReplaced(after, limit) {
      const found = await model
        .find({ replaced: 'kept', ...(after !== undefined && { _id: { $gt: after } }) })
        .select({ envelope: 0 })
        .sort({ _id: 1 })
        .limit(limit)
        .lean()
      return found.map(fromDocument)
    },
    async noteReplacedDeleted(digest) {
      await model.updateOne({ _id: digest }, { $set: { replaced: 'deleted' } }, DURABLE)
    },
    async removeEnvelope(digest, at) {
      await model.updateOne(
        { _id: digest, deletedAt: { $exists: false } },
        { $set: { envelope: '', deletedAt: at } },
        DURABLE,
      )
    },
  }
}

const fromDocument = ({
  _id,
  deletedAt,
  ...rest
}: Omit<ResealingDocument, 'envelope'>): KnownResealing => ({
  ...rest,
  digest: _id,
  package: PackageId.parse(rest.package),
  authority: AuthorityId.parse(rest.authority),
  ...(deletedAt && { deletedAt }),
})
