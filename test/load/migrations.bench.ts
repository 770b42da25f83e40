import { createHash } from 'node:crypto'
import { uuidV7 } from '#crypto/bytes/uuid-v7.js'
import { generateSigningKey } from '#crypto/keys/generate.js'
import type { Handoff } from '#crypto/translation/handoff.js'
import { signHandoff } from '#crypto/translation/sign-handoff.js'
import { connectStorage } from '#server/storage/connect-storage.js'
import { sampleHandoff } from '#test/support/sample-handoff.js'
import { testDatabase, testMongodbUri } from '#test/support/test-services.js'
import { timed } from './support/alternate.js'
import { processorMs } from './support/processor-ms.js'
import { report } from './support/report.js'
import { sizeOf } from './support/size-of.js'

/**
 * What the first process of a new version waits for over a large database before it serves: indexes that are all
 * to be made, and a migration that changes every document of a collection; and what every later start costs.
 */
const PACKAGES = sizeOf('BENCH_PACKAGES', 100_000)
const HANDOFFS = sizeOf('BENCH_HANDOFFS', 100_000)
const BATCH = 1000

const { connection, drop } = await testDatabase()
const digestOf = (text: string) => createHash('sha256').update(text).digest('hex')
const collection = (name: string) => connection.collection<{ _id: string }>(name)

/** As long as real ones are, with what their indexes are made of. */
function packageOf(n: number) {
  const keptAt = new Date(Date.UTC(2026, 0, 1) + n * 1000)
  const _id = uuidV7(keptAt)
  const [sender, to] = [`x${String.fromCharCode(97 + (n % 20))}.moj`, 'xz.pgo']
  const pkg = {
    _id,
    digest: digestOf(_id),
    sender,
    recipients: [to],
    keptAt,
    approvals: [],
    header: 'h'.repeat(1500),
    credential: 'c'.repeat(900),
    envelope: 'e'.repeat(3000),
  }
  const statements = ['A.1', 'D.1'].map((code, sequence) => {
    const statement = `${code} ${_id} `.padEnd(900, 'x')
    const about = { header: pkg.digest, package: _id, sequence, code, step: code }
    return {
      _id: digestOf(statement),
      kind: 'evidence',
      typ: 'rogatory-evidence',
      statement,
      keptAt,
      index: 2 * n + sequence,
      parties: [sender, to],
      ...about,
    }
  })
  return { pkg, statements }
}

/** As versions before 0001 kept one, signed once and under another id: what is kept is not verified again. */
async function handoffs(): Promise<(n: number) => { readonly _id: string }> {
  const sample = sampleHandoff({ source: { ...sampleHandoff().source, header: null } })
  const signed = await signHandoff(sample, await generateSigningKey('x25519'))
  const [head = '', body = '', signature = ''] = signed.split('.')
  const payload = JSON.parse(Buffer.from(body, 'base64url').toString()) as Handoff
  return (n) => {
    const _id = uuidV7(new Date(Date.UTC(2026, 0, 1) + n))
    const text = JSON.stringify({ ...payload, handoff: _id })
    const statement = [head, Buffer.from(text).toString('base64url'), signature].join('.')
    const { authority, turns } = sample
    const kids = turns.map(({ translator }) => translator.kid)
    return {
      _id,
      digest: digestOf(statement),
      statement,
      credential: 'c'.repeat(900),
      authority,
      keptAt: new Date(),
      kids,
    }
  }
}

for (let n = 0; n < PACKAGES; n += BATCH) {
  const count = Math.min(BATCH, PACKAGES - n)
  const batch = Array.from({ length: count }, (_, i) => packageOf(n + i))
  await collection('packages').insertMany(batch.map(({ pkg }) => pkg))
  await collection('statements').insertMany(batch.flatMap(({ statements }) => statements))
}
const handoffOf = await handoffs()
for (let n = 0; n < HANDOFFS; n += BATCH) {
  const count = Math.min(BATCH, HANDOFFS - n)
  await collection('handoffs').insertMany(Array.from({ length: count }, (_, i) => handoffOf(n + i)))
}

const storage = await connectStorage(testMongodbUri(), { database: connection.name })
let changed = 0
const log = {
  info: (_event: 'migration.done', { count }: { readonly count: number }) => (changed += count),
  warn: () => process.exit(1),
}
/** Milliseconds, and those of them that this process computed. */
async function measured(work: () => Promise<unknown>) {
  const before = processorMs(process.pid)
  const wall = await timed(work)
  return { wall, own: processorMs(process.pid) - before }
}
const indexes = await measured(() => storage.ensureIndexes())
const again = await measured(() => storage.ensureIndexes())
const migrated = await measured(() => storage.migrations.run(log))
const nothing = await measured(() => storage.migrations.run(log))
if (changed !== HANDOFFS) throw new Error(`${changed} hand-offs were changed`)
const kept = `${PACKAGES.toLocaleString('en')} packages and their evidence`
const all = `${HANDOFFS.toLocaleString('en')} hand-offs`
report(
  [
    { work: `all indexes of ${kept} made`, took: indexes },
    { work: 'the same when they are there', took: again },
    { work: `migration 0001 of ${all}`, took: migrated },
    { work: 'the same when it is done', took: nothing },
  ].flatMap(({ work, took }) => [
    { row: 13, work, unit: 'ms', own: [took.wall] },
    { row: 13, work: `${work}: processor time of the process`, unit: 'ms', own: [took.own] },
  ]),
)
await storage.close()
await drop()
process.exit(0)
