import { rmSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { loadConfig } from '#config/load.js'
import { digestOf } from '#crypto/bytes/sha256.js'
import { generateSigningKey } from '#crypto/keys/generate.js'
import { signHandoff } from '#crypto/translation/sign-handoff.js'
import { createContainer } from '#server/container.js'
import { knownHandoff } from '#server/domain/translation/known-handoff.js'
import { recordHandoff } from '#server/domain/translation/record-handoff.js'
import { linguist, sampleHandoff } from '#test/support/sample-handoff.js'
import { openTestDatabase } from '#test/support/test-services.js'
import { timed } from './support/alternate.js'
import { preparedRelay, start, stop, untilAnswering } from './support/relay-under-load.js'
import { report } from './support/report.js'
import { sizeOf } from './support/size-of.js'
import { peakMiB } from './support/start-program.js'
import { idleWorker, startWorker } from './support/start-worker.js'

/**
 * Row 16: open assignments of translators with their clocks, on one worker: memory, whether each is reminded in
 * time, and how soon a worker that was gone has caught up.
 */
const ASSIGNMENTS = sizeOf('BENCH_ASSIGNMENTS', 10_000)
/** Over so many seconds their reminders are spread. */
const WINDOW_S = sizeOf('BENCH_ASSIGNMENT_WINDOW', 600)
/** So many fall due while no worker is there. */
const MISSED = Math.min(ASSIGNMENTS, 100)
const HOUR = 3_600_000
const AT_ONCE = 64

const { env, folder, dropDatabase } = await preparedRelay()
const database = new URL(env['MONGODB_URI'] ?? '').pathname.slice(1)
const relay = start('dist/server/main.js', env)
await untilAnswering(env['RELAY_ORIGIN'] ?? '', [relay])

const idle = await idleWorker(env)

const container = await createContainer(loadConfig(env), 'workers')
const { handoffs } = container.storage
const record = recordHandoff({ ...container, ...container.storage })
const key = await generateSigningKey('x25519')
const translator = linguist('b')

/** As `assignHandoff` leaves one: kept, recorded, its first moment asked for. */
async function assign(reminders: readonly Date[]): Promise<void> {
  const due = new Date(Date.now() + 48 * HOUR).toISOString()
  const handoff = sampleHandoff({
    declared: new Date().toISOString(),
    reviewer: null,
    turns: [
      {
        translator,
        envelope: 'e'.repeat(64),
        due,
        acceptBy: new Date(Date.now() + 24 * HOUR).toISOString(),
        reminders: reminders.map((at) => at.toISOString()),
      },
    ],
  })
  const statement = await signHandoff(handoff, key)
  const kept = {
    handoff: handoff.handoff,
    digest: await digestOf(statement),
    statement,
    credential: 'a.benchmark.credential',
    keptAt: new Date(),
  }
  const { authority, source } = handoff
  await handoffs.keep({ ...kept, authority, package: source.package, kids: [translator.kid] })
  await handoffs.keepAct({ ...kept, typ: 'rogatory-handoff' })
  const known = await knownHandoff(container.storage, handoff.handoff)
  if (known === undefined) throw new TypeError('it was kept')
  await record(known, { code: 'H.1' })
  const [first] = reminders
  const ask = first && { notBefore: first }
  await container.outbox.ask('translation.turn', { handoff: handoff.handoff }, ask)
}

/** What it takes to keep one, on a machine as it is now: nothing may fall due before all are there. */
const times = <T>(count: number, make: () => T): T[] => Array.from({ length: count }, make)
const trial = () => Promise.all(times(AT_ONCE, () => assign([new Date(Date.now() + 12 * HOUR)])))
await trial()
const batchTook = await timed(trial)
const opens = Date.now() + 60_000 + (ASSIGNMENTS * batchTook * 1.5) / AT_ONCE
const missedAt = new Date(opens + WINDOW_S * 1000 + 45_000)
let made = 0
async function assignMany(): Promise<void> {
  while (made < ASSIGNMENTS) {
    const n = made++
    if (n % 1000 === 0) console.error(`${n} assigned`)
    const moment = new Date(opens + Math.floor((n * WINDOW_S * 1000) / ASSIGNMENTS))
    await assign(n < MISSED ? [moment, missedAt] : [moment])
  }
}
const assigned = await timed(() => Promise.all(times(AT_ONCE, assignMany)))
if (Date.now() > opens) throw new Error('the machine is too slow: reminders fell due too early')
console.error(
  `all assigned in ${Math.round(assigned / 1000)} s; the first is due in ${opens - Date.now()} ms`,
)

const connection = await openTestDatabase(database)
const statements = connection.collection<{ step: string; keptAt: Date }>('statements')
const reminded = async () => {
  const found = statements.find({ code: 'H.4' }, { projection: { step: 1, keptAt: 1 } })
  return (await found.toArray()).map(({ step, keptAt }) => ({
    moment: step.split('/')[2] ?? '',
    late: keptAt.getTime() - Date.parse(step.split('/')[2] ?? ''),
  }))
}

const first = await startWorker(env)
while ((await statements.countDocuments({ code: 'H.4' })) < ASSIGNMENTS) await sleep(1000)
const openMiB = peakMiB(first.child.pid ?? 0) ?? 0
await stop(first.child)
const inTime = (await reminded()).map(({ late }) => late)

await sleep(Math.max(0, missedAt.getTime() + 2000 - Date.now()))
const caughtUp = async (count: number) => {
  const step = `H.4/0/${missedAt.toISOString()}`
  while ((await statements.countDocuments({ step })) < count) await sleep(20)
}
const again = startWorker(env)
const toFirst = timed(() => caughtUp(1))
const toLast = timed(() => caughtUp(MISSED))
const restarted = await again
const [firstMs, lastMs] = await Promise.all([toFirst, toLast])
const steps = await statements.countDocuments({ code: 'H.4' })
if (steps !== ASSIGNMENTS + MISSED) throw new Error(`${steps} reminders, and not one for each`)

const open = `${ASSIGNMENTS.toLocaleString('en')} open assignments`
report([
  {
    row: 16,
    work: `peak memory of the worker, ${open}`,
    unit: 'MiB',
    own: [openMiB],
    peer: { name: 'itself with none', samples: [idle.peakMiB] },
    reach: { atMost: 1.5 },
  },
  {
    row: 16,
    work: `reminder after its moment, ${Math.round(ASSIGNMENTS / WINDOW_S)} due a second`,
    unit: 'ms',
    own: inTime,
    peer: { name: 'limit', samples: [1000] },
    reach: { atMost: 1 },
  },
  {
    row: 16,
    work: `worker started again, ${open}`,
    unit: 'ms',
    own: [restarted.took],
    peer: { name: 'itself with none', samples: [idle.took] },
    reach: { atMost: 1.5 },
  },
  {
    row: 16,
    work: 'from its start to the first reminder that was missed',
    unit: 'ms',
    own: [firstMs],
  },
  { row: 16, work: `to the last of ${MISSED} that were missed`, unit: 'ms', own: [lastMs] },
])
await stop(restarted.child)
await stop(relay)
await connection.close()
await container.close()
await dropDatabase()
rmSync(folder, { recursive: true, force: true })
process.exit(0)
