import { type Connection, Schema } from 'mongoose'
import { AuthorityId } from '#crypto/fields/fields.js'
import type { EnrolmentStore, StoredEnrolment } from '../domain/enrolment/enrolment-store.js'
import { DURABLE, isDuplicateKey } from './durable.js'

/** `enrolments`: one document per application, as many as invitations were used. Only the decision is added. */
type EnrolmentDocument = {
  /** Digest of the application, hex. */
  _id: string
  authority: string
  invitationDigest: string
  invitation: string
  application: string
  decision: string | null
  certificate: string | null
  keptAt: Date
}

const once = { required: true, immutable: true } as const

const schema = new Schema<EnrolmentDocument>(
  {
    _id: { type: String, required: true },
    authority: { type: String, ...once },
    invitationDigest: { type: String, ...once },
    invitation: { type: String, ...once },
    application: { type: String, ...once },
    decision: { type: String, default: null },
    certificate: { type: String, default: null },
    keptAt: { type: Date, ...once },
  },
  { collection: 'enrolments', strict: 'throw', versionKey: false, autoIndex: false, ...DURABLE },
)
  // An invitation is good for one application.
  .index({ invitationDigest: 1 }, { unique: true })
  .index({ authority: 1 })
  .index({ keptAt: 1 }, { partialFilterExpression: { decision: null }, name: 'undecided' })

/** The only code that knows enrolments live in MongoDB. Promises: `EnrolmentStore`. */
export function mongoEnrolmentStore(connection: Connection): EnrolmentStore {
  const model = connection.model('Enrolment', schema)
  const found = (document: EnrolmentDocument | null) =>
    document === null ? undefined : fromDocument(document)
  return {
    async keep({ digest, ...rest }) {
      try {
        await model.create({ _id: digest, ...rest })
        return { digest, ...rest, decision: null, certificate: null }
      } catch (error) {
        if (!isDuplicateKey(error)) throw error
        const { invitationDigest } = rest
        const kept = found(await model.findOne({ invitationDigest }).lean())
        if (kept === undefined) throw error
        return kept
      }
    },
    async findByInvitation(invitationDigest) {
      return found(await model.findOne({ invitationDigest }).lean())
    },
    async find(digest) {
      return found(await model.findById(digest).lean())
    },
    async decide(digest, decision) {
      await model.updateOne({ _id: digest, decision: null }, { $set: decision })
      return found(await model.findById(digest).lean())
    },
    async undecided(limit) {
      const waiting = await model.find({ decision: null }).sort({ keptAt: 1 }).limit(limit).lean()
      return waiting.map(fromDocument)
    },
    async isApproved(authority, certificate) {
      return (await model.exists({ authority, certificate })) !== null
    },
  }
}

const fromDocument = ({ _id, authority, ...rest }: EnrolmentDocument): StoredEnrolment => ({
  digest: _id,
  authority: AuthorityId.parse(authority),
  ...rest,
})
