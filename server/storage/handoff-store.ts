import { type Connection, Schema } from 'mongoose'
import { handoffEvents, type HandoffEventCode } from '#crypto/evidence/event.js'
import { AuthorityId, HandoffId, PackageId } from '#crypto/fields/fields.js'
import type {
  HandoffStore,
  StoredHandoff,
  StoredHandoffAct,
  StoredHandoffEvidence,
} from '../domain/translation/handoff-store.js'
import { DURABLE, isDuplicateKey } from './durable.js'
import { asStatement, member } from './from-document.js'
import type { GroupCommit } from './group-commit.js'
import type { StatementDocument, Statements } from './statement-schema.js'

/** `handoffs`: one document per hand-off. Written once, but for `content`. */
type HandoffDocument = {
  _id: string
  digest: string
  statement: string
  credential: string
  authority: string
  package?: string
  content?: 'kept' | 'deleted'
  kids: string[]
  keptAt: Date
}

/** `handoffEnvelopes`: what a hand-off gives to one linguist, or a return to the authority. Written once. */
type EnvelopeDocument = {
  /** `<handoff>/<digest>`. */
  _id: string
  envelope: string
}

const once = { required: true, immutable: true } as const

const handoff = new Schema<HandoffDocument>(
  {
    _id: { type: String, required: true },
    digest: { type: String, ...once },
    statement: { type: String, ...once },
    credential: { type: String, ...once },
    authority: { type: String, ...once },
    package: { type: String, immutable: true },
    content: { type: String },
    kids: { type: [String], ...once },
    keptAt: { type: Date, ...once },
  },
  { collection: 'handoffs', strict: 'throw', versionKey: false, autoIndex: false, ...DURABLE },
)
  .index({ authority: 1, _id: 1 })
  .index({ kids: 1, _id: 1 })
  .index({ package: 1 })
  .index({ content: 1, _id: 1 })

const envelope = new Schema<EnvelopeDocument>(
  { _id: { type: String, required: true }, envelope: { type: String, ...once } },
  {
    collection: 'handoffEnvelopes',
    strict: 'throw',
    versionKey: false,
    autoIndex: false,
    ...DURABLE,
  },
)

/** The only code that knows hand-offs live in MongoDB. Promises: `HandoffStore`. */
export function mongoHandoffStore(
  connection: Connection,
  { model: statements }: Statements,
  insert: GroupCommit<StatementDocument>,
): HandoffStore {
  const handoffs = connection.model('Handoff', handoff)
  const envelopes = connection.model('HandoffEnvelope', envelope)
  const find = async (id: HandoffId) => {
    const found = await handoffs.findById(id).lean()
    return found === null ? undefined : asHandoff(found)
  }
  return {
    find,
    async keep(kept) {
      const { handoff: id, kids, ...rest } = kept
      await unlessTaken(handoffs.create({ _id: id, ...rest, kids: [...kids] }))
      return (await find(id)) ?? kept
    },
    async list(whose, after, limit) {
      const which = 'kid' in whose ? { kids: whose.kid } : { authority: whose.authority }
      const found = await handoffs
        .find({ ...which, ...(after !== undefined && { _id: { $gt: after } }) })
        .sort({ _id: 1 })
        .limit(limit)
        .lean()
      return found.map(asHandoff)
    },
    async keepAct({ digest, ...act }) {
      await insert({ _id: digest, kind: 'handoffAct', index: null, ...act })
    },
    async acts(id) {
      const found = await statements
        .find({ kind: 'handoffAct', handoff: id })
        .sort({ keptAt: 1, _id: 1 })
        .lean()
      return found.map(asAct)
    },
    async keepEvidence({ digest, ...evidence }) {
      const document = { _id: digest, kind: 'handoffEvidence' as const, index: null, ...evidence }
      if ((await insert(document)) === 'kept') return { digest, index: null, ...evidence }
      const { handoff: id, step } = evidence
      const before = await statements.findOne({ kind: 'handoffEvidence', handoff: id, step }).lean()
      return before === null ? 'taken' : asEvidence(before)
    },
    async chain(id) {
      const found = await statements
        .find({ kind: 'handoffEvidence', handoff: id })
        .sort({ sequence: 1 })
        .lean()
      return found.map(asEvidence)
    },
    async keepEnvelope(id, digest, sealed) {
      await unlessTaken(envelopes.create({ _id: `${id}/${digest}`, envelope: sealed }))
    },
    async envelope(id, digest) {
      return (await envelopes.findById(`${id}/${digest}`).lean())?.envelope
    },
    async ofPackage(id) {
      return (await handoffs.find({ package: id }).sort({ _id: 1 }).lean()).map(asHandoff)
    },
    async withCopies(until, after, limit) {
      const found = await handoffs
        .find({
          content: 'kept',
          keptAt: { $lte: until },
          ...(after !== undefined && { _id: { $gt: after } }),
        })
        .sort({ _id: 1 })
        .limit(limit)
        .lean()
      return found.map(asHandoff)
    },
    async noteDeleted(id) {
      await handoffs.updateOne({ _id: id }, { $set: { content: 'deleted' } }, DURABLE)
    },
    async removeEnvelopes(id) {
      // Every name that begins with `<handoff>/`: the next character after a slash is a zero.
      await envelopes.deleteMany({ _id: { $gte: `${id}/`, $lt: `${id}0` } }, DURABLE)
    },
    async everyAct(after, limit) {
      const found = await statements
        .find({ kind: 'handoffAct', ...(after !== undefined && { _id: { $gt: after } }) })
        .sort({ _id: 1 })
        .limit(limit)
        .lean()
      return found.map(asAct)
    },
  }
}

async function unlessTaken(creation: Promise<unknown>): Promise<void> {
  try {
    await creation
  } catch (error) {
    if (!isDuplicateKey(error)) throw error
  }
}

const asHandoff = ({ _id, package: id, ...rest }: HandoffDocument): StoredHandoff => ({
  ...rest,
  handoff: HandoffId.parse(_id),
  authority: AuthorityId.parse(rest.authority),
  ...(id !== undefined && { package: PackageId.parse(id) }),
})

const asAct = (document: StatementDocument): StoredHandoffAct => ({
  ...asStatement(document),
  handoff: HandoffId.parse(document.handoff),
  credential: member(document.credential, 'credential', document._id),
})

const asEvidence = (document: StatementDocument): StoredHandoffEvidence => ({
  ...asStatement(document),
  handoff: HandoffId.parse(document.handoff),
  sequence: member(document.sequence, 'sequence', document._id),
  step: member(document.step, 'step', document._id),
  code: member(codeOf(document.code), 'code', document._id),
})

const codeOf = (code: string | undefined): HandoffEventCode | undefined =>
  code !== undefined && Object.hasOwn(handoffEvents, code) ? (code as HandoffEventCode) : undefined
