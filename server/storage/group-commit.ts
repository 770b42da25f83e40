import { mongo } from 'mongoose'
import { DURABLE, DUPLICATE_KEY } from './durable.js'

/** What became of one document: kept now, or a unique key of it was taken before. */
export type Insertion = 'kept' | 'duplicate'
export type GroupCommit<D> = (document: D) => Promise<Insertion>

export type GroupCommitOptions<D> = {
  /** Rough octets of a document, so that a batch of large ones stays small. */
  readonly sizeOf: (document: D) => number
  readonly maxBatch?: number
  readonly maxOctets?: number
  /** Batches on their way at once. */
  readonly inFlight?: number
}

const MAX_BATCH = 256
const MAX_OCTETS = 8 * 1024 * 1024
const IN_FLIGHT = 2

/**
 * Inserts of one collection that share journal flushes: what is asked for while a batch is on its way
 * travels with the next one. Each caller is answered for its own document, and only once the journal
 * of a majority holds it; one document's duplicate key is nobody else's concern.
 *
 * Rejects as the driver does when the outcome is unknown: asking again is safe, since a document that
 * was kept after all is then a duplicate of itself.
 */
export function groupCommit<D extends mongo.Document>(
  collection: mongo.Collection<D>,
  options: GroupCommitOptions<D>,
): GroupCommit<D> {
  const { sizeOf, maxBatch = MAX_BATCH, maxOctets = MAX_OCTETS, inFlight = IN_FLIGHT } = options
  const waiting: Waiting<D>[] = []
  let flying = 0

  function takeBatch(): Waiting<D>[] {
    let octets = 0
    let count = 0
    for (const { document } of waiting.slice(0, maxBatch)) {
      octets += sizeOf(document)
      // One is always taken, however large: the server has its own bound.
      if (count > 0 && octets > maxOctets) break
      count++
    }
    return waiting.splice(0, count)
  }

  async function fly(): Promise<void> {
    flying++
    // Whatever is asked for in this turn of the event loop comes along.
    await new Promise(setImmediate)
    for (let batch = takeBatch(); batch.length > 0; batch = takeBatch()) {
      await insert(collection, batch)
    }
    flying--
  }

  return (document) =>
    new Promise((resolve, reject) => {
      waiting.push({ document, resolve, reject })
      // A second one flies only when the first cannot take all: small batches would waste flushes.
      if (flying === 0 || (flying < inFlight && waiting.length >= maxBatch)) void fly()
    })
}

type Waiting<D> = {
  readonly document: D
  readonly resolve: (insertion: Insertion) => void
  readonly reject: (reason: unknown) => void
}

/** Never rejects: each caller is told. */
async function insert<D extends mongo.Document>(
  collection: mongo.Collection<D>,
  batch: readonly Waiting<D>[],
): Promise<void> {
  try {
    const documents = batch.map(({ document }) => document as mongo.OptionalUnlessRequiredId<D>)
    await collection.insertMany(documents, { ...DURABLE, ordered: false })
    for (const { resolve } of batch) resolve('kept')
  } catch (error) {
    const failed = failuresOf(error, batch.length)
    const reason = causeOf(error)
    batch.forEach(({ resolve, reject }, index) => {
      const code = failed?.get(index)
      if (failed === undefined) reject(reason)
      else if (code === undefined) resolve('kept')
      else if (code === DUPLICATE_KEY) resolve('duplicate')
      else reject(reason)
    })
  }
}

/**
 * Error code by place in the batch; undefined if the outcome of the whole batch is unknown. Only a
 * report that accounts for every document is believed: the driver throws the same class, with an
 * empty list of errors, when the line broke and it knows nothing.
 */
function failuresOf(error: unknown, size: number): ReadonlyMap<number, number> | undefined {
  if (!(error instanceof mongo.MongoBulkWriteError)) return undefined
  // Inserted, but perhaps not durable: nobody may rely on it.
  if (error.result.getWriteConcernError() !== undefined) return undefined
  const failures = new Map([error.writeErrors].flat().map(({ index, code }) => [index, code]))
  return error.insertedCount + failures.size === size ? failures : undefined
}

/** The driver wraps what went wrong on the line in an error of its bulk operation. */
function causeOf(error: unknown): unknown {
  if (!(error instanceof mongo.MongoBulkWriteError)) return error
  const cause: unknown = error.errorResponse
  return cause instanceof Error ? cause : error
}
