import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadConfig } from '#config/load.js'
import { freePort } from '#config/services/processes/free-port.js'
import { initialiseRelay } from '#server/init/initialise-relay.js'
import { startRelay } from '#server/relay.js'
import { startWorkers } from '#workers/start-workers.js'
import { openTestDatabase, testMongodbUri, testRedisUrl } from '../test-services.js'

/** A relay and workers in this process, over a database of their own, that serve their metrics. */
export async function servedMetrics() {
  const data = await mkdtemp(join(tmpdir(), 'rogatory-metrics-'))
  const database = `t${randomBytes(8).toString('hex')}`
  const uri = new URL(testMongodbUri())
  uri.pathname = `/${database}`
  const origin = 'http://127.0.0.1:1'
  await initialiseRelay({ dataFolder: data, id: 'zz.relay', origin, at: new Date() })
  const configured = async () =>
    loadConfig({
      RELAY_ID: 'zz.relay',
      RELAY_ORIGIN: origin,
      RELAY_PORT: '0',
      DATA_DIR: data,
      MONGODB_URI: uri.href,
      REDIS_URL: testRedisUrl(),
      LOG_LEVEL: 'silent',
      METRICS_PORT: String(await freePort()),
      SHUTDOWN_GRACE_SECONDS: '5',
    })
  const [forRelay, forWorkers] = [await configured(), await configured()]
  const relay = await startRelay(forRelay)
  const workers = await startWorkers(forWorkers)
  const read = async (port: number) =>
    (await fetch(`http://127.0.0.1:${port}/metrics`, { headers: { connection: 'close' } })).text()
  return {
    url: `http://127.0.0.1:${relay.port}`,
    relay: () => read(forRelay.metrics.port),
    workers: () => read(forWorkers.metrics.port),
    async close() {
      await Promise.all([relay.close(), workers.close()])
      const connection = await openTestDatabase(database)
      await connection.dropDatabase()
      await connection.close()
      await rm(data, { recursive: true, force: true })
    },
  }
}
