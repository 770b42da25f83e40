import { type Connection, Schema } from 'mongoose'
import { DraftId } from '#crypto/fields/fields.js'
import type { DraftStore, ListedDraftVersion } from '../domain/drafts/draft-store.js'
import { DURABLE, isDuplicateKey } from './durable.js'

/** `drafts`: one document per version of a draft. Written once; removed when newer ones need the room. */
type DraftDocument = {
  /** `<authority>/<draft>/<version>`. */
  _id: string
  authority: string
  draft: string
  version: number
  basis: number
  resolves: number | null
  aside: boolean
  discarded: boolean
  octets: number
  keptAt: Date
  /** Opaque to the relay; empty in the version that ends a draft. */
  sealed: string
}

const once = { required: true, immutable: true } as const

/** What a list shows of a version. */
const ROW = {
  draft: 1,
  version: 1,
  basis: 1,
  resolves: 1,
  aside: 1,
  discarded: 1,
  octets: 1,
  keptAt: 1,
} as const

const schema = new Schema<DraftDocument>(
  {
    _id: { type: String, required: true },
    authority: { type: String, ...once },
    draft: { type: String, ...once },
    version: { type: Number, ...once },
    basis: { type: Number, ...once },
    resolves: { type: Number, default: null },
    aside: { type: Boolean, ...once },
    discarded: { type: Boolean, ...once },
    octets: { type: Number, ...once },
    keptAt: { type: Date, ...once },
    sealed: { type: String, default: '' },
  },
  { collection: 'drafts', strict: 'throw', versionKey: false, autoIndex: false, ...DURABLE },
)
  // Covers every list and the quota: content, megabytes perhaps, is read only when it is asked for.
  .index({ authority: 1, ...ROW }, { name: 'listed' })

const LISTED = { _id: 0, ...ROW } as const

/** The only code that knows drafts live in MongoDB. Promises: `DraftStore`. */
export function mongoDraftStore(connection: Connection): DraftStore {
  const model = connection.model('Draft', schema)
  return {
    async keep(authority, kept) {
      try {
        await model.create({
          _id: `${authority}/${kept.draft}/${kept.version}`,
          authority,
          ...kept,
        })
        return true
      } catch (error) {
        if (isDuplicateKey(error)) return false
        throw error
      }
    },
    async find(authority, draft, version) {
      const found = await model.findById(`${authority}/${draft}/${version}`).lean()
      return found === null ? undefined : { ...asListed(found), sealed: found.sealed }
    },
    async versions(authority, draft) {
      const found = await model
        .find({ authority, draft })
        .select(LISTED)
        .sort({ version: 1 })
        .lean()
      return found.map(asListed)
    },
    async page(authority, after, limit) {
      const drafts = await model.aggregate<{ versions: DraftDocument[] }>([
        { $match: { authority, ...(after === undefined ? {} : { draft: { $gt: after } }) } },
        { $sort: { authority: 1, draft: 1, version: 1 } },
        { $project: LISTED },
        {
          $group: {
            _id: '$draft',
            ended: { $max: '$discarded' },
            versions: { $push: '$$ROOT' },
          },
        },
        { $match: { ended: false } },
        { $sort: { _id: 1 } },
        { $limit: limit },
      ])
      return drafts.map(({ versions }) => versions.map(asListed))
    },
    async octets(authority) {
      const [sum] = await model.aggregate<{ octets: number }>([
        { $match: { authority } },
        { $project: { _id: 0, octets: 1 } },
        { $group: { _id: null, octets: { $sum: '$octets' } } },
      ])
      return sum?.octets ?? 0
    },
    async prune(authority, draft, version) {
      if (version > 1) await model.deleteMany({ authority, draft, version: { $lt: version } })
    },
  }
}

const asListed = (
  document: Omit<DraftDocument, '_id' | 'authority' | 'sealed'>,
): ListedDraftVersion => ({
  draft: DraftId.parse(document.draft),
  version: document.version,
  basis: document.basis,
  resolves: document.resolves,
  aside: document.aside,
  discarded: document.discarded,
  octets: document.octets,
  keptAt: document.keptAt,
})
