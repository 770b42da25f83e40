import { createHash } from 'node:crypto'
import { uuidV7 } from '#crypto/bytes/uuid-v7.js'
import { AuthorityId, PackageId } from '#crypto/fields/fields.js'
import { listPackages } from '#server/domain/packages/list-packages.js'
import type { StoredPackage } from '#server/domain/ports.js'
import { mongoEvidenceStore } from '#server/storage/evidence-store.js'
import { groupCommit } from '#server/storage/group-commit.js'
import { mongoPackageStore } from '#server/storage/package-store.js'
import { type StatementDocument, statementsOf } from '#server/storage/statement-schema.js'
import { testDatabase } from '#test/support/test-services.js'
import { timed } from './support/alternate.js'
import type { Comparison } from './support/comparison.js'
import { report } from './support/report.js'
import { sizeOf } from './support/size-of.js'

/** Row 11: a mailbox, a package by its id and a new package, among ten times as many and more. */
const FIRST = 10_000
const PACKAGES = Math.max(sizeOf('BENCH_PACKAGES', 100_000), FIRST)
const QUESTIONS = sizeOf('BENCH_QUESTIONS', 200)
const PAGE = 50
const BATCH = 1000
const authorities = Array.from({ length: 20 }, (_, n) =>
  AuthorityId.parse(`x${String.fromCharCode(97 + n)}.moj`),
)

const { connection, drop } = await testDatabase()
const packages = mongoPackageStore(connection)
const statements = statementsOf(connection)
for (const model of Object.values(connection.models)) await model.ensureIndexes()
const insert = groupCommit(statements.collection, { sizeOf: ({ statement }) => statement.length })
const list = listPackages({ packages, evidence: mongoEvidenceStore(statements, insert) })
const raw = connection.collection<{ _id: string }>('packages')

const BEGAN = Date.now() - 2 * PACKAGES * 1000
const ids: PackageId[] = []
const partyOf = (n: number) => authorities[n % authorities.length] ?? AuthorityId.parse('xa.moj')
const digestOf = (text: string) => createHash('sha256').update(text).digest('hex')

/** One a second, each from one authority to the next, as long as real ones are. */
function packageOf(n: number): StoredPackage {
  const keptAt = new Date(BEGAN + n * 1000)
  const id = PackageId.parse(uuidV7(keptAt))
  ids.push(id)
  return {
    package: id,
    digest: digestOf(id),
    sender: partyOf(n),
    recipients: [partyOf(n + 1)],
    header: 'h'.repeat(1500),
    credential: 'c'.repeat(900),
    approvals: [],
    keptAt,
    envelope: 'e'.repeat(3000),
  }
}

/** That it was taken in, and that it waits for its recipient: whoever has neither is not listed. */
function evidenceOf({ package: id, digest: header, sender, recipients, keptAt }: StoredPackage) {
  return (['A.1', 'D.1'] as const).map((code, sequence): StatementDocument => {
    const statement = `${code} ${id} `.padEnd(900, 'x')
    const [to = sender] = recipients
    const recipient = code === 'D.1' ? to : null
    return {
      _id: digestOf(statement),
      kind: 'evidence',
      typ: 'rogatory-evidence',
      statement,
      keptAt,
      index: null,
      header,
      package: id,
      sequence,
      code,
      recipient,
      step: recipient === null ? code : `${code}/${recipient}`,
      time: keptAt.toISOString(),
      parties: [sender, to],
    }
  })
}

async function growTo(size: number): Promise<void> {
  while (ids.length < size) {
    const count = Math.min(BATCH, size - ids.length)
    const batch = Array.from({ length: count }, () => packageOf(ids.length))
    await raw.insertMany(batch.map(({ package: _id, ...rest }) => ({ _id, ...rest })))
    await statements.collection.insertMany(batch.flatMap(evidenceOf))
    if (ids.length % 100_000 === 0) console.error(`${ids.length} packages`)
  }
}

const questions = async (ask: () => Promise<unknown>): Promise<number[]> => {
  const took: number[] = []
  for (let i = 0; i < QUESTIONS; i++) took.push(await timed(ask))
  return took
}
const reader = { officer: 'o', kid: 'k'.repeat(43), roles: ['case' as const] }
const anybody = () => partyOf(Math.floor(Math.random() * authorities.length))
const page = async (after?: string) => {
  const query = { box: 'inbox' as const, limit: PAGE, ...(after !== undefined && { after }) }
  const { packages: rows } = await list({ ...reader, authority: anybody() }, query)
  if (rows.length < PAGE) throw new Error(`${rows.length} rows: the mailbox was not filled`)
}
/** Somewhere in the older half. */
const deep = () => {
  const n = Math.floor(ids.length * (0.5 + Math.random() / 4))
  return page(`${BEGAN + n * 1000}_${ids[n] ?? ''}`)
}
const byId = async () => {
  const id = ids[Math.floor(Math.random() * ids.length)] ?? PackageId.parse('')
  if ((await packages.find(id)) === undefined) throw new Error('it was kept')
}

async function measure() {
  await questions(() => page())
  return {
    'newest page of an inbox': await questions(() => page()),
    'page from the middle of it': await questions(deep),
    'a package by its id': await questions(byId),
    'a package kept durably': await questions(() => packages.keep(packageOf(ids.length))),
  }
}

const sizes: number[] = []
for (let size = FIRST; size < PACKAGES; size *= 10) sizes.push(size)
await growTo(FIRST)
const small = await measure()
const lines: Comparison[] = []
for (const size of [...sizes.slice(1), PACKAGES]) {
  await growTo(size)
  const large = await measure()
  for (const work of Object.keys(large) as (keyof typeof large)[]) {
    lines.push({
      row: 11,
      work: `${work}, among ${size.toLocaleString('en')}`,
      unit: 'ms',
      own: large[work],
      peer: { name: `itself at ${FIRST.toLocaleString('en')}`, samples: small[work] },
      reach: { atMost: 1.5 },
    })
  }
}
report(lines)
await drop()
process.exit(0)
