import { AuthorityId } from '#crypto/fields/fields.js'
import { openTestDatabase } from '#test/support/test-services.js'
import { alternate } from './support/alternate.js'
import { processorMs } from './support/processor-ms.js'
import { relayUnderLoad } from './support/relay-under-load.js'
import { report } from './support/report.js'
import { sealedSubmissions, submissionRequests } from './support/sealed-submissions.js'
import { sizeOf } from './support/size-of.js'
import { startProgram } from './support/start-program.js'
import { percentile } from './support/statistics.js'
import { type Load, requestOf, wireLoad } from './support/wire-load.js'

/** Row 5: submissions accepted with durable evidence, over HTTP at 64 connections. */
const CONNECTIONS = 64
const COUNT = sizeOf('BENCH_SUBMISSIONS', 1000)
const ROUNDS = sizeOf('BENCH_SUBMISSION_ROUNDS', 3)
const JOURNALLED = { writeConcern: { w: 'majority', j: true } } as const

const relay = await relayUnderLoad({ workers: false })
const hello = startProgram('hello')
const helloOrigin = `http://127.0.0.1:${await hello.ask('port')}`
const connection = await openTestDatabase('bare')
const bare = connection.collection<{ _id: string }>('bare')
const loads: Load[] = []
const processor = { relay: [] as number[], hello: [] as number[] }

async function submit(): Promise<number> {
  const sealed = await sealedSubmissions(relay.alma, AuthorityId.parse('xb.pgo'), COUNT)
  const requests = await submissionRequests(relay.alma, relay.origin, sealed)
  const before = processorMs(relay.relayPid)
  const load = await wireLoad(relay.origin, requests, { connections: CONNECTIONS, expected: 201 })
  processor.relay.push((processorMs(relay.relayPid) - before) / COUNT)
  loads.push(load)
  return load.perSecond
}

async function greet(): Promise<number> {
  const requests = Array.from({ length: 3 * COUNT }, () => requestOf('GET', '/health/live'))
  const options = { connections: CONNECTIONS, expected: 200 }
  const before = processorMs(hello.pid)
  const { perSecond } = await wireLoad(helloOrigin, requests, options)
  processor.hello.push((processorMs(hello.pid) - before) / requests.length)
  return perSecond
}

/** A document of the size of a submission's, 64 at a time, each with an acknowledgement of its own. */
let inserted = 0
async function insert(): Promise<number> {
  const text = 'x'.repeat(6000)
  const until = inserted + COUNT
  const lane = async () => {
    while (inserted < until) {
      const _id = `bare-${process.pid}-${inserted++}`
      await bare.insertOne({ _id, text } as { _id: string }, JOURNALLED)
    }
  }
  const began = performance.now()
  await Promise.all(Array.from({ length: CONNECTIONS }, lane))
  return (COUNT * 1000) / (performance.now() - began)
}

const { ours, express, driver } = await alternate(
  { ours: submit, express: greet, driver: insert },
  { rounds: ROUNDS },
)
const counted = loads.slice(-ROUNDS).map(({ latenciesMs }) => latenciesMs)
const p50 = counted.map((latencies) => percentile(latencies, 0.5))
const p99 = counted.map((latencies) => percentile(latencies, 0.99))
const work = `submissions accepted, ${CONNECTIONS} connections`
report([
  {
    row: 5,
    work,
    unit: '/s',
    own: ours,
    peer: { name: 'Express 5 hello', samples: express },
    reach: { atLeast: 0.25 },
  },
  {
    row: 5,
    work,
    unit: '/s',
    own: ours,
    peer: { name: 'bare journalled insertOne', samples: driver },
    reach: { atLeast: 0.6 },
  },
  {
    row: 5,
    work: 'time to evidence A.1, p99',
    unit: 'ms',
    own: p99,
    peer: { name: 'its own p50', samples: p50 },
    reach: { atMost: 3 },
  },
  {
    row: 5,
    work: 'processor time of the relay for a submission',
    unit: 'ms',
    own: processor.relay.slice(-ROUNDS),
    peer: { name: 'Express 5 hello, for an answer', samples: processor.hello.slice(-ROUNDS) },
  },
])
await connection.dropDatabase()
await connection.close()
await hello.end()
await relay.end()
process.exit(0)
