import type { Config } from '#config/schema.js'
import { BucketFailed } from './blobs/s3/bucket-failed.js'
import { diskUploadStore } from './blobs/disk-upload-store.js'
import { certificateStatus } from './domain/directory/certificate-status.js'
import { knownAuthorities } from './domain/directory/known-authorities.js'
import type { JobQueues } from './domain/pending-jobs.js'
import type { Clock } from './domain/ports.js'
import { recordEvidence } from './domain/evidence/record-evidence.js'
import type { TimestampResponder } from './domain/timestamps/timestamp-responder.js'
import { type LoadedIdentity, loadIdentity } from './identity/load-identity.js'
import { warnOfUnboundRoots } from './identity/warn-of-unbound-roots.js'
import { keepBackendTls } from './tls/keep-backend-tls.js'
import { announcementsStream } from './messaging/announcements-stream.js'
import { redisAnnouncer } from './messaging/announcer.js'
import { httpOcspResponder } from './messaging/http-ocsp-responder.js'
import { outbox } from './messaging/outbox.js'
import { connectRedis } from './messaging/redis.js'
import { redisReplayGuard } from './messaging/replay-guard.js'
import { httpWebhooks } from './messaging/http-webhooks.js'
import { smtpMail } from './messaging/smtp-mail.js'
import { countingLogger } from './observability/counting-logger.js'
import { createLogger } from './observability/logger.js'
import type { Meters } from './observability/meters.js'
import { tracedPort, tracedPorts } from './observability/tracing/traced-ports.js'
import type { Tracer } from './observability/tracing/tracer.js'
import { connectStorage } from './storage/connect-storage.js'
import { isOutage } from './storage/is-outage.js'
import { prepareStorage } from './prepare-storage.js'
import { REDIS_PREFIX } from './redis-prefix.js'
import { requireErasing } from './require-erasing.js'
import { openBlobs } from './open-blobs.js'

export type Container = Awaited<ReturnType<typeof createContainer>>

const clock: Clock = { now: () => new Date() }

/**
 * Everything that relay and workers share, connected: identity, stores, queues, and the two pieces of
 * the domain that hold memory. Indexes exist and documents are migrated when it resolves.
 *
 * @param name - of the process, for its log.
 * @throws `ConfigurationError` when keys are missing or do not fit, the bucket keeps what is deleted, or a newer version has the database; an error of the driver when MongoDB
 *   does not answer.
 */
export async function createContainer(config: Config, name: 'relay' | 'workers') {
  const meters = await metersOf(config)
  const lines = createLogger({ name, level: config.logLevel })
  const log = meters === undefined ? lines : countingLogger(lines, meters)
  // Known for sure before anything is connected: a failure here leaves nothing open.
  const tls = keepBackendTls(config, log)
  const identity = await loadIdentity(config, clock.now())
  warnOfUnboundRoots(identity.relay, log)
  const { layout, blobs: opened } = await openBlobs(config, clock, tls.options.S3)
  if (name === 'relay') await requireErasing(opened)
  const tracer = await tracerOf(config, `rogatory-${name}`)
  const connected = await connectStorage(config.mongodb.reveal(), {
    tls: tls.options.MONGODB,
    onLost: (code) => log.warn('service.lost', { service: 'mongodb', code }),
  })
  const storage = tracedPorts(tracer, 'mongodb', connected)
  try {
    await prepareStorage(storage, log)
  } catch (error) {
    await storage.close()
    throw error
  }
  const redis = connectRedis(config.redis.reveal(), 'impatient', {
    onLost: (code) => log.warn('service.lost', { service: 'redis', code }),
    tls: tls.options.REDIS,
  })
  const queues = lazyQueues(async () => {
    const { redisQueues } = await import('./messaging/queues.js')
    return redisQueues(redis, REDIS_PREFIX)
  })
  const asks = outbox(storage.jobs, queues, clock)
  const announcements = announcementsStream(REDIS_PREFIX)
  const announcer = redisAnnouncer(redis, announcements, () => log.debug('announcement.failed'))
  const authorities = knownAuthorities({ directory: storage.directory, ...identity, clock })
  const status = certificateStatus({
    statuses: storage.statuses,
    relay: identity.relay,
    clock,
    responder: httpOcspResponder({
      hosts: config.ocsp.hosts,
      publicHosts: config.publicHosts,
      onSilent: (service, code) => log.warn('certificate-status.silent', { service, code }),
    }),
  })
  const record = recordEvidence({ ...storage, ...identity, clock, announcer })
  const mail =
    config.mail && smtpMail(config.mail.server.reveal(), config.mail.from, tls.options.SMTP)
  const blobs = tracedPort(tracer, 'blobs', 'blobs', opened)
  const { partBytes: longest, uploadLifetimeMs: lifetimeMs } = config.limits
  return {
    config,
    clock,
    log,
    /** Undefined where nobody asks for metrics. */
    meters,
    /** Undefined where no traces are wanted. */
    tracer,
    ...identity,
    storage,
    isOutage: (error: unknown) => isOutage(error) || error instanceof BucketFailed,
    redis,
    /** A further connection, which waits for Redis however long it is away: for jobs, or for what others announce. */
    openPatientRedis: () =>
      connectRedis(config.redis.reveal(), 'patient', { tls: tls.options.REDIS }),
    queues,
    outbox: asks,
    announcer,
    /** The stream that the sockets' adapter reads, the same in every process. */
    announcements,
    /** When what is shown to each backend ends. */
    backendCertificates: tls.shown,
    /** Looks at the files of TLS towards the backends now. */
    renewTls: tls.renew,
    /** Undefined where no mail server is configured. */
    mail,
    webhooks: httpWebhooks({
      hosts: config.duty.webhookHosts,
      publicHosts: config.publicHosts,
    }),
    replays: redisReplayGuard(redis, REDIS_PREFIX),
    authorities,
    status,
    record,
    /** The time-stamping authorities, made when somebody asks first: `CryptoError` where the built-in one's key does not fit. */
    timestampResponders: lazyResponders(config, identity),
    blobs,
    uploads: tracedPort(
      tracer,
      'blobs',
      'uploads',
      diskUploadStore({ layout, blobs, clock, longest, lifetimeMs }),
    ),
    /** Finishes what is on its way to Redis, then lets go of everything. */
    async close(): Promise<void> {
      tls.stop()
      await asks.settle()
      await queues.close()
      mail?.close()
      redis.disconnect()
      await storage.close()
      await tracer?.close()
      await log.flush()
    },
  }
}

/** Loaded by those alone who want traces. */
async function metersOf({ metrics }: Config): Promise<Meters | undefined> {
  if (metrics.port === 0) return undefined
  const { createMeters } = await import('./observability/meters.js')
  return createMeters()
}

async function tracerOf({ traces }: Config, service: string): Promise<Tracer | undefined> {
  if (traces.endpoint === '') return undefined
  const { otlpTracer } = await import('./observability/tracing/otlp-tracer.js')
  return otlpTracer({ ...traces, service })
}

/** What makes time-stamps is loaded by those alone who ask for one. */
function lazyResponders({ timestamps }: Config, { secrets }: LoadedIdentity) {
  let made: Promise<readonly TimestampResponder[]> | undefined
  const make = async () => {
    const { timestampResponders } = await import('./timestamp-responders.js')
    return timestampResponders(timestamps.urls, { secrets, clock })
  }
  return () => (made ??= make())
}

type OpenQueues = JobQueues & { close(): Promise<void> }

/** BullMQ takes a while to load, and nobody waits for it: it is loaded when the first job is queued. */
function lazyQueues(open: () => Promise<OpenQueues>): OpenQueues {
  let opened: Promise<OpenQueues> | undefined
  const queues = () => (opened ??= open())
  return {
    add: async (jobs, now) => (await queues()).add(jobs, now),
    hasMark: async () => (await queues()).hasMark(),
    leaveMark: async () => (await queues()).leaveMark(),
    close: async () => (await opened)?.close(),
  }
}
