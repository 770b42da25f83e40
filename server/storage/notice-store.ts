import { type Connection, Schema } from 'mongoose'
import { Notice } from '../contract/notice.js'
import type { NoticeStore } from '../domain/notices/notice-store.js'
import { DURABLE, isDuplicateKey } from './durable.js'

/** `notices`: one document per notice that an authority was given. Written once. */
type NoticeDocument = {
  _id: string
  authority: string
  kind: string
  at: string
  /** The whole notice, as the contract has it. */
  notice: Record<string, unknown>
}

const once = { required: true, immutable: true } as const

const schema = new Schema<NoticeDocument>(
  {
    _id: { type: String, required: true },
    authority: { type: String, ...once },
    kind: { type: String, ...once },
    at: { type: String, ...once },
    notice: { type: Schema.Types.Mixed, ...once },
  },
  { collection: 'notices', strict: 'throw', versionKey: false, autoIndex: false, ...DURABLE },
)
  .index({ authority: 1, at: -1 })
  .index({ authority: 1, kind: 1, at: -1 })
  .index({ 'notice.linguists': 1, at: -1 }, { sparse: true })
  .index({ 'notice.kid': 1, at: -1 }, { sparse: true })

/** The only code that knows notices live in MongoDB. Promises: `NoticeStore`. */
export function mongoNoticeStore(connection: Connection): NoticeStore {
  const notices = connection.model('Notice', schema)
  return {
    async keep(notice) {
      const { id, authority, kind, at } = notice
      try {
        await notices.create({ _id: id, authority, kind, at, notice })
        return true
      } catch (error) {
        if (!isDuplicateKey(error)) throw error
        return false
      }
    },
    async find(id) {
      const found = await notices.findById(id).lean()
      return found === null ? undefined : Notice.parse(found.notice)
    },
    async inPerson(kid, limit) {
      const found = await notices
        .find({ $or: [{ 'notice.linguists': kid }, { 'notice.kid': kid }] })
        .sort({ at: -1 })
        .limit(limit)
        .lean()
      return found.map(({ notice }) => Notice.parse(notice))
    },
    async newest(authority, kind, limit) {
      const found = await notices
        .find({ authority, ...(kind !== undefined && { kind }) })
        .sort({ at: -1 })
        .limit(limit)
        .lean()
      return found.map(({ notice }) => Notice.parse(notice))
    },
  }
}
