import { isVerifiedMongodb } from './is-verified-mongodb.js'
import type { Config } from '../schema.js'
import { isLoopback } from '../variables/kinds.js'

/**
 * Connections that would not be encrypted, or whose other side would not be verified: with REQUIRE_TLS each of
 * them keeps a process from starting (ASVS 5.0, V12.3). Even this very machine is no exception, but for metrics and the board.
 *
 * @returns a sentence for each, by the name of its variable and without its value.
 */
export function plainConnections(config: Config): string[] {
  const { tls, mongodb, redis, s3, mail, metrics, board, duty } = config
  const plain: readonly (readonly [isPlain: boolean, what: string])[] = [
    [tls === undefined, 'TLS_CERTIFICATE is not set: a proxy would speak plain HTTP to the relay'],
    [!isVerifiedMongodb(mongodb.reveal()), 'MONGODB_URI is without tls=true, or does not verify'],
    [!redis.reveal().startsWith('rediss:'), 'REDIS_URL is not rediss'],
    [s3 !== undefined && isPlain(s3.endpoint), 'S3_ENDPOINT is not https'],
    [mail?.server.reveal().startsWith('smtps:') === false, 'SMTP_URL is not smtps'],
    [config.timestamps.urls.some(isPlain), 'TIMESTAMP_URLS names one that is not https'],
    [config.witnesses.urls.some(isPlain), 'WITNESS_URLS names one that is not https'],
    [isPlain(config.traces.endpoint), 'OTEL_EXPORTER_OTLP_ENDPOINT is not https'],
    [duty.webhookHosts.length > 0, 'WEBHOOK_HOSTS allows plain HTTP to those that it names'],
    [
      metrics.port !== 0 && !isLoopback(`http://${metrics.host}`),
      'METRICS_HOST is not a loopback address, and metrics are served plain',
    ],
    [
      board.port !== 0 && !isLoopback(`http://${board.host}`),
      'BOARD_HOST is not a loopback address, and the board is served plain',
    ],
  ]
  return plain.flatMap(([isSo, what]) => (isSo ? [`with REQUIRE_TLS: ${what}`] : []))
}

/** However it is spelled. */
const isPlain = (url: string): boolean => url !== '' && new URL(url).protocol === 'http:'
