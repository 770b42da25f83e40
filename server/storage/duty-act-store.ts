import { type Connection, Schema } from 'mongoose'
import { AuthorityId, OfficerId } from '#crypto/fields/fields.js'
import type { DutyActStore, StoredDutyAct } from '../domain/duty/duty-act-store.js'
import { DURABLE, isDuplicateKey } from './durable.js'

/** `duty_acts`: one document per act of an officer about an alert. Written once. */
type DutyActDocument = {
  /** `<header>/<authority>/<turn>`: one act per turn. */
  _id: string
  header: string
  authority: string
  turn: number
  act: StoredDutyAct['act']
  officer: string
  digest: string
  statement: string
  credential: string
  keptAt: Date
}

const once = { required: true, immutable: true } as const

const schema = new Schema<DutyActDocument>(
  {
    _id: { type: String, required: true },
    header: { type: String, ...once },
    authority: { type: String, ...once },
    turn: { type: Number, ...once },
    act: { type: String, enum: ['take', 'stand-down'], ...once },
    officer: { type: String, ...once },
    digest: { type: String, ...once },
    statement: { type: String, ...once },
    credential: { type: String, ...once },
    keptAt: { type: Date, ...once },
  },
  { collection: 'duty_acts', strict: 'throw', versionKey: false, autoIndex: false, ...DURABLE },
).index({ header: 1, authority: 1, turn: 1 })

/** The only code that knows acts about alerts live in MongoDB. Promises: `DutyActStore`. */
export function mongoDutyActStore(connection: Connection): DutyActStore {
  const model = connection.model('DutyAct', schema)
  return {
    async list(header, authority) {
      const found = await model.find({ header, authority }).sort({ turn: 1 }).lean()
      return found.map(fromDocument)
    },
    async keep({ authority, header, turn, act, officer, digest, statement, credential, keptAt }) {
      const _id = `${header}/${authority}/${turn}`
      const document = {
        authority,
        header,
        turn,
        act,
        officer,
        digest,
        statement,
        credential,
        keptAt,
      }
      try {
        await model.create({ _id, ...document })
        return document
      } catch (error) {
        if (!isDuplicateKey(error)) throw error
        const kept = await model.findById(_id).lean()
        // Nothing removes an act.
        if (kept === null) throw error
        return fromDocument(kept)
      }
    },
  }
}

function fromDocument(document: DutyActDocument): StoredDutyAct {
  const { header, turn, act, digest, statement, credential, keptAt } = document
  return {
    header,
    turn,
    act,
    digest,
    statement,
    credential,
    keptAt,
    authority: AuthorityId.parse(document.authority),
    officer: OfficerId.parse(document.officer),
  }
}
