import { type Connection, Schema } from 'mongoose'
import type { CheckpointHistory, LogStore, StoredCheckpoint } from '../../domain/log/ports.js'
import { DURABLE, isDuplicateKey } from '../durable.js'

/**
 * `checkpoints`: every checkpoint that was published, written once. `_id` is the size of its tree;
 * `previous` is unique, so each has one successor and the log one history.
 */
type CheckpointDocument = {
  _id: number
  previous: number
  /** Hex. */
  root: string
  /** The signed note, exact octets (C2SP tlog-checkpoint). */
  note: string
  at: Date
  epoch: number
}

const schema = new Schema<CheckpointDocument>(
  {
    _id: { type: Number, required: true },
    previous: { type: Number, required: true, immutable: true },
    root: { type: String, required: true, immutable: true },
    note: { type: String, required: true, immutable: true },
    at: { type: Date, required: true, immutable: true },
    epoch: { type: Number, required: true, immutable: true },
  },
  { collection: 'checkpoints', strict: 'throw', versionKey: false, autoIndex: false, ...DURABLE },
).index({ previous: 1 }, { unique: true })

type Checkpoints = CheckpointHistory & Pick<LogStore, 'checkpoint' | 'newestCheckpoint' | 'publish'>

/** The only code that knows checkpoints live in MongoDB. Promises: `server/domain/log/ports.ts`. */
export function mongoCheckpoints(connection: Connection): Checkpoints {
  const checkpoints = connection.model('Checkpoint', schema)
  return {
    async newestCheckpoint() {
      const document = await checkpoints.findOne().sort({ _id: -1 }).lean()
      return document === null ? undefined : fromDocument(document)
    },
    async checkpointsAfter(size, limit) {
      const found = await checkpoints
        .find({ _id: { $gt: size } })
        .sort({ _id: 1 })
        .limit(limit)
        .lean()
      return found.map(fromDocument)
    },
    async checkpoint(size) {
      const document = await checkpoints.findById(size).lean()
      return document === null ? undefined : fromDocument(document)
    },
    async publish({ size, ...rest }) {
      try {
        await checkpoints.create({ _id: size, ...rest })
        return true
      } catch (error) {
        if (isDuplicateKey(error)) return false
        throw error
      }
    },
  }
}

const fromDocument = ({
  _id,
  previous,
  root,
  note,
  at,
  epoch,
}: CheckpointDocument): StoredCheckpoint => ({
  size: _id,
  previous,
  root,
  note,
  at,
  epoch,
})
