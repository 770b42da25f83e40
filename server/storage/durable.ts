import { mongo } from 'mongoose'

/** A write is acknowledged once the journal holds it on a majority of the members (docs/storage.md). */
export const DURABLE = { writeConcern: { w: 'majority', j: true } } as const

/**
 * What is read is what a majority holds, as the primary knows it. A primary that has lost its majority, and does not
 * know it yet, would show writes that the next one takes back: a caller who asks again would be told of them as kept.
 */
export const SETTLED = { readPreference: 'primary', readConcernLevel: 'majority' } as const

/** MongoDB's code for "a unique key is taken". */
export const DUPLICATE_KEY = 11000

/** Whether a write failed for nothing else than that keys were taken. */
export function isDuplicateKey(error: unknown): boolean {
  if (!(error instanceof mongo.MongoServerError) || error.code !== DUPLICATE_KEY) return false
  if (!(error instanceof mongo.MongoBulkWriteError)) return true
  const onlyKeys = [error.writeErrors].flat().every(({ code }) => code === DUPLICATE_KEY)
  return onlyKeys && error.result.getWriteConcernError() === undefined
}
