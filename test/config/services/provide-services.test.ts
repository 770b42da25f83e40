import { existsSync, statSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'chai'
import { Redis } from 'ioredis'
import mongoose from 'mongoose'
import { provideServices, type Services } from '#config/services/provide-services.js'
import { checkout, runModule, survivors } from './support/run-module.js'

const env = { ...process.env, MONGODB_URI: '', REDIS_URL: '' }
const dataSet = `test-provide-${process.pid}`
const said: string[] = []
const start = () =>
  provideServices({ root: checkout, dataSet, env, report: (line) => said.push(line) })

/** Writes or reads one document, journalled, over a connection of its own. */
async function keep(uri: string, name: string): Promise<void> {
  const connection = await mongoose.createConnection(uri).asPromise()
  await connection.collection('kept').insertOne({ name }, { writeConcern: { w: 1, journal: true } })
  await connection.destroy()
}

async function kept(uri: string): Promise<unknown[]> {
  const connection = await mongoose.createConnection(uri).asPromise()
  const found = await connection.collection('kept').find().sort({ name: 1 }).toArray()
  await connection.destroy()
  return found.map((document): unknown => document['name'])
}

const pidsOf = ({ mongo, redis }: Services): number[] => [mongo.pid() ?? 0, redis.pid() ?? 0]

describe('the services that are provided', function () {
  this.timeout(300_000)
  after(() => rm(join(checkout, '.services', dataSet), { recursive: true, force: true }))

  it('are only named, when the environment names both; nothing is written', async () => {
    const named = { MONGODB_URI: 'mongodb://db.example/x', REDIS_URL: 'redis://cache.example' }
    const services = await provideServices({
      root: '/nowhere',
      env: named,
      report: () => undefined,
    })
    expect([services.mongo.kind, services.redis.kind]).to.deep.equal(['address', 'address'])
    expect(services.mongodbUri).to.equal(named.MONGODB_URI)
    await services.stop()
    expect(existsSync('/nowhere')).to.equal(false)
  })

  it('are ready at once, keep their data, and leave nothing when they stop', async () => {
    for (const name of ['first start', 'second start']) {
      const services = await start()
      const pids = pidsOf(services)
      await keep(services.mongodbUri, name)
      const redis = new Redis(services.redisUrl)
      await redis.rpush('kept', name)
      expect(await redis.config('GET', 'maxmemory-policy')).to.deep.equal([
        'maxmemory-policy',
        'noeviction',
      ])
      if (name === 'second start') {
        expect(await kept(services.mongodbUri)).to.deep.equal(['first start', 'second start'])
        expect(await redis.lrange('kept', 0, -1)).to.deep.equal(['first start', 'second start'])
      }
      await redis.quit()
      await services.stop()
      expect(await survivors(pids, 0)).to.deep.equal([])
    }
    expect(said.join('\n')).to.match(/MongoDB: .*127\.0\.0\.1.*without a password/)
  })

  it('let nobody else in: files for their owner, a password on Redis, one process a data set', async () => {
    const services = await start()
    expect(statSync(join(checkout, '.services', dataSet)).mode & 0o077).to.equal(0)
    const stranger = new Redis(services.redisUrl.replace(/:[^:@/]+@/, ''), {
      retryStrategy: () => null,
    })
    stranger.on('error', () => undefined)
    expect(await stranger.get('kept').catch((error: unknown) => String(error))).to.contain('NOAUTH')
    stranger.disconnect()
    const second: unknown = await start().catch((error: unknown) => error)
    expect(second).to.have.property('name', 'ConfigurationError')
    expect(String(second)).to.contain(`process ${process.pid} already uses`)
    await services.stop()
  })

  it('come back at the same address after kill -9, with every acknowledged write', async () => {
    const services = await start()
    const before = pidsOf(services)
    for (let n = 0; n < 20; n++) await keep(services.mongodbUri, `write ${n}`)
    for (const pid of before) process.kill(pid, 'SIGKILL')
    const until = performance.now() + 30_000
    while (pidsOf(services).some((pid) => before.includes(pid)) && performance.now() < until) {
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    const names = await kept(services.mongodbUri)
    for (let n = 0; n < 20; n++) expect(names).to.include(`write ${n}`)
    const redis = new Redis(services.redisUrl)
    expect(await redis.lrange('kept', 0, -1)).to.have.length(2)
    await redis.quit()
    expect(
      said.filter((line) => line.endsWith('ended unexpectedly; starting it again')),
    ).to.have.length(2)
    await services.stop()
  })

  it('die with their parent, even of kill -9, and the next start continues', async () => {
    const parent = await runModule(
      `import { provideServices } from '#config/services/provide-services.js'
       const services = await provideServices({ root: ${JSON.stringify(checkout)},
         dataSet: ${JSON.stringify(dataSet)}, env: process.env, report: () => undefined })
       const pids = [services.mongo.pid(), services.redis.pid()]
       console.log(JSON.stringify({ pids, uri: services.mongodbUri }))
       setInterval(() => undefined, 1000)`,
      env,
    )
    const { pids, uri } = (await parent.firstLine) as { pids: number[]; uri: string }
    await keep(uri, 'before the kill')
    parent.process.kill('SIGKILL')
    expect(await survivors(pids, 20_000)).to.deep.equal([])
    const services = await start()
    expect(await kept(services.mongodbUri)).to.include('before the kill')
    await services.stop()
  })
})
