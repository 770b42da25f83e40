import { type Connection, Schema } from 'mongoose'
import { DURABLE, isDuplicateKey } from '../durable.js'
import type { Migration } from './migration.js'

/** `migrations`: one document per migration that was begun over this database. */
type MigrationDocument = {
  _id: string
  /** For versions that do not know it. */
  older: string
  /** By the database's clock; missing until then. */
  endedAt?: Date
}

const schema = new Schema<MigrationDocument>(
  {
    _id: { type: String, required: true },
    older: { type: String, required: true, immutable: true },
    endedAt: { type: Date },
  },
  { collection: 'migrations', strict: 'throw', versionKey: false, autoIndex: false, ...DURABLE },
)

/** The only code that knows where it is kept which migrations were done. */
export function migrationRecords(connection: Connection) {
  const records = connection.model('Migration', schema)
  return {
    async all(): Promise<readonly MigrationDocument[]> {
      return records.find().sort({ _id: 1 }).lean()
    },
    /** Durable before the first change, so that no older version overlooks it. */
    async begin({ id, older }: Migration): Promise<void> {
      try {
        await records.updateOne({ _id: id }, { $setOnInsert: { older } }, { upsert: true })
      } catch (error) {
        // Two began it at once when it was not there yet.
        if (!isDuplicateKey(error)) throw error
      }
    },
    /** The first end counts. */
    async end({ id }: Migration): Promise<void> {
      const open = { _id: id, endedAt: { $exists: false } }
      await records.updateOne(open, { $currentDate: { endedAt: true } })
    },
  }
}
