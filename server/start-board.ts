import { ConfigurationError } from '#config/configuration-error.js'
import type { Config } from '#config/schema.js'
import { boardEntrance } from './contract/board.js'
import { knownAuthorities } from './domain/directory/known-authorities.js'
import { enterBoard } from './domain/operations/enter-board.js'
import type { Clock } from './domain/ports.js'
import { createBoardApp } from './http/board/board-app.js'
import { queueBoard } from './http/board/queue-board.js'
import { createHttpServer } from './http/http-server.js'
import { keepBackendTls } from './tls/keep-backend-tls.js'
import { connectRedis } from './messaging/redis.js'
import { redisReplayGuard } from './messaging/replay-guard.js'
import { RedisAway } from './messaging/redis-away.js'
import { seenQueues } from './messaging/seen-queues.js'
import { createLogger } from './observability/logger.js'
import { loadPublicIdentity } from './identity/load-public-identity.js'
import { REDIS_PREFIX } from './redis-prefix.js'
import { requireKnownMigrations } from './require-known-migrations.js'
import { connectStorage } from './storage/connect-storage.js'
import { isOutage } from './storage/is-outage.js'

export type Board = {
  readonly port: number
  /** Stops accepting, ends what is under way within the configured grace, lets go of everything. */
  close(): Promise<void>
}

const clock: Clock = { now: () => new Date() }
const NOTHING = { authorities: '', certificate: '', key: '' }
const BOUNDS = { headersMs: 10_000, idleMs: 60_000, connections: 256 }

/**
 * The board of queues, a process of its own: it holds none of the relay's keys, reads the directory for the operator's public ones,
 * and writes nothing but which links were used.
 *
 * @throws `ConfigurationError` where no board is wanted, the relay's entry is not usable, or a newer version has the database.
 */
export async function startBoard(config: Config): Promise<Board> {
  const { board } = config
  if (board.port === 0) {
    throw new ConfigurationError('BOARD_PORT is not set: no board is wanted.')
  }
  const log = createLogger({ name: 'board', level: config.logLevel })
  const relay = await loadPublicIdentity(config, clock.now())
  // What is shown to other backends it need not be able to read.
  const { backendTls } = config
  const tls = keepBackendTls({ backendTls: { ...backendTls, S3: NOTHING, SMTP: NOTHING } }, log)
  const storage = await connectStorage(config.mongodb.reveal(), {
    tls: tls.options.MONGODB,
    onLost: (code) => log.warn('service.lost', { service: 'mongodb', code }),
  })
  const redis = connectRedis(config.redis.reveal(), 'impatient', {
    onLost: (code) => log.warn('service.lost', { service: 'redis', code }),
    tls: tls.options.REDIS,
  })
  const queues = seenQueues(redis, REDIS_PREFIX)
  const close = async () => {
    tls.stop()
    await queues.close()
    redis.disconnect()
    await storage.close()
    await log.flush()
  }
  try {
    await requireKnownMigrations(storage.migrations, log)
    const authorities = knownAuthorities({ directory: storage.directory, relay, clock })
    const replays = redisReplayGuard(redis, REDIS_PREFIX)
    const http = createHttpServer(
      createBoardApp({
        clock,
        log,
        origin: board.origin,
        enter: enterBoard({
          authorities,
          relay,
          clock,
          replays,
          entrance: boardEntrance(board.origin),
        }),
        board: lazyBoard(
          () => queues.all(),
          (error) => log.error('board.unread', {}, error),
        ),
        isOutage: (error) => isOutage(error) || error instanceof RedisAway,
      }),
      BOUNDS,
    )
    const { port } = await http.listen(board)
    log.info('board.listening', { host: board.host, port })
    return {
      port,
      async close() {
        log.info('board.stopping')
        await http.close(config.shutdownGraceMs)
        await close()
      },
    }
  } catch (error) {
    await close()
    throw error
  }
}

/** Made over the queues when somebody looks first: opening them needs Redis. */
function lazyBoard(
  queues: () => Promise<Parameters<typeof queueBoard>[0]>,
  failed: (error: unknown) => void,
) {
  let made: ReturnType<typeof queueBoard> | undefined
  return async () => (made ??= queueBoard(await queues(), failed))
}
