import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { provideMongodb } from './mongodb/provide-mongodb.js'
import { holdFolder } from './processes/hold-folder.js'
import { givenAddress, type ProvidedService, type ServiceHome } from './provided-service.js'
import { provideRedis } from './redis/provide-redis.js'

/** MongoDB and Redis, ready to be used. */
export interface Services {
  readonly mongodbUri: string
  readonly redisUrl: string
  readonly mongo: ProvidedService
  readonly redis: ProvidedService
  /** Ends what was started, in order, and keeps the data. What was only named is left alone. */
  stop(): Promise<void>
}

/** What to provide, for whom. */
export interface ServicesRequest {
  /** The folder that holds `.services`: the checkout. */
  readonly root: string
  /** The data set, such as `main`: each has its own data and can be used by one process at a time. */
  readonly dataSet?: string
  /** `MONGODB_URI`, `REDIS_URL` and `PATH` are looked at. */
  readonly env: NodeJS.ProcessEnv
  /** Told in one line each what was taken. */
  readonly report: (line: string) => void
}

/**
 * Finds or provides MongoDB and Redis: what the environment names, else what the machine has, else what
 * can be fetched into `.services` without root, touching nothing else on the machine.
 *
 * Both are ready when this resolves, keep their data between starts, are started again if they
 * crash, and die with this process, whatever kills it.
 *
 * @throws `ConfigurationError` that says what to do, when something cannot be provided or another
 * process uses the same data set.
 */
export async function provideServices(request: ServicesRequest): Promise<Services> {
  const { env, report } = request
  // Production names both: then nothing is started, so nothing is written and nothing is claimed.
  if (
    givenAddress(env, 'MONGODB_URI') !== undefined &&
    givenAddress(env, 'REDIS_URL') !== undefined
  ) {
    const at: ServiceHome = { home: '', folder: '', env, report }
    return services(await provideMongodb(at), await provideRedis(at), () => undefined)
  }
  const home = join(resolve(request.root), '.services')
  const folder = join(home, request.dataSet ?? 'main')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const hold = await holdFolder(folder)
  const at: ServiceHome = { home, folder, env, report }
  try {
    const [mongo, redis] = await both(provideMongodb(at), provideRedis(at))
    const record = join(folder, 'addresses.json')
    rmSync(record, { force: true })
    const addresses = JSON.stringify({ mongodbUri: mongo.url, redisUrl: redis.url })
    writeFileSync(record, `${addresses}\n`, { mode: 0o600 })
    return services(mongo, redis, () => {
      rmSync(record, { force: true })
      hold.release()
    })
  } catch (error) {
    hold.release()
    throw error
  }
}

function services(mongo: ProvidedService, redis: ProvidedService, released: () => void): Services {
  return {
    mongodbUri: mongo.url,
    redisUrl: redis.url,
    mongo,
    redis,
    async stop() {
      await Promise.all([mongo.stop(), redis.stop()])
      released()
    },
  }
}

/** Both, or neither: when one cannot be provided, the other is stopped before that is said. */
async function both(
  ...starting: [Promise<ProvidedService>, Promise<ProvidedService>]
): Promise<[ProvidedService, ProvidedService]> {
  try {
    return await Promise.all(starting)
  } catch (error) {
    const outcomes = await Promise.allSettled(starting)
    for (const outcome of outcomes) if (outcome.status === 'fulfilled') await outcome.value.stop()
    throw error
  }
}
