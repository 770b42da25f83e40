import { type Connection, Schema } from 'mongoose'
import type { StatusStore, StoredStatus } from '../domain/directory/certificate-status.js'
import { DURABLE, isDuplicateKey } from './durable.js'

/** `certificateStatuses`: the newest OCSP response about each certificate. What is lost is asked for again. */
type StatusDocument = {
  /** SHA-256 of the certificate, hex. */
  _id: string
  response: string
  thisUpdate: Date
  nextUpdate: Date
}

const schema = new Schema<StatusDocument>(
  {
    _id: { type: String, required: true },
    response: { type: String, required: true },
    thisUpdate: { type: Date, required: true },
    nextUpdate: { type: Date, required: true },
  },
  {
    collection: 'certificateStatuses',
    strict: 'throw',
    versionKey: false,
    autoIndex: false,
    ...DURABLE,
  },
)

/** The only code that knows answers live in MongoDB. Promises: `StatusStore`. */
export function mongoStatusStore(connection: Connection): StatusStore {
  const model = connection.model('CertificateStatus', schema)
  return {
    async find(certificates) {
      if (certificates.length === 0) return []
      const found = await model.find({ _id: { $in: [...certificates] } }).lean()
      return found.map(fromDocument)
    },
    async keep({ certificate, ...status }) {
      const older = { _id: certificate, thisUpdate: { $lt: status.thisUpdate } }
      try {
        await model.updateOne(older, { $set: status }, { upsert: true })
      } catch (error) {
        // What is kept is as new: the upsert found nothing older, and the id taken.
        if (!isDuplicateKey(error)) throw error
      }
    },
  }
}

const fromDocument = ({ _id, ...status }: StatusDocument): StoredStatus => ({
  certificate: _id,
  ...status,
})
