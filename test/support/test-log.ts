import { createHash } from 'node:crypto'
import type { Connection } from 'mongoose'
import { generateSigningKey } from '#crypto/keys/generate.js'
import { noteKey } from '#crypto/transparency/note-key.js'

export const testLogKey = async () =>
  noteKey('relay.test/log', 'note', await generateSigningKey('x25519'))

let last = 0

/** Keeps statements as their stores do, as far as the log knows of them. */
export async function keepStatements(connection: Connection, count: number): Promise<string[]> {
  const documents = Array.from({ length: count }, () => {
    last++
    const statement = `statement-${last}.${'x'.repeat(last % 300)}.signature`
    const digest = createHash('sha256').update(statement).digest('hex')
    return { _id: digest, statement, keptAt: new Date(1_770_000_000_000 + last), index: null }
  })
  if (count === 0) return []
  await connection
    .collection<(typeof documents)[number]>('statements')
    .insertMany(documents, { writeConcern: { w: 'majority', journal: true } })
  return documents.map(({ _id }) => _id)
}
