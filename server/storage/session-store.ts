import { type Connection, Schema } from 'mongoose'
import { DAY_MS } from '#crypto/clock/durations.js'
import { AuthorityId, OfficerId } from '#crypto/fields/fields.js'
import { ClientKind, SessionEnding, SessionId } from '../contract/session-wire.js'
import type { SessionStore, StoredSession } from '../domain/sessions/session-store.js'
import { DURABLE, isDuplicateKey } from './durable.js'

/** `sessions`: one document per session of an officer's key, removed by MongoDB when its time is over. */
type SessionDocument = {
  _id: string
  kid: string
  authority: string
  officer: string
  client: string | null
  kind: string | null
  isNewClient: boolean
  securityKey?: { credential: string; signCount: number } | null
  began: Date
  renewed: Date
  lasts: Date
  ends: Date
  ended: { at: Date; by: string } | null
  forgetAt: Date
}

/** So long after its end a session is still shown, and its client known. */
const REMEMBERED_MS = 30 * DAY_MS

const once = { required: true, immutable: true } as const
const date = { type: Date, required: true } as const

const schema = new Schema<SessionDocument>(
  {
    _id: { type: String, required: true },
    kid: { type: String, ...once },
    authority: { type: String, ...once },
    officer: { type: String, ...once },
    client: { type: String, default: null, immutable: true },
    kind: { type: String, default: null, immutable: true },
    isNewClient: { type: Boolean, ...once },
    securityKey: {
      type: new Schema({ credential: String, signCount: Number }, { _id: false }),
      default: null,
      immutable: true,
    },
    began: { type: Date, ...once },
    renewed: date,
    lasts: date,
    ends: { type: Date, ...once },
    ended: { type: new Schema({ at: date, by: String }, { _id: false }), default: null },
    forgetAt: { type: Date, ...once },
  },
  { collection: 'sessions', strict: 'throw', versionKey: false, autoIndex: false, ...DURABLE },
)
  .index({ kid: 1, renewed: -1 })
  .index({ authority: 1, renewed: -1 })
  .index({ forgetAt: 1 }, { expireAfterSeconds: 0 })

/** The only code that knows sessions live in MongoDB. Promises: `SessionStore`. */
export function mongoSessionStore(connection: Connection): SessionStore {
  const sessions = connection.model('Session', schema)
  const newest = async (of: Partial<SessionDocument>, limit: number) => {
    const found = await sessions.find(of).sort({ renewed: -1 }).limit(limit).lean()
    return found.map(fromDocument)
  }
  return {
    async begin({ id, securityKey, ...session }) {
      const forgetAt = new Date(session.ends.getTime() + REMEMBERED_MS)
      const ended = session.ended && { ...session.ended }
      try {
        await sessions.create({
          ...session,
          _id: id,
          ended,
          forgetAt,
          securityKey: securityKey && { ...securityKey },
        })
        return true
      } catch (error) {
        if (!isDuplicateKey(error)) throw error
        return false
      }
    },
    async find(id) {
      const found = await sessions.findById(id).lean()
      return found === null ? undefined : fromDocument(found)
    },
    async renew(id, kid, { at, lasts, idleSince }) {
      const renewed = await sessions
        .findOneAndUpdate(
          { _id: id, kid, ended: null, ends: { $gt: at }, lasts: { $gte: idleSince } },
          { $max: { renewed: at, lasts } },
          { returnDocument: 'after' },
        )
        .lean()
      return renewed === null ? undefined : fromDocument(renewed)
    },
    async end(id, ended) {
      await sessions.updateOne({ _id: id, ended: null }, { $set: { ended: { ...ended } } })
      const found = await sessions.findById(id).lean()
      return found === null ? undefined : fromDocument(found)
    },
    ofKey: (kid, limit) => newest({ kid }, limit),
    ofAuthority: (authority, limit) => newest({ authority }, limit),
  }
}

function fromDocument({ _id, ...session }: SessionDocument): StoredSession {
  const { kid, client, isNewClient, began, renewed, lasts, ends, ended } = session
  // Sessions of an earlier version have none.
  const securityKey = session.securityKey ?? null
  return {
    id: SessionId.parse(_id),
    authority: AuthorityId.parse(session.authority),
    officer: OfficerId.parse(session.officer),
    kind: ClientKind.nullable().parse(session.kind),
    kid,
    client,
    isNewClient,
    securityKey,
    began,
    renewed,
    lasts,
    ends,
    ended: ended && { at: ended.at, by: SessionEnding.parse(ended.by) },
  }
}
