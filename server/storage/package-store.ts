import { type Connection, type mongo, Schema } from 'mongoose'
import { AuthorityId, CaseId, PackageId } from '#crypto/fields/fields.js'
import { Urgency } from '#crypto/package/header.js'
import type {
  KnownPackage,
  ListedPackage,
  PackageContents,
  PackageStore,
  PackageWalk,
  StoredPackage,
} from '../domain/ports.js'
import { DURABLE } from './durable.js'
import { groupCommit } from './group-commit.js'

/** `packages`: one document per package that was taken in. Written once; its content goes in time, or is replaced by copies sealed anew. */
type PackageDocument = {
  /** The package id, which its sender chose. */
  _id: string
  /** Digest of the header statement, hex. */
  digest: string
  sender: string
  recipients: string[]
  /** As the header has them. */
  case?: string
  urgency?: string
  header: string
  credential: string
  approvals: { approval: string; credential: string }[]
  /** JWE, exact octets as UTF-8. */
  envelope: string
  keptAt: Date
  /** When envelope and parts were deleted: the envelope is empty since. */
  contentDeletedAt?: Date
  /** Who has sealed its copy anew. */
  resealedBy?: string[]
  /** When envelope and parts as they were sent were deleted: the envelope is empty since. */
  originalDeletedAt?: Date
}

const once = { required: true, immutable: true } as const

const schema = new Schema<PackageDocument>(
  {
    _id: { type: String, required: true },
    digest: { type: String, ...once },
    sender: { type: String, ...once },
    recipients: { type: [String], ...once },
    case: { type: String, immutable: true },
    urgency: { type: String, immutable: true },
    header: { type: String, ...once },
    credential: { type: String, ...once },
    approvals: { type: Schema.Types.Mixed, ...once },
    envelope: { type: String, ...once },
    keptAt: { type: Date, ...once },
    contentDeletedAt: { type: Date },
    resealedBy: { type: [String], default: undefined },
    originalDeletedAt: { type: Date },
  },
  { collection: 'packages', strict: 'throw', versionKey: false, autoIndex: false },
)
  .index({ digest: 1 }, { unique: true })
  // Mailboxes, newest first, paged by cursor.
  .index({ recipients: 1, keptAt: -1, _id: -1 })
  .index({ sender: 1, keptAt: -1, _id: -1 })
  // Of a case, in either mailbox; what is urgent of an inbox, for the duty desk.
  .index({ case: 1, keptAt: -1, _id: -1 })
  .index({ recipients: 1, urgency: 1, keptAt: -1, _id: -1 })
  // Retention, oldest first: what has content has no moment at which it was deleted.
  .index({ contentDeletedAt: 1, keptAt: 1, _id: 1 })

/** The only code that knows packages live in MongoDB. Promises: `PackageStore`. */
export function mongoPackageStore(
  connection: Connection,
): PackageContents & PackageStore & PackageWalk {
  const model = connection.model('Package', schema)
  const collection = model.collection as unknown as mongo.Collection<PackageDocument>
  const insert = groupCommit(collection, {
    sizeOf: ({ envelope, header }) => envelope.length + header.length,
  })
  return {
    async keep(pkg) {
      if ((await insert(toDocument(pkg))) === 'kept') return pkg
      const before = await collection.findOne({ _id: pkg.package })
      if (before === null) throw new TypeError(`packages: ${pkg.digest} is kept under another id`)
      return fromDocument(before)
    },
    async find(id) {
      const found = await collection.findOne({ _id: id })
      return found === null ? undefined : fromDocument(found)
    },
    async findByHeader(digest) {
      const found = await collection.findOne({ digest }, { projection: { envelope: 0 } })
      return found === null ? undefined : withoutEnvelope(found)
    },
    async everyPackage(after, limit) {
      const found = await model
        .find(after === undefined ? {} : { _id: { $gt: after } })
        .select({ digest: 1, header: 1, contentDeletedAt: 1, originalDeletedAt: 1 })
        .sort({ _id: 1 })
        .limit(limit)
        .lean()
      return found.map(({ _id, digest, header, ...dates }) => ({
        package: PackageId.parse(_id),
        digest,
        header,
        ...deletionsOf(dates),
      }))
    },
    async withContent(until, after, limit) {
      const due = { contentDeletedAt: null, keptAt: { $lte: until } }
      const found = await model
        .find(after === undefined ? due : { $and: [due, youngerThan(after)] })
        .select({ envelope: 0, approvals: 0 })
        .sort({ keptAt: 1, _id: 1 })
        .limit(limit)
        .lean()
      return found.map(asListed)
    },
    async removeEnvelope(digest, at) {
      // Straight to the driver: to everybody else the envelope is written once.
      await collection.updateOne(
        { digest, contentDeletedAt: { $exists: false } },
        { $set: { envelope: '', contentDeletedAt: at } },
        DURABLE,
      )
    },
    async removeOriginal(digest, at) {
      await collection.updateOne(
        { digest, originalDeletedAt: { $exists: false } },
        { $set: { envelope: '', originalDeletedAt: at } },
        DURABLE,
      )
    },
    async noteResealed(digest, authority) {
      await collection.updateOne({ digest }, { $addToSet: { resealedBy: authority } }, DURABLE)
    },
    async page(box, authority, after, limit, only = {}) {
      const mine = {
        ...(box === 'inbox' ? { recipients: authority } : { sender: authority }),
        ...(only.case !== undefined && { case: only.case }),
        ...(only.urgency !== undefined && { urgency: { $in: [...only.urgency] } }),
      }
      const found = await model
        .find(after === undefined ? mine : { $and: [mine, olderThan(after)] })
        .select({ envelope: 0, approvals: 0 })
        .sort({ keptAt: -1, _id: -1 })
        .limit(limit)
        .lean()
      return found.map(asListed)
    },
  }
}

/** `keptAt` bounds the scan of the index by itself; the rest decides among equals. */
const olderThan = ({ keptAt, package: id }: { keptAt: Date; package: string }) => ({
  keptAt: { $lte: keptAt },
  $or: [{ keptAt: { $lt: keptAt } }, { _id: { $lt: id } }],
})

const youngerThan = ({ keptAt, package: id }: { keptAt: Date; package: string }) => ({
  keptAt: { $gte: keptAt },
  $or: [{ keptAt: { $gt: keptAt } }, { _id: { $gt: id } }],
})

const toDocument = ({ package: id, resealedBy, ...rest }: StoredPackage): PackageDocument => ({
  _id: id,
  ...rest,
  recipients: [...rest.recipients],
  approvals: [...rest.approvals],
  ...(resealedBy && { resealedBy: [...resealedBy] }),
})

const asListed = (document: Omit<PackageDocument, 'envelope' | 'approvals'>): ListedPackage => ({
  package: PackageId.parse(document._id),
  digest: document.digest,
  sender: AuthorityId.parse(document.sender),
  recipients: document.recipients.map((recipient) => AuthorityId.parse(recipient)),
  ...(document.case !== undefined && { case: CaseId.parse(document.case) }),
  ...(document.urgency !== undefined && { urgency: Urgency.parse(document.urgency) }),
  header: document.header,
  credential: document.credential,
  keptAt: document.keptAt,
  ...deletionsOf(document),
  ...(document.resealedBy && {
    resealedBy: document.resealedBy.map((authority) => AuthorityId.parse(authority)),
  }),
})

const withoutEnvelope = (document: Omit<PackageDocument, 'envelope'>): KnownPackage => ({
  ...asListed(document),
  approvals: document.approvals,
})

const deletionsOf = ({
  contentDeletedAt,
  originalDeletedAt,
}: Pick<PackageDocument, 'contentDeletedAt' | 'originalDeletedAt'>) => ({
  ...(contentDeletedAt && { contentDeletedAt }),
  ...(originalDeletedAt && { originalDeletedAt }),
})

const fromDocument = (document: PackageDocument): StoredPackage => ({
  ...withoutEnvelope(document),
  envelope: document.envelope,
})
