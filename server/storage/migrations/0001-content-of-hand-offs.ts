import type { mongo } from 'mongoose'
import { CryptoError } from '#crypto/errors.js'
import { Handoff } from '#crypto/translation/handoff.js'
import { readKept } from '../../domain/read-kept.js'
import { DURABLE } from '../durable.js'
import type { Migration } from './migration.js'
import { pagesOf } from './pages-of.js'

/** What is read of `handoffs`. */
type KeptHandoff = {
  readonly _id: string
  readonly digest: string
  readonly statement: string
  readonly package?: string
}
type Change = mongo.AnyBulkWriteOperation<KeptHandoff>

/** Those of a package lack `content` for good, and are looked at in vain. */
const OLD_FORM = { $or: [{ content: { $exists: false } }, { package: { $exists: false } }] }

export const contentOfHandOffs: Migration = {
  id: '0001-content-of-hand-offs',
  what: 'Hand-offs say of which package they are and, where no package has their copies, that these are kept: so retention finds them.',
  older: 'may-run',
  async *batches(database) {
    const handoffs = database.collection<KeptHandoff>('handoffs')
    for await (const page of pagesOf(handoffs, OLD_FORM, ['digest', 'statement', 'package'])) {
      const changes = await Promise.all(page.map(changeOf))
      const writes = changes.filter((one) => typeof one === 'object')
      const passedOver = changes.filter((one) => one === 'unreadable').length
      const changed =
        writes.length === 0
          ? 0
          : (await handoffs.bulkWrite(writes, { ordered: false, ...DURABLE })).modifiedCount
      yield { changed, passedOver }
    }
  },
}

async function changeOf(kept: KeptHandoff): Promise<Change | 'none' | 'unreadable'> {
  try {
    const { source } = (await readKept(kept, Handoff)).payload
    const isCopied = source.header === null
    if (!isCopied && kept.package !== undefined) return 'none'
    // What is there stays: retention may have noted `deleted` since this one was read.
    const missing = {
      package: { $ifNull: ['$package', source.package] },
      ...(isCopied && { content: { $ifNull: ['$content', 'kept'] } }),
    }
    return { updateOne: { filter: { _id: kept._id }, update: [{ $set: missing }] } }
  } catch (error) {
    if (error instanceof CryptoError) return 'unreadable'
    throw error
  }
}
