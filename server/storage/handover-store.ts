import { type Connection, Schema } from 'mongoose'
import type { HandoverStore } from '../domain/ports.js'
import { DURABLE, isDuplicateKey } from './durable.js'

/** `handovers`: which blobs of one package one recipient was served in full. Blobs are only added. */
type HandoverDocument = {
  /** `<header digest>/<recipient>`. */
  _id: string
  /** `envelope` and part ids. */
  blobs: string[]
}

const schema = new Schema<HandoverDocument>(
  { _id: { type: String, required: true }, blobs: { type: [String], required: true } },
  { collection: 'handovers', strict: 'throw', versionKey: false, autoIndex: false, ...DURABLE },
)

/** The only code that knows handovers live in MongoDB. Promises: `HandoverStore`. */
export function mongoHandoverStore(connection: Connection): HandoverStore {
  const model = connection.model('Handover', schema)

  const add = (_id: string, blob: string) =>
    model
      .findOneAndUpdate(
        { _id },
        { $addToSet: { blobs: blob } },
        { upsert: true, returnDocument: 'after', ...DURABLE },
      )
      .lean()

  return {
    async record(header, recipient, blob) {
      const id = `${header}/${recipient}`
      // Of two that find no document both insert one; whoever loses finds it now.
      const document = await add(id, blob).catch((error: unknown) => {
        if (isDuplicateKey(error)) return add(id, blob)
        throw error
      })
      return document.blobs
    },
  }
}
