import { mongo } from 'mongoose'

/** A write is acknowledged once the journal holds it on a majority of the members (docs/storage.md). */
export const DURABLE = { writeConcern: { w: 'majority', j: true } } as const

const DUPLICATE_KEY = 11000

/** Whether a write failed for nothing else than that keys were taken. */
export function isDuplicateKey(error: unknown): boolean {
  if (!(error instanceof mongo.MongoServerError) || error.code !== DUPLICATE_KEY) return false
  if (!(error instanceof mongo.MongoBulkWriteError)) return true
  const onlyKeys = [error.writeErrors].flat().every(({ code }) => code === DUPLICATE_KEY)
  return onlyKeys && error.result.getWriteConcernError() === undefined
}
