import { z } from 'zod'
import { address } from './address.js'
import { backends } from './variables/backends.js'
import { KIB } from './variables/kinds.js'
import { places } from './variables/places.js'
import { work } from './variables/work.js'

const HOUR = 3_600_000

/**
 * Every environment variable that relay and workers understand, each with its meaning.
 *
 * `docs/configuration.md` is generated from here, and `npm run check` fails when it drifts.
 */
export const environment = z.object({ ...places, ...backends, ...work })

/** What the processes are given: frozen, grouped by what it is about, free of secrets. */
export type Config = ReturnType<typeof fromEnvironment>

/** Groups the parsed variables. Durations become milliseconds where the name says `Ms`. */
export function fromEnvironment(env: z.output<typeof environment>) {
  return {
    relay: {
      id: env.RELAY_ID,
      origin: env.RELAY_ORIGIN,
      host: env.RELAY_HOST,
      port: env.RELAY_PORT,
      trustedProxyHops: env.TRUSTED_PROXY_HOPS,
    },
    tls:
      env.TLS_CERTIFICATE === '' && env.TLS_KEY === '' && env.TLS_CLIENT_AUTHORITIES === ''
        ? undefined
        : {
            certificate: env.TLS_CERTIFICATE,
            key: env.TLS_KEY,
            clientAuthorities:
              env.TLS_CLIENT_AUTHORITIES === '' ? undefined : env.TLS_CLIENT_AUTHORITIES,
            least: env.TLS_LEAST_VERSION,
          },
    requiresTls: env.REQUIRE_TLS === 'true',
    mongodb: address(env.MONGODB_URI),
    redis: address(env.REDIS_URL),
    backendTls: {
      MONGODB: tlsPaths(env, 'MONGODB'),
      REDIS: tlsPaths(env, 'REDIS'),
      S3: tlsPaths(env, 'S3'),
      SMTP: tlsPaths(env, 'SMTP'),
    },
    offersExample: env.EXAMPLE_IDENTITIES === 'true',
    folders: { blobs: `${env.DATA_DIR}/blobs`, relay: `${env.DATA_DIR}/relay` },
    /** Undefined: the relay's keys are in its folder, and the trust list beside that. */
    mountedKeys: env.RELAY_KEYS_DIR === '' ? undefined : env.RELAY_KEYS_DIR,
    s3:
      env.S3_ENDPOINT === ''
        ? undefined
        : {
            endpoint: env.S3_ENDPOINT,
            bucket: env.S3_BUCKET,
            region: env.S3_REGION,
            accessKeyId: env.S3_ACCESS_KEY_ID,
            secretAccessKeyFile: env.S3_SECRET_ACCESS_KEY_FILE,
          },
    limits: {
      partBytes: env.MAX_PART_BYTES,
      envelopeBytes: env.MAX_ENVELOPE_BYTES,
      draftQuotaBytes: env.DRAFTS_MAX_MIB * KIB ** 2,
      translatorUploadBytes: env.TRANSLATOR_UPLOADS_MAX_MIB * KIB ** 2,
      uploadLifetimeMs: env.UPLOAD_LIFETIME_HOURS * HOUR,
    },
    retention: { intervalMs: env.RETENTION_INTERVAL_MINUTES * 60_000 },
    login: {
      tokenLifetimeSeconds: env.TOKEN_LIFETIME_SECONDS,
      proofLifetimeSeconds: env.PROOF_LIFETIME_SECONDS,
      session: {
        lifetimeMs: env.SESSION_LIFETIME_HOURS * HOUR,
        idleMs: env.SESSION_IDLE_MINUTES * 60_000,
        most: env.SESSIONS_AT_ONCE,
      },
    },
    log: { checkpointIntervalMs: env.CHECKPOINT_INTERVAL_MS },
    timestamps: { intervalMs: env.TIMESTAMP_INTERVAL_SECONDS * 1000, urls: env.TIMESTAMP_URLS },
    witnesses: { intervalMs: env.WITNESS_INTERVAL_SECONDS * 1000, urls: env.WITNESS_URLS },
    ocsp: { hosts: env.OCSP_HOSTS, intervalMs: env.OCSP_INTERVAL_SECONDS * 1000 },
    outbox: { intervalMs: env.OUTBOX_INTERVAL_MS },
    nonDelivery: {
      urgentProvisionalMs: env.NON_DELIVERY_URGENT_PROVISIONAL_HOURS * HOUR,
      urgentFinalMs: env.NON_DELIVERY_URGENT_FINAL_HOURS * HOUR,
      routineMs: env.NON_DELIVERY_ROUTINE_DAYS * 24 * HOUR,
    },
    mail: env.SMTP_URL === '' ? undefined : { server: address(env.SMTP_URL), from: env.MAIL_FROM },
    operatorEmail: env.OPERATOR_EMAIL === '' ? undefined : env.OPERATOR_EMAIL,
    duty: {
      escalationMs: env.DUTY_ESCALATION_SECONDS.map((seconds) => seconds * 1000),
      pauseMs: env.DUTY_PAUSE_SECONDS * 1000,
      webhookHosts: env.WEBHOOK_HOSTS,
    },
    /** Of strangers’ choice; empty: any. */
    publicHosts: env.PUBLIC_HOSTS,
    endings: { intervalMs: env.EXPIRY_CHECK_SECONDS * 1000 },
    traces: { endpoint: env.OTEL_EXPORTER_OTLP_ENDPOINT, ratio: env.OTEL_TRACES_SAMPLER_ARG },
    metrics: { host: env.METRICS_HOST, port: env.METRICS_PORT },
    board: {
      host: env.BOARD_HOST,
      port: env.BOARD_PORT,
      origin: env.BOARD_ORIGIN === '' ? `http://127.0.0.1:${env.BOARD_PORT}` : env.BOARD_ORIGIN,
    },
    acknowledgement: {
      urgentMs: env.ACKNOWLEDGEMENT_URGENT_HOURS * HOUR,
      routineMs: env.ACKNOWLEDGEMENT_ROUTINE_DAYS * 24 * HOUR,
    },
    logLevel: env.LOG_LEVEL,
    shutdownGraceMs: env.SHUTDOWN_GRACE_SECONDS * 1000,
  } as const
}

/** By the prefix of their variables; a path that is empty names nothing. */
export type Backend = 'MONGODB' | 'REDIS' | 'S3' | 'SMTP'

const tlsPaths = (env: z.output<typeof environment>, backend: Backend) => ({
  authorities: env[`${backend}_TLS_AUTHORITIES`],
  certificate: env[`${backend}_TLS_CERTIFICATE`],
  key: env[`${backend}_TLS_KEY`],
})
