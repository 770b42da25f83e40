import { closeSync, fdatasyncSync, openSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { io } from 'socket.io-client'
import { acknowledgePackage } from '#client/core/packages/acknowledge-package.js'
import { watchEvents } from '#client/core/session/watch-events.js'
import { openTestDatabase } from '#test/support/test-services.js'
import { AuthorityId } from '#crypto/fields/fields.js'
import { alternate, timed } from './support/alternate.js'
import { relayUnderLoad } from './support/relay-under-load.js'
import { report } from './support/report.js'
import { sealedSubmissions } from './support/sealed-submissions.js'
import { sizeOf } from './support/size-of.js'
import { startProgram } from './support/start-program.js'

/** Row 6: from submission to the recipient's notice and to the sender's receipt, one after the other. */
const ROUNDS = sizeOf('BENCH_EXCHANGES', 150)
const WARM_UPS = 10
const WEBSOCKET = { transports: ['websocket'], forceNew: true }
const JOURNALLED = { writeConcern: { w: 'majority', j: true } } as const

const relay = await relayUnderLoad({ workers: true })
const { alma, yusuf } = relay
const noticed = await heard(yusuf, 'D.1')
const receipted = await heard(alma, 'C.3')
const sealed = await sealedSubmissions(alma, AuthorityId.parse('xb.pgo'), ROUNDS + WARM_UPS)
const answers: number[] = []
const notices: number[] = []

/** What both sides' clients do in full: every signature verified, the envelope opened, a receipt signed. */
async function exchange(): Promise<number> {
  const next = sealed.pop()
  if (next === undefined) throw new TypeError('one is sealed for every round')
  const { id, submission } = next
  const notice = noticed(id)
  const receipt = receipted(id)
  const began = performance.now()
  await alma.relay.call('submitPackage', { body: submission })
  answers.push(performance.now() - began)
  notices.push((await notice) - began)
  await acknowledgePackage(yusuf, id)
  return (await receipt) - began
}

const echo = startProgram('echo')
const origin = `http://127.0.0.1:${await echo.ask('port')}`
const [speaker, listener] = [io(origin, WEBSOCKET), io(origin, WEBSOCKET)]
await Promise.all(
  [speaker, listener].map((one) => new Promise<void>((go) => one.on('connect', go))),
)
const connection = await openTestDatabase('bare')
const bare = connection.collection<{ _id: string }>('bare')
let inserted = 0
const insert = () =>
  bare.insertOne({ _id: `${inserted++}`, text: 'x'.repeat(2000) } as { _id: string }, JOURNALLED)

/** There and back over a socket, and the two writes without which nothing is proved. */
const bareExchange = () =>
  timed(async () => {
    await insert()
    const said = new Promise((resolve) => listener.once('said', resolve))
    speaker.emit('say', 'there')
    await said
    await insert()
    const answered = new Promise((resolve) => speaker.once('said', resolve))
    listener.emit('say', 'back')
    await answered
  })

const path = join(relay.folder, 'flushed')
const file = openSync(path, 'w')
const flush = () =>
  timed(() => {
    writeSync(file, Buffer.alloc(4096))
    fdatasyncSync(file)
    return Promise.resolve()
  })

const samples = await alternate(
  { ours: exchange, sockets: bareExchange, disk: flush },
  { rounds: ROUNDS, warmUps: WARM_UPS },
)
const peer = { name: 'bare Socket.IO there and back, two inserts', samples: samples.sockets }
const disk = { name: 'fdatasync of 4 KB', samples: samples.disk }
report([
  { row: 6, work: 'submission to evidence A.1', unit: 'ms', own: answers.slice(WARM_UPS) },
  {
    row: 6,
    work: "submission to the recipient's notice",
    unit: 'ms',
    own: notices.slice(WARM_UPS),
  },
  {
    row: 6,
    work: "submission to the sender's receipt",
    unit: 'ms',
    own: samples.ours,
    peer,
    reach: { atMost: 2 },
  },
  { row: 6, work: 'the same', unit: 'ms', own: samples.ours, peer: disk },
])
for (const socket of [speaker, listener]) socket.close()
closeSync(file)
rmSync(path)
await connection.dropDatabase()
await connection.close()
await echo.end()
await relay.end()
process.exit(0)

/** When evidence of one kind about a package reaches a session, verified. */
async function heard(session: typeof alma, code: string) {
  const waiting = new Map<string, (at: number) => void>()
  await watchEvents(session, -1, {
    onEvent: ({ evidence: { payload } }) => {
      if (payload.code === code) waiting.get(payload.package)?.(performance.now())
    },
    onEnd: (error) => {
      throw error
    },
  })
  return (id: string) => new Promise<number>((resolve) => void waiting.set(id, resolve))
}
