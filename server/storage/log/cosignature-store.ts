import { type Connection, type mongo, Schema } from 'mongoose'
import type { CosignatureStore, StoredCosignature } from '../../domain/log/ports.js'
import { DURABLE, isDuplicateKey } from '../durable.js'

/** `cosignatures`: one line per checkpoint and witness, written once. */
type CosignatureDocument = {
  /** Size of the checkpoint. */
  size: number
  /** Name and key id of the witness's key, joined by a plus: its address in notes. */
  witness: string
  /** The signature line, end of line included (C2SP tlog-cosignature). */
  line: string
  /** The moment that the cosignature states. */
  at: Date
}

const schema = new Schema<CosignatureDocument>(
  {
    size: { type: Number, required: true, immutable: true },
    witness: { type: String, required: true, immutable: true },
    line: { type: String, required: true, immutable: true },
    at: { type: Date, required: true, immutable: true },
  },
  { collection: 'cosignatures', strict: 'throw', versionKey: false, autoIndex: false },
)
  .index({ witness: 1, size: 1 }, { unique: true })
  .index({ size: 1 })

const MAX_WITNESSES = 64

/** The only code that knows cosignatures live in MongoDB. Promises: `server/domain/log/ports.ts`. */
export function mongoCosignatureStore(connection: Connection): CosignatureStore {
  const cosignatures = connection.model('Cosignature', schema)
    .collection as unknown as mongo.Collection<CosignatureDocument>
  return {
    async keep(cosignature) {
      try {
        await cosignatures.insertOne({ ...cosignature }, DURABLE)
      } catch (error) {
        if (!isDuplicateKey(error)) throw error
      }
    },
    async forCheckpoint(size) {
      const found = await cosignatures.find({ size }).sort({ witness: 1 }).toArray()
      return found.map(fromDocument)
    },
    async earliestFrom(size) {
      const witnesses = await cosignatures.distinct('witness')
      const earliest = await Promise.all(
        witnesses
          .slice(0, MAX_WITNESSES)
          .map((witness) =>
            cosignatures.findOne({ witness, size: { $gte: size } }, { sort: { size: 1 } }),
          ),
      )
      return earliest.flatMap((one) => (one === null ? [] : [fromDocument(one)]))
    },
  }
}

const fromDocument = ({ size, witness, line, at }: CosignatureDocument): StoredCosignature => ({
  size,
  witness,
  line,
  at,
})
