import { randomBytes } from 'node:crypto'
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { alternate } from './support/alternate.js'
import type { Comparison } from './support/comparison.js'
import { ageAndMinisign, type Found, gpg } from './support/other-tools.js'
import { report } from './support/report.js'
import { sizeOf } from './support/size-of.js'
import { peakMiB, startProgram } from './support/start-program.js'

/** Rows 1 to 3: one document sealed for three recipients and opened again, from disk to disk. */
const MEGABYTES = sizeOf('BENCH_FILE_MB', 1024)
const ROUNDS = sizeOf('BENCH_FILE_ROUNDS', 3)
const SMALL = 100
/** 200 MB: more is a defect. */
const MEMORY_LIMIT_MIB = 190
const MEMORY_AIM_MIB = 120

const folder = mkdtempSync(join(tmpdir(), 'rogatory-bench-'))
const env = { BENCH_FOLDER: folder }

function fileOf(megabytes: number): string {
  const path = join(folder, `${megabytes}.bin`)
  for (let written = 0; written < megabytes; written++) {
    appendFileSync(path, randomBytes(1024 * 1024))
  }
  return path
}

const small = fileOf(SMALL)
const large = fileOf(MEGABYTES)
const megabytesIn = (ms: number) => (MEGABYTES * 1000) / ms

/** Of a process that has sealed and opened nothing else. */
async function peakWith(file: string): Promise<number | undefined> {
  const program = startProgram('parts', env)
  await program.ask('seal', file)
  await program.ask('open')
  const peak = peakMiB(program.pid)
  await program.end()
  return peak
}

const ours = startProgram('parts', env)
const raw = startProgram('raw-gcm', env)
for (const program of [ours, raw]) {
  await program.ask('seal', small)
  await program.ask('open')
}
const others = [ageAndMinisign(folder), gpg(folder)]
const there = others.filter((tool) => 'seal' in tool)
const rounds = { rounds: ROUNDS, warmUps: 0 }
const sealing = await alternate(
  {
    ours: async () => megabytesIn(await ours.ask('seal', large)),
    raw: async () => megabytesIn(await raw.ask('seal', large)),
    ...fromTools((tool) => tool.seal(large)),
  },
  rounds,
)
const opening = await alternate(
  {
    ours: async () => megabytesIn(await ours.ask('open')),
    raw: async () => megabytesIn(await raw.ask('open')),
    ...fromTools((tool) => tool.open()),
  },
  rounds,
)
await Promise.all([ours.end(), raw.end()])

function fromTools(work: (tool: (typeof there)[number]) => Promise<number>) {
  return Object.fromEntries(
    there.map((tool) => [tool.name, async () => megabytesIn(await work(tool))]),
  )
}

function lines(
  row: number,
  work: string,
  samples: Readonly<Record<string, readonly number[]>>,
  reaches: { readonly raw: number; readonly age: number; readonly gpg: number },
): Comparison[] {
  const own = samples['ours'] ?? []
  const against = (tool: Found) =>
    'missing' in tool ? tool : { name: tool.name, samples: samples[tool.name] ?? [] }
  const [age, pgp] = others.map(against)
  const rawPeer = { name: 'raw AES-256-GCM, no digest', samples: samples['raw'] ?? [] }
  return [
    { row, work, unit: 'MB/s', own, peer: rawPeer, reach: { atLeast: reaches.raw } },
    ...(age ? [{ row, work, unit: 'MB/s', own, peer: age, reach: { atLeast: reaches.age } }] : []),
    ...(pgp ? [{ row, work, unit: 'MB/s', own, peer: pgp, reach: { atLeast: reaches.gpg } }] : []),
  ]
}

const peakSmall = await peakWith(small)
const peakLarge = await peakWith(large)
const memory: Comparison[] =
  peakSmall === undefined || peakLarge === undefined
    ? []
    : [
        {
          row: 3,
          work: `peak memory, ${MEGABYTES} MB sealed and opened`,
          unit: 'MiB',
          own: [peakLarge],
          peer: { name: 'limit of 200 MB', samples: [MEMORY_LIMIT_MIB] },
          reach: { atMost: 1 },
        },
        {
          row: 3,
          work: 'the same',
          unit: 'MiB',
          own: [peakLarge],
          peer: { name: 'aim', samples: [MEMORY_AIM_MIB] },
          reach: { atMost: 1 },
        },
        {
          row: 3,
          work: 'the same',
          unit: 'MiB',
          own: [peakLarge],
          peer: { name: `itself with ${SMALL} MB`, samples: [peakSmall] },
          reach: { atMost: 1.1 },
        },
      ]
if (memory.length === 0) console.log('row 3 needs /proc: the peak of memory is not known here')

report([
  ...lines(1, `seal ${MEGABYTES} MB for three`, sealing, { raw: 0.55, age: 1, gpg: 2 }),
  ...lines(2, `open and verify ${MEGABYTES} MB`, opening, { raw: 0.45, age: 1.8, gpg: 3 }),
  ...memory,
])
rmSync(folder, { recursive: true, force: true })
