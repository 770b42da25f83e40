import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect } from 'chai'
import type { Connection } from 'mongoose'
import { parseVerifierKey } from '#crypto/transparency/note-key.js'
import { SILENT_AFTER_MS } from '#server/domain/heartbeats.js'
import { initialiseRelay } from '#server/init/initialise-relay.js'
import { mongoHeartbeatStore } from '#server/storage/log/heartbeat-store.js'
import { auditLog } from '#test/support/audit-log.js'
import { keepStatements } from '#test/support/test-log.js'
import { openTestDatabase, testMongodbUri, testRedisUrl } from '#test/support/test-services.js'

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

describe('the process of the workers', function () {
  this.timeout(300_000)
  const database = `t${randomBytes(8).toString('hex')}`
  const children: ChildProcess[] = []
  let folder: string
  let connection: Connection
  let env: NodeJS.ProcessEnv
  let logs: string[] = []

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rogatory-'))
    connection = await openTestDatabase(database)
    const uri = new URL(testMongodbUri())
    uri.pathname = `/${database}`
    env = {
      ...process.env,
      RELAY_ID: 'zz.relay',
      RELAY_ORIGIN: 'http://127.0.0.1:1',
      DATA_DIR: folder,
      MONGODB_URI: uri.href,
      REDIS_URL: testRedisUrl(),
      LOG_LEVEL: 'info',
      TIMESTAMP_INTERVAL_SECONDS: '1',
      SHUTDOWN_GRACE_SECONDS: '5',
    }
  })
  after(async () => {
    for (const child of children) child.kill('SIGKILL')
    await connection.dropDatabase()
    await connection.close()
    await rm(folder, { recursive: true })
  })

  function start(): ChildProcess {
    const main = fileURLToPath(new URL('../../workers/main.ts', import.meta.url))
    const child = spawn(process.execPath, ['--import', 'tsx', '--conditions=source', main], {
      env,
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    })
    child.stdout?.on('data', (chunk: Buffer) => logs.push(...chunk.toString().split('\n')))
    children.push(child)
    return child
  }
  const said = async (event: string) => {
    while (!logs.some((line) => line.includes(`"event":"${event}"`))) await pause(20)
  }
  const checkpointOf = async (size: number) => {
    while (
      (await connection.collection<{ _id: number }>('checkpoints').findOne({ _id: size })) === null
    ) {
      await pause(20)
    }
  }

  it('refuses to start without keys, and says what to do', async () => {
    const child = start()
    expect(await once(child, 'exit')).to.deep.equal([1, null])
  })

  it('sequences, time-stamps and beats; ends in order when told; the next goes on', async () => {
    const trust = await initialiseRelay({
      dataFolder: folder,
      id: 'zz.relay',
      origin: 'http://127.0.0.1:1',
      at: new Date(),
    })
    const key = await parseVerifierKey(trust.logs?.[0] ?? '')
    const first = start()
    await said('worker.started')
    await keepStatements(connection, 300)
    await checkpointOf(300)
    await said('timestamp.stored')
    const heard = await mongoHeartbeatStore(connection).heardSince(
      new Date(Date.now() - SILENT_AFTER_MS),
    )
    expect(heard).to.have.length(1)
    expect(heard[0]).to.include({ healthy: true, overdue: 0 })

    const began = performance.now()
    first.kill('SIGTERM')
    expect(await once(first, 'exit')).to.deep.equal([0, null])
    expect(performance.now() - began).to.be.lessThan(5000)
    await said('worker.stopped')

    logs = []
    await keepStatements(connection, 5)
    const second = start()
    await checkpointOf(305)
    await auditLog(connection, key)

    // The supervisor is gone: nobody else would end it.
    second.disconnect()
    expect(await once(second, 'exit')).to.deep.equal([0, null])
    const errors = logs.filter((line) => line.includes('"level":"error"'))
    expect(errors).to.deep.equal([])
    expect(logs.join('\n')).not.to.include(testRedisUrl())
  })
})
