import { randomUUID } from 'node:crypto'
import { dirname } from 'node:path'
import { loadTlsFiles, type TlsFiles } from '#config/files/load-tls-files.js'
import type { Config } from '#config/schema.js'
import { type Container, createContainer } from './container.js'
import { expireUnsubmitted } from './domain/blobs/expire-unsubmitted.js'
import { deleteContents } from './domain/retention/delete-contents.js'
import { recordHandoff } from './domain/translation/record-handoff.js'
import { afterwards } from './http/afterwards.js'
import { createApp } from './http/app.js'
import { createHttpServer, type HttpServer } from './http/http-server.js'
import { tlsOptions } from './http/tls-options.js'
import { securityHeaders } from './http/security-headers.js'
import { judgeReadiness } from './http/judge-readiness.js'
import type { Site } from './http/web-client.js'
import { problemOf } from './http/problem-of.js'
import { serveMetrics } from './observability/metrics.js'
import { createSocketServer, type SocketServer } from './realtime/socket-server.js'
import { exampleIdentities } from './identity/example-identities.js'
import { keepTls, type KeptTls } from './tls/keep-tls.js'
import { relayMetrics } from './relay-metrics.js'
import { relayUseCases } from './relay-use-cases.js'
import { tendBlobs } from './tend-blobs.js'
import { listWebClient } from './web-client.js'

export type Relay = {
  readonly port: number
  /** Looks at the files of TLS now: what was renewed counts for every connection from then on. */
  renewTls(): void
  /** Stops accepting, ends what is under way within the configured grace, lets go of everything. */
  close(): Promise<void>
}

/** A relay process: HTTP and sockets over the container. Listening when it resolves. */
export async function startRelay(config: Config): Promise<Relay> {
  const { tls } = config
  const shown = tls && loadTlsFiles(tls)
  const container = await createContainer(config, 'relay')
  const { log, meters } = container
  const ready = readiness(container)
  const useCases = relayUseCases(container)
  const after = afterwards()
  const http = createHttpServer(
    createApp({
      useCases,
      uploads: container.uploads,
      log,
      meters,
      tracer: container.tracer,
      afterwards: after,
      isOutage: container.isOutage,
      ready,
      origin: config.relay.origin,
      trustedProxyHops: config.relay.trustedProxyHops,
      site: await siteOf(config),
      limits: config.limits,
    }),
    undefined,
    tls && shown && tlsOptions(shown, tls.least),
  )
  const kept = tls && shown && keptTls(tls, shown, http, log)
  const reader = container.openPatientRedis()
  const sockets = createSocketServer(http.server, {
    ...useCases,
    clock: container.clock,
    log,
    origin: config.relay.origin,
    headers: securityHeaders(config.relay.origin),
    explain: (error) => problemOf(error, '-', container.isOutage).body,
    redis: { commands: container.redis, reader, stream: container.announcements },
  })
  resumeAfterLoss(reader, sockets)
  // Idempotent: clients find in the directory who countersigns their evidence.
  await useCases.publishEntry({ entry: container.relay.entry.statement })
  const metrics =
    config.metrics.port === 0
      ? undefined
      : await serveMetrics(
          relayMetrics({
            ready,
            sockets,
            blobs: config.folders.blobs,
            tls: kept,
            relay: config.relay.id,
            clock: container.clock,
            deletions: container.storage.deletions,
            shown: container.backendCertificates,
          }),
          config.metrics,
          meters,
          // For probes that have no certificate to show: see TLS_CLIENT_AUTHORITIES.
          {
            '/health/live': () => Promise.resolve({ status: 200, body: { status: 'live' } }),
            '/health/ready': () => judgeReadiness(ready),
          },
        )
  const { port } = await http.listen(config.relay)
  const tending = tendBlobs(tended(container))
  log.info('relay.listening', { host: config.relay.host, port })

  return {
    port,
    renewTls() {
      kept?.renew()
      container.renewTls()
    },
    async close() {
      log.info('relay.stopping')
      kept?.stop()
      const closed = http.close(config.shutdownGraceMs)
      await sockets.close()
      await closed
      await after.settled()
      await tending.stop()
      reader.disconnect()
      await metrics?.close()
      await container.close()
    },
  }
}

const keptTls = (
  tls: NonNullable<Config['tls']>,
  shown: ReturnType<typeof loadTlsFiles>,
  http: HttpServer,
  log: Container['log'],
): KeptTls<TlsFiles> =>
  keepTls({
    shown,
    log,
    load: () => loadTlsFiles(tls),
    present: (files) => http.present(tlsOptions(files, tls.least)),
  })

const siteOf = async ({ relay, folders, offersExample }: Config): Promise<Site> => ({
  files: await listWebClient(),
  relay,
  example: offersExample ? () => exampleIdentities(dirname(folders.relay)) : undefined,
})

function tended(container: Container): Parameters<typeof tendBlobs>[0] {
  const { config, storage, log } = container
  const process = randomUUID()
  const ports = { ...container, ...storage, process, lifetimeMs: config.limits.uploadLifetimeMs }
  return {
    leases: storage.leases,
    process,
    log,
    ...config.retention,
    expire: expireUnsubmitted(ports),
    deleteDue: deleteContents({ ...ports, recordHandoff: recordHandoff(ports) }),
  }
}

const readiness = ({ storage, redis, uploads }: Container) => ({
  mongodb: () => storage.ping(),
  redis: () => redis.ping(),
  blobs: () => uploads.check(),
})

/** What was announced while Redis was away may be lost with it: once it is back, the feed is replayed. */
function resumeAfterLoss(
  reader: ReturnType<Container['openPatientRedis']>,
  sockets: SocketServer,
): void {
  let lost = false
  reader.on('close', () => (lost = true))
  reader.on('ready', () => {
    if (lost) void sockets.resume()
    lost = false
  })
}
