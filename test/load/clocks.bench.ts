import { createHash } from 'node:crypto'
import { rmSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { Redis } from 'ioredis'
import { jobId } from '#server/contract/job-queue.js'
import { openTestDatabase, testRedisUrl } from '#test/support/test-services.js'
import { timed } from './support/alternate.js'
import { preparedRelay, start, stop, untilAnswering } from './support/relay-under-load.js'
import { report } from './support/report.js'
import { sizeOf } from './support/size-of.js'
import { peakMiB } from './support/start-program.js'
import { idleWorker, startWorker } from './support/start-worker.js'

/**
 * Row 14: clocks that run for weeks, on one worker: memory, whether those that fall due ring in time, and how
 * soon those ring that a Redis which lost everything had been told of. Each is of a package that is not there, so
 * what is measured is the way of a clock and not the evidence that it leads to.
 */
const CLOCKS = sizeOf('BENCH_CLOCKS', 100_000)
const DUE = sizeOf('BENCH_CLOCKS_DUE', 2000)
const WINDOW_S = sizeOf('BENCH_CLOCKS_WINDOW', 30)
const LOST = 1000
const BATCH = 10_000
const MONTH_MS = 30 * 24 * 3_600_000
const AHEAD_MS = 2000

const { env, folder, dropDatabase } = await preparedRelay()
const relay = start('dist/server/main.js', env)
await untilAnswering(env['RELAY_ORIGIN'] ?? '', [relay])
const idle = await idleWorker(env)

const connection = await openTestDatabase(new URL(env['MONGODB_URI'] ?? '').pathname.slice(1))
const outbox = connection.collection<{ _id: string; dues: Date[] }>('outbox')
let made = 0

/** As `Outbox.ask` leaves it. */
function clockOf(due: Date, lookAt: Date) {
  const header = createHash('sha256').update(`clock ${made++}`).digest('hex')
  const name = 'clocks.expiry'
  const asked = { name, payload: { header }, askedAt: new Date(), dues: [due], lookAt }
  return { _id: jobId(name, { header }), ...asked, refused: null, refusedAt: null }
}

async function ask(count: number, dueOf: (n: number) => Date, lookOf = ahead): Promise<void> {
  for (let n = 0; n < count; n += BATCH) {
    const batch = Array.from({ length: Math.min(BATCH, count - n) }, (_, i) => dueOf(n + i))
    await outbox.insertMany(batch.map((due) => clockOf(due, lookOf(due))))
  }
}
const ahead = (due: Date) => new Date(due.getTime() - AHEAD_MS)

/** Milliseconds that the oldest clock is late, asked again and again until none is left of those. */
async function lateness(until: Date): Promise<number[]> {
  const samples: number[] = []
  for (;;) {
    const [first] = await outbox
      .find({ dues: { $lte: until }, name: 'clocks.expiry' })
      .sort({ dues: 1 })
      .limit(1)
      .toArray()
    const [due] = first?.dues ?? []
    if (due === undefined) return samples
    samples.push(Math.max(0, Date.now() - due.getTime()))
    await sleep(50)
  }
}

const nextMonth = Date.now() + MONTH_MS
await ask(CLOCKS, (n) => new Date(nextMonth + n))
const opens = Date.now() + 15_000
const closes = new Date(opens + WINDOW_S * 1000)
await ask(DUE, (n) => new Date(opens + (n * WINDOW_S * 1000) / DUE))
const worker = await startWorker(env)
const late = await lateness(closes)
const heldMiB = peakMiB(worker.child.pid ?? 0) ?? 0

// As after an `ask`: Redis was told of these, and has lost them, and everything else that it held.
const soon = new Date(Date.now() + 1000)
await ask(
  LOST,
  () => soon,
  (due) => new Date(due.getTime() + 600_000),
)
const redis = new Redis(testRedisUrl())
await redis.flushdb()
redis.disconnect()
const rebuilt = await timed(() => lateness(soon))
await stop(worker.child)

const held = `${CLOCKS.toLocaleString('en')} clocks`
report([
  {
    row: 14,
    work: `peak memory of the worker, ${held}`,
    unit: 'MiB',
    own: [heldMiB],
    peer: { name: 'itself with none', samples: [idle.peakMiB] },
    reach: { atMost: 1.5 },
  },
  {
    row: 14,
    work: `worker started, ${held}`,
    unit: 'ms',
    own: [worker.took],
    peer: { name: 'itself with none', samples: [idle.took] },
    reach: { atMost: 1.5 },
  },
  {
    row: 14,
    work: `the oldest is late, ${Math.round(DUE / WINDOW_S)} due a second`,
    unit: 'ms',
    own: late,
    peer: { name: 'limit', samples: [2000] },
    reach: { atMost: 1 },
  },
  {
    row: 14,
    work: `Redis emptied: until ${LOST} have rung that it was told of`,
    unit: 'ms',
    own: [rebuilt],
  },
])
await stop(relay)
await connection.close()
await dropDatabase()
rmSync(folder, { recursive: true, force: true })
process.exit(0)
