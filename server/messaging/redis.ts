import type { ConnectionOptions } from 'node:tls'
import { Redis, type RedisOptions } from 'ioredis'

const reconnect = (attempt: number): number => Math.min(50 * 2 ** Math.min(attempt, 6), 2000)

/**
 * A line can be dead without anybody being told: the host behind it is gone, or a firewall forgot it. Whoever asks and
 * hears nothing for so long connects anew; TCP by itself would take a quarter of an hour.
 *
 * Longer than BullMQ waits for a job in one command, which is ten seconds.
 */
const SILENT_MS = { impatient: 2_000, patient: 20_000 }

/**
 * For commands on somebody's way: they fail at once, or soon, and are never replayed later. A command's time also
 * runs while this process itself stands still, and then looks up before the answer is read: shorter, a
 * busy machine would call its own pause an outage.
 */
const impatient = {
  enableOfflineQueue: false,
  maxRetriesPerRequest: 0,
  autoResendUnfulfilledCommands: false,
  commandTimeout: 1_500,
  socketTimeout: SILENT_MS.impatient,
  connectTimeout: 2000,
  retryStrategy: reconnect,
} satisfies RedisOptions

/** For whoever waits for work, however long Redis is away. BullMQ requires exactly this of its workers. */
const patient = {
  maxRetriesPerRequest: null,
  socketTimeout: SILENT_MS.patient,
  connectTimeout: 2000,
  retryStrategy: reconnect,
} satisfies RedisOptions

/**
 * A connection to Redis that reconnects for ever and never throws by itself.
 *
 * @param onLost - told of every loss of the connection, and every attempt that failed, by its code, such as `ECONNREFUSED` or
 *   `SELF_SIGNED_CERT_IN_CHAIN`; without it the loss is silent. The error's text may name the address, so it is not passed on.
 * @param tls - whom a `rediss` connection trusts, and what it shows of itself: see `renewableContext`.
 */
export function connectRedis(
  url: string,
  manner: 'impatient' | 'patient',
  {
    onLost = () => undefined,
    tls = {},
  }: {
    readonly onLost?: (code: string) => void
    readonly tls?: Pick<ConnectionOptions, 'secureContext'>
  } = {},
): Redis {
  const options = manner === 'impatient' ? impatient : patient
  const redis = new Redis(url, url.startsWith('rediss:') ? { ...options, tls } : options)
  redis.on('error', (error) => onLost(codeOf(error)))
  return redis
}

function codeOf(error: Error): string {
  const code = 'code' in error ? String(error.code) : ''
  return /^[A-Z0-9_]{1,64}$/.test(code) ? code : 'unknown'
}
