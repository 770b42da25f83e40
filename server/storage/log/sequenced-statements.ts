import type { Connection, mongo } from 'mongoose'
import type { LogStore, UnsequencedBacklog } from '../../domain/log/ports.js'
import { DURABLE } from '../durable.js'

/** What the log knows of a document of `statements`; its owners are the stores beside this folder. */
type SequencedStatement = { _id: string; statement: string; keptAt: Date; index: number | null }

/** So many octets of statements are read at once at most, and one statement more. */
const MAX_OCTETS = 16 * 1024 * 1024

type Statements = Pick<LogStore, 'markSequenced' | 'statements' | 'unsequenced'> &
  UnsequencedBacklog

/**
 * The log's view of `statements`: it reads all kinds alike and writes `index` only. The partial index
 * on `keptAt` where `index` is null is declared by the store that owns the collection.
 */
export function mongoSequencedStatements(connection: Connection): Statements {
  const statements = connection.collection(
    'statements',
  ) as unknown as mongo.Collection<SequencedStatement>
  return {
    async unsequenced(limit) {
      const found: { digest: string; statement: string }[] = []
      let octets = 0
      const cursor = statements
        .find({ index: null }, { projection: { statement: 1 } })
        .sort({ keptAt: 1 })
        .limit(limit)
      for await (const { _id, statement } of cursor) {
        found.push({ digest: _id, statement })
        octets += statement.length
        if (octets > MAX_OCTETS) break
      }
      return found
    },
    async backlog() {
      const waiting = { index: null }
      const [count, first] = await Promise.all([
        // Named: a count does not choose a partial index by itself, and would read every statement.
        statements.countDocuments(waiting, { hint: 'unsequenced' }),
        statements.findOne(waiting, { projection: { keptAt: 1 }, sort: { keptAt: 1 } }),
      ])
      return { count, oldest: first?.keptAt }
    },
    async statements(digests) {
      const found = await statements
        .find({ _id: { $in: [...digests] } }, { projection: { statement: 1 } })
        .toArray()
      return new Map(found.map(({ _id, statement }) => [_id, statement]))
    },
    async markSequenced(leaves) {
      if (leaves.length === 0) return
      await statements.bulkWrite(
        // In the order of their indexes, so that a reader of the feed who saw one missed none before it.
        leaves.map(({ digest, index }) => ({
          updateOne: { filter: { _id: digest }, update: { $set: { index } } },
        })),
        { ...DURABLE, ordered: true },
      )
    },
  }
}
