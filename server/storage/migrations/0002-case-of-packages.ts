import type { mongo } from 'mongoose'
import { CryptoError } from '#crypto/errors.js'
import { Header } from '#crypto/package/header.js'
import { readKept } from '../../domain/read-kept.js'
import { DURABLE } from '../durable.js'
import type { Migration } from './migration.js'
import { pagesOf } from './pages-of.js'

/** What is read of `packages`. */
type KeptPackage = { readonly _id: string; readonly digest: string; readonly header: string }
type Change = mongo.AnyBulkWriteOperation<KeptPackage>

/** Both came at once. */
const OLD_FORM = { case: { $exists: false } }

export const caseOfPackages: Migration = {
  id: '0002-case-of-packages',
  what: 'Packages say of which case and how urgent they are, as their headers do: so a case, and what the duty desk waits for, are found without reading a mailbox.',
  older: 'may-run',
  async *batches(database) {
    const packages = database.collection<KeptPackage>('packages')
    for await (const page of pagesOf(packages, OLD_FORM, ['digest', 'header'])) {
      const changes = await Promise.all(page.map(changeOf))
      const writes = changes.filter((one) => one !== undefined)
      const changed =
        writes.length === 0
          ? 0
          : (await packages.bulkWrite(writes, { ordered: false, ...DURABLE })).modifiedCount
      yield { changed, passedOver: page.length - writes.length }
    }
  },
}

async function changeOf({ _id, digest, header }: KeptPackage): Promise<Change | undefined> {
  try {
    const { payload } = await readKept({ statement: header, digest }, Header)
    const $set = { case: payload.case, urgency: payload.urgency }
    return { updateOne: { filter: { _id, ...OLD_FORM }, update: { $set } } }
  } catch (error) {
    if (error instanceof CryptoError) return undefined
    throw error
  }
}
