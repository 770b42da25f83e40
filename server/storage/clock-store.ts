import { type Connection, Schema } from 'mongoose'
import { AuthorityId, CaseId } from '#crypto/fields/fields.js'
import type { ClockStage, ClockStore, StoredClock } from '../domain/clocks/clock-store.js'
import { DURABLE, isDuplicateKey } from './durable.js'

/**
 * `clocks`: one document per clock that an officer asked for, as it was asked for last. Each revision
 * replaces the one before; what the clock has told is only added.
 */
type ClockDocument = {
  /** `<authority>/<clock>`. */
  _id: string
  authority: string
  clock: string
  revision: number
  case: string
  evidence: string | null
  state: string
  due: Date
  warnings: Date[]
  statement: string
  digest: string
  credential: string
  keptAt: Date
  rings: { told: string; revision: number; stage: string; due: Date; at: Date }[]
}

const ring = new Schema<ClockDocument['rings'][number]>(
  {
    /** `<revision>/<stage>`: what is told once. */
    told: { type: String, required: true },
    revision: { type: Number, required: true },
    stage: { type: String, required: true },
    due: { type: Date, required: true },
    at: { type: Date, required: true },
  },
  { _id: false, strict: 'throw' },
)

const schema = new Schema<ClockDocument>(
  {
    _id: { type: String, required: true },
    authority: { type: String, required: true, immutable: true },
    clock: { type: String, required: true, immutable: true },
    revision: { type: Number, required: true },
    case: { type: String, required: true },
    evidence: { type: String, default: null },
    state: { type: String, enum: ['running', 'suspended', 'ended'], required: true },
    due: { type: Date, required: true },
    warnings: { type: [Date], required: true },
    statement: { type: String, required: true },
    digest: { type: String, required: true },
    credential: { type: String, required: true },
    keptAt: { type: Date, required: true },
    rings: { type: [ring], default: [] },
  },
  { collection: 'clocks', strict: 'throw', versionKey: false, autoIndex: false, ...DURABLE },
).index({ authority: 1, case: 1, clock: 1 })

/** What a clock told longest ago gives way: a clock that is moved for ever does not grow for ever. */
const MAX_RINGS = 64

/** The only code that knows clocks live in MongoDB. Promises: `ClockStore`. */
export function mongoClockStore(connection: Connection): ClockStore {
  const model = connection.model('Clock', schema)
  const find = async (authority: string, clock: string) => {
    const found = await model.findById(idOf(authority, clock)).lean()
    return found === null ? undefined : fromDocument(found)
  }

  return {
    find,
    async keep({ warnings, ...clock }) {
      const { authority, clock: name, revision } = clock
      const document = { ...clock, warnings: [...warnings] }
      if (revision === 1) {
        try {
          await model.create({ _id: idOf(authority, name), ...document, rings: [] })
        } catch (error) {
          if (!isDuplicateKey(error)) throw error
        }
      } else {
        const { case: id, evidence, state, due, statement, digest, credential, keptAt } = clock
        const changed = { case: id, evidence, state, due, statement, digest, credential, keptAt }
        await model.updateOne(
          { _id: idOf(authority, name), revision: revision - 1, state: { $ne: 'ended' } },
          { $set: { ...changed, revision, warnings: [...warnings] } },
          DURABLE,
        )
      }
      return find(authority, name)
    },
    async list(authority, { case: id, open }, after, limit) {
      const found = await model
        .find({
          authority,
          ...(id !== undefined && { case: id }),
          ...(open === true && { state: { $ne: 'ended' } }),
          ...(after !== undefined && { clock: { $gt: after } }),
        })
        .sort({ clock: 1 })
        .limit(limit)
        .lean()
      return found.map(fromDocument)
    },
    async ring(authority, clock, { revision, stage, due, at }) {
      const told = `${revision}/${stage}`
      const { modifiedCount } = await model.updateOne(
        { _id: idOf(authority, clock), revision, 'rings.told': { $ne: told } },
        { $push: { rings: { $each: [{ told, revision, stage, due, at }], $slice: -MAX_RINGS } } },
        DURABLE,
      )
      return modifiedCount === 1
    },
  }
}

const idOf = (authority: string, clock: string) => `${authority}/${clock}`

function fromDocument(document: ClockDocument): StoredClock {
  const { clock, revision, evidence, due, warnings, statement, digest, credential, keptAt } =
    document
  return {
    clock,
    revision,
    evidence,
    due,
    warnings,
    statement,
    digest,
    credential,
    keptAt,
    authority: AuthorityId.parse(document.authority),
    case: CaseId.parse(document.case),
    state: document.state as StoredClock['state'],
    rings: document.rings.map(({ revision, stage, due, at }) => ({
      revision,
      stage: stage as ClockStage,
      due,
      at,
    })),
  }
}
