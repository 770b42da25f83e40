import { createHash } from 'node:crypto'
import { MerkleTree } from 'merkletreejs'
import { PackageId, AuthorityId } from '#crypto/fields/fields.js'
import { uuidV7 } from '#crypto/bytes/uuid-v7.js'
import { EMPTY_FRONTIER } from '#crypto/transparency/range.js'
import { proveConsistency } from '#server/domain/log/prove-consistency.js'
import { proveInclusion } from '#server/domain/log/prove-inclusion.js'
import { recomputeHead } from '#server/domain/log/recompute-head.js'
import { sequencer } from '#server/domain/log/sequencer.js'
import type { StoredEvidence } from '#server/domain/ports.js'
import { mongoEvidenceStore } from '#server/storage/evidence-store.js'
import { groupCommit } from '#server/storage/group-commit.js'
import { mongoLogStore } from '#server/storage/log/log-store.js'
import { statementsOf } from '#server/storage/statement-schema.js'
import { keepStatements, testLogKey } from '#test/support/test-log.js'
import { testDatabase } from '#test/support/test-services.js'
import { alternate, timed } from './support/alternate.js'
import type { Comparison } from './support/comparison.js'
import { layLeaves } from './support/lay-leaves.js'
import { report } from './support/report.js'
import { sizeOf } from './support/size-of.js'

/** Rows 7 and 8: what becomes of leaves, in a log of this size. */
const LEAVES = sizeOf('BENCH_LEAVES', 100_000)
/** Whether the log is laid, and only its end sequenced, which a log of millions needs; else all of it is. */
const IS_LAID = sizeOf('BENCH_LAID', 0) === 1
const PROOFS = sizeOf('BENCH_PROOFS', 300)
const STARTS = 20
const MERKLETREEJS_LEAVES = 100_000
/** What a log of the full size is held against. */
const FIRST_SIZE = Math.max(Math.min(1000, LEAVES), Math.floor(LEAVES / 10))
const JOURNALLED = { writeConcern: { w: 'majority', j: true } } as const
const ROUND = 4096
/** Of a log that is laid. */
const LAST_ROUNDS = 20

const { connection, drop } = await testDatabase()
const clock = { now: () => new Date() }
const log = mongoLogStore(connection)
const statements = statementsOf(connection)
for (const model of Object.values(connection.models)) await model.ensureIndexes()
const insert = groupCommit(statements.collection, { sizeOf: ({ statement }) => statement.length })
const evidence = mongoEvidenceStore(statements, insert)
const bare = connection.collection('bare')

let made = 0
function evidenceOf(): Omit<StoredEvidence, 'index'> {
  const at = clock.now()
  const statement = `evidence ${made++} `.padEnd(900, 'x')
  const digest = createHash('sha256').update(statement).digest('hex')
  return {
    digest,
    typ: 'rogatory-evidence',
    statement,
    keptAt: at,
    header: digest,
    sequence: 0,
    package: PackageId.parse(uuidV7(at)),
    step: 'A.1',
    code: 'A.1',
    recipient: null,
    parties: [AuthorityId.parse('xa.moj')],
    time: at.toISOString(),
  }
}
const bareDocument = () => {
  const { digest, ...rest } = evidenceOf()
  return { ...rest, digest, parties: [...rest.parties] }
}

/** Durable documents a second, so many asked for at once, in 200 at least. */
async function appended(atOnce: number, append: (count: number) => Promise<unknown>) {
  const times = Math.ceil(200 / atOnce)
  const took = await timed(async () => {
    for (let i = 0; i < times; i++) await append(atOnce)
  })
  return (times * atOnce * 1000) / took
}
const times = <T>(count: number, make: () => T): T[] => Array.from({ length: count }, make)
const keep = (count: number) => Promise.all(times(count, () => evidence.keep(evidenceOf())))
const singly = await alternate(
  {
    ours: () => appended(1, keep),
    bare: () => appended(1, () => bare.insertOne(bareDocument(), JOURNALLED)),
  },
  { rounds: 5 },
)
const together = await alternate(
  {
    ours: () => appended(64, keep),
    bare: () => appended(64, (n) => bare.insertMany(times(n, bareDocument), JOURNALLED)),
  },
  { rounds: 5 },
)

const key = await testLogKey()
const round = sequencer({ log, key, clock })
const sequenced: number[] = []
let size = 0

let edge = EMPTY_FRONTIER
async function reach(leaves: number): Promise<void> {
  if (!IS_LAID) return growTo(leaves)
  edge = await layLeaves(log, { connection, key }, edge, leaves)
  ;({ size } = edge)
}

async function growTo(leaves: number): Promise<void> {
  while (size < leaves) {
    await keepStatements(connection, Math.min(ROUND, leaves - size))
    if (size > 0 && size % (25 * ROUND) < ROUND) console.error(`${size} leaves`)
    const before = size
    const took = await timed(async () => ({ size } = await round(1)))
    sequenced.push(((size - before) * 1000) / took)
  }
}

/** Milliseconds of each, all over the log as it is now, with no tile in memory yet. */
async function proofs() {
  const [inclusion, consistency, start]: [number[], number[], number[]] = [[], [], []]
  for (let i = 0; i < PROOFS; i++) {
    const at = Math.floor(Math.random() * size)
    const [leaf] = await log.leaves(at, 1)
    if (leaf !== undefined) inclusion.push(await timed(() => proveInclusion({ log })(leaf.digest)))
    consistency.push(await timed(() => proveConsistency({ log })({ from: at + 1, to: size })))
  }
  for (let i = 0; i < STARTS; i++) start.push(await timed(() => recomputeHead(log, key)))
  return { inclusion, consistency, start }
}

function merkletreejs(): number[] {
  const sha256 = (data: Buffer) => createHash('sha256').update(data).digest()
  const leaves = times(MERKLETREEJS_LEAVES, () => sha256(Buffer.from(`leaf ${made++}`)))
  const tree = new MerkleTree(leaves, sha256)
  return leaves.slice(0, 30).map((leaf) => {
    const began = performance.now()
    tree.getProof(leaf)
    return performance.now() - began
  })
}

await reach(FIRST_SIZE)
const early = await proofs()
await reach(LEAVES)
const late = await proofs()
if (IS_LAID) await growTo(LEAVES + LAST_ROUNDS * ROUND)
const inserted = times(3, () => 0)
for (const i of inserted.keys()) {
  const documents = times(ROUND, bareDocument)
  inserted[i] = (ROUND * 1000) / (await timed(() => bare.insertMany(documents, JOURNALLED)))
}

const leaves = `${LEAVES.toLocaleString('en')} leaves`
const WORDS = {
  inclusion: `inclusion proof from the database, ${leaves}`,
  consistency: `consistency proof from any size, ${leaves}`,
  start: `right edge recomputed at start, ${leaves}`,
}
const lines: Comparison[] = [
  {
    row: 7,
    work: 'evidence kept durably, one after the other',
    unit: '/s',
    own: singly.ours,
    peer: { name: 'bare journalled insertOne', samples: singly.bare },
    reach: { atLeast: 0.75 },
  },
  {
    row: 7,
    work: 'evidence kept durably, 64 at a time',
    unit: '/s',
    own: together.ours,
    peer: { name: 'bare journalled insertMany of 64', samples: together.bare },
    reach: { atLeast: 0.5 },
  },
  {
    row: 7,
    work: `leaves sequenced, read back and published, ${ROUND} a round`,
    unit: '/s',
    own: sequenced,
    peer: { name: `bare journalled insertMany of ${ROUND}`, samples: inserted },
  },
  {
    row: 7,
    work: 'the same, the last tenth of the log',
    unit: '/s',
    own: sequenced.slice(-Math.ceil(sequenced.length / 10)),
    peer: {
      name: 'its first tenth',
      samples: sequenced.slice(1, Math.ceil(sequenced.length / 10) + 1),
    },
  },
  ...(['inclusion', 'consistency', 'start'] as const).map((what) => ({
    row: 8,
    work: WORDS[what],
    unit: 'ms',
    own: late[what],
    peer: { name: `itself at ${FIRST_SIZE.toLocaleString('en')}`, samples: early[what] },
    reach: { atMost: 1.5 },
  })),
  {
    row: 8,
    work: 'the inclusion proof',
    unit: 'ms',
    own: late.inclusion,
    peer: {
      name: `merkletreejs in memory, ${MERKLETREEJS_LEAVES.toLocaleString('en')} leaves`,
      samples: merkletreejs(),
    },
  },
]
report(lines)
await drop()
process.exit(0)
