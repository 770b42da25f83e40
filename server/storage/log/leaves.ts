import { type Connection, mongo, Schema } from 'mongoose'
import type { LogStore, StoredLeaf } from '../../domain/log/ports.js'
import { DURABLE, isDuplicateKey } from '../durable.js'

/**
 * `leaves`: one document per leaf of the log, written once by the sequencer. `_id` is the index: two
 * sequencers cannot both give it away. `digest` is unique: no statement gets two.
 */
type LeafDocument = {
  _id: number
  /** Digest of the statement, hex. */
  digest: string
  /** 32 octets. */
  hash: mongo.Binary
  /** Epoch of the lease under which it was written; for whoever investigates. */
  epoch: number
}

const schema = new Schema<LeafDocument>(
  {
    _id: { type: Number, required: true },
    digest: { type: String, required: true, immutable: true },
    hash: { type: Schema.Types.Buffer, required: true, immutable: true },
    epoch: { type: Number, required: true, immutable: true },
  },
  { collection: 'leaves', strict: 'throw', versionKey: false, autoIndex: false },
).index({ digest: 1 }, { unique: true })

type Leaves = Pick<LogStore, 'append' | 'leaves' | 'leavesOf'>

/** The only code that knows leaves live in MongoDB. Promises: `server/domain/log/ports.ts`. */
export function mongoLeaves(connection: Connection): Leaves {
  // Thousands at once: the driver's own collection, since documents need no casting here.
  const leaves = connection.model('Leaf', schema)
    .collection as unknown as mongo.Collection<LeafDocument>
  return {
    async append(added, epoch) {
      if (added.length === 0) return true
      try {
        await leaves.insertMany(
          added.map((leaf) => toDocument(leaf, epoch)),
          { ...DURABLE, ordered: true },
        )
        return true
      } catch (error) {
        if (isDuplicateKey(error)) return false
        throw error
      }
    },
    async leaves(from, limit) {
      const found = await leaves
        .find({ _id: { $gte: from } })
        .sort({ _id: 1 })
        .limit(limit)
        .toArray()
      return found.map(fromDocument)
    },
    async leavesOf(digests) {
      const found = await leaves.find({ digest: { $in: [...digests] } }).toArray()
      return found.map(fromDocument)
    },
  }
}

const toDocument = ({ index, digest, hash }: StoredLeaf, epoch: number): LeafDocument => ({
  _id: index,
  digest,
  hash: new mongo.Binary(hash),
  epoch,
})

const fromDocument = ({ _id, digest, hash }: LeafDocument): StoredLeaf => ({
  index: _id,
  digest,
  hash: hash.value(),
})
