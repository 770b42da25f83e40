import { randomBytes } from 'node:crypto'
import { appendFileSync, createReadStream } from 'node:fs'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { Readable } from 'node:stream'
import { composePackage } from '#client/core/packages/compose-package.js'
import { deliverPackage } from '#client/core/packages/deliver-package.js'
import { readPackage } from '#client/core/packages/open-package.js'
import { diskDocument } from '#client/files/disk-document.js'
import { diskSink } from '#client/files/disk-sink.js'
import { AuthorityId, type PackageId } from '#crypto/fields/fields.js'
import { Header } from '#crypto/package/header.js'
import { readStatement } from '#crypto/statement/read-statement.js'
import { Submission } from '#server/contract/wire.js'
import { alternate, timed } from './support/alternate.js'
import type { Comparison } from './support/comparison.js'
import { relayUnderLoad } from './support/relay-under-load.js'
import { report } from './support/report.js'
import { sizeOf } from './support/size-of.js'
import { peakMiB, startProgram } from './support/start-program.js'

/**
 * Row 12: one sealed part to the relay and from it, digested and flushed to disk. Row 15: how long whoever else wants
 * something of the relay, or of the client, waits for its one thread meanwhile.
 */
const MEGABYTES = sizeOf('BENCH_TRANSFER_MB', 512)
const ROUNDS = sizeOf('BENCH_TRANSFER_ROUNDS', 2)

const relay = await relayUnderLoad({ workers: true })
const { alma, yusuf, folder } = relay
/** What its modules, the enrolments and their checks have taken. */
const before = peakMiB(relay.relayPid)
const plain = startProgram('file-server', { BENCH_FOLDER: folder })
const plainUrl = `http://127.0.0.1:${await plain.ask('port')}/`
const document = join(folder, 'document.bin')
for (let i = 0; i < MEGABYTES; i++) appendFileSync(document, randomBytes(1024 * 1024))
const perSecond = (ms: number) => (MEGABYTES * 1000) / ms

const own = monitorEventLoopDelay({ resolution: 5 })
own.enable()
const delays: Record<'relay' | 'client', number[]> = { relay: [], client: [] }

/** Milliseconds; the relay's histogram begins anew whenever it is read. */
async function relayDelay(): Promise<number> {
  const text = await (await fetch(relay.metricsUrl)).text()
  const found = /^nodejs_eventloop_lag_p99_seconds (\S+)$/m.exec(text)
  return Number(found?.[1]) * 1000
}

async function watched(work: () => Promise<number>): Promise<number> {
  await relayDelay()
  own.reset()
  const result = await work()
  delays.client.push(own.percentile(99) / 1e6)
  delays.relay.push(await relayDelay())
  return result
}

type Sent = { readonly id: PackageId; readonly part: Header['parts'][number] }
let sent: Sent | undefined

async function upload(): Promise<number> {
  const id = await composePackage(alma, {
    to: [AuthorityId.parse('xb.pgo')],
    template: { id: 'mla-request', version: 1 },
    form: {},
    documents: [await diskDocument(document)],
  })
  const { header } = Submission.parse(
    JSON.parse((await alma.platform.outgoing.submission(id)) ?? ''),
  )
  const [part] = Header.parse((await readStatement(header)).payload).parts
  if (part === undefined) throw new TypeError('one document makes one part')
  const body = await alma.platform.outgoing.part(id, part.part)
  const took = await timed(() =>
    alma.relay.upload({ package: id, part: part.part, digest: part.digest, body }),
  )
  await deliverPackage(alma, id)
  sent = { id, part }
  return perSecond(took)
}

async function download(): Promise<number> {
  if (sent === undefined) throw new TypeError('nothing was uploaded')
  const { id, part } = sent
  await untilAvailable(id)
  const params = { package: id, part: part.part }
  return perSecond(await timed(() => toDisk(yusuf.relay.download('downloadPart', { params }))))
}

const plainUpload = async () =>
  perSecond(
    await timed(async () => {
      const body = Readable.toWeb(createReadStream(document, { highWaterMark: 256 * 1024 }))
      const init = { method: 'PUT', body: body as ReadableStream, duplex: 'half' }
      await (await fetch(plainUrl, init)).text()
    }),
  )

const plainDownload = async () =>
  perSecond(
    await timed(async () => {
      const { body } = await fetch(plainUrl)
      if (body !== null) await toDisk(body)
    }),
  )

/** Flushed, then thrown away: the same on both sides. */
async function toDisk(octets: AsyncIterable<Uint8Array>): Promise<void> {
  const sink = await diskSink(join(folder, 'received.bin'), { replace: true })
  for await (const chunk of octets) await sink.write(chunk)
  await sink.commit()
}

/** The recipient sees a package once the workers have stated D.1. */
async function untilAvailable(id: PackageId): Promise<void> {
  while (!(await readPackage(yusuf, id).then(Boolean, () => false))) {
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

const samples = await alternate(
  { upload: () => watched(upload), plainUpload, download: () => watched(download), plainDownload },
  { rounds: ROUNDS, warmUps: 0 },
)
const peak = peakMiB(relay.relayPid)
const lines: Comparison[] = [
  {
    row: 12,
    work: `upload ${MEGABYTES} MB through the relay`,
    unit: 'MB/s',
    own: samples.upload,
    peer: { name: 'node:http to a file, flushed', samples: samples.plainUpload },
    reach: { atLeast: 0.8 },
  },
  {
    row: 12,
    work: `download ${MEGABYTES} MB through the relay`,
    unit: 'MB/s',
    own: samples.download,
    peer: { name: 'node:http from a file', samples: samples.plainDownload },
    reach: { atLeast: 0.8 },
  },
  {
    row: 12,
    work: 'peak memory of the relay meanwhile',
    unit: 'MiB',
    own: [peak ?? NaN],
    peer: { name: 'limit', samples: [100] },
    reach: { atMost: 1 },
  },
  {
    row: 12,
    work: 'the same',
    unit: 'MiB',
    own: [peak ?? NaN],
    peer: { name: 'itself before any transfer', samples: [before ?? NaN] },
  },
  ...(['relay', 'client'] as const).map((who) => ({
    row: 15,
    work: `event-loop delay p99 of the ${who}, ${MEGABYTES} MB passing`,
    unit: 'ms',
    own: delays[who],
    peer: { name: 'limit', samples: [50] },
    reach: { atMost: 1 },
  })),
]
report(lines)
await plain.end()
await relay.end()
process.exit(0)
