import { createHash } from 'node:crypto'
import { join } from 'node:path'
import mongoose from 'mongoose'
import { loadSecrets } from '../dist/config/secrets.js'
import { issueEvidence } from '../dist/crypto/evidence/issue-evidence.js'
import { importSigningKey } from '../dist/crypto/keys/import-private.js'

/** What a log is made of, and what belongs to processes: the thief lets his own workers make it anew. */
const NOT_COPIED = new Set(
  ['leaves', 'tiles', 'checkpoints', 'timestamps', 'cosignatures'].concat(['leases', 'heartbeats']),
)

/**
 * What an operator can do who has every key of the relay and wants another date in its books: copies the
 * database, moves all evidence about packages by `byMs`, signs it again with the relay's own key, and
 * takes the log away, so that the workers build it again over the new history with the log's own key.
 *
 * For demonstrations and tests. It never changes the database that it reads, and writes only into one
 * that is empty.
 *
 * @returns {Promise<{ uri: string, changed: number }>} the address of the copy
 */
export async function rewriteHistory({ uri, dataDir, byMs }) {
  const secrets = await loadSecrets(join(dataDir, 'relay'))
  const key = await importSigningKey(secrets.evidenceKey)
  const from = await mongoose.createConnection(uri).asPromise()
  const name = `${from.db.databaseName}_rewritten`
  const to = from.useDb(name)
  try {
    if ((await to.db.listCollections().toArray()).length > 0)
      throw new Error(`${name} is not empty`)
    for (const { name: collection } of await from.db.listCollections().toArray()) {
      if (NOT_COPIED.has(collection) || collection.startsWith('system.')) continue
      const documents = await from.db.collection(collection).find().toArray()
      const copied = collection === 'statements' ? await rewritten(documents, key, byMs) : documents
      if (copied.length > 0) await to.db.collection(collection).insertMany(copied)
    }
    const changed = await to.db.collection('statements').countDocuments({ kind: 'evidence' })
    const copy = new URL(uri)
    copy.pathname = `/${name}`
    return { uri: copy.href, changed }
  } finally {
    await from.close()
  }
}

/** Every chain of evidence again with other times, each link over the new digest of the one before. */
async function rewritten(statements, key, byMs) {
  const isLink = ({ kind }) => kind === 'evidence'
  const before = new Map()
  const links = []
  for (const link of statements.filter(isLink).sort((a, b) => a.sequence - b.sequence)) {
    const { event, policy, ...claims } = payloadOf(link.statement)
    const moved = {
      ...claims,
      time: later(claims.time, byMs),
      submitted: later(claims.submitted, byMs),
      previous: before.get(link.header) ?? null,
    }
    const statement = await issueEvidence(moved, key)
    const digest = createHash('sha256').update(statement).digest('hex')
    before.set(link.header, digest)
    links.push({ ...link, _id: digest, statement, time: moved.time })
  }
  return [...statements.filter((one) => !isLink(one)), ...links].map((one) => ({
    ...one,
    index: null,
  }))
}

const payloadOf = (statement) =>
  JSON.parse(Buffer.from(statement.split('.')[1], 'base64url').toString('utf8'))

const later = (time, byMs) => new Date(Date.parse(time) + byMs).toISOString()
