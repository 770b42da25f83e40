import { z } from 'zod'
import { address } from './address.js'

const KIB = 1024
const HOUR = 3_600_000

/** A file that holds the variable of the same name without `_FILE`: see with-secret-files.ts. */
const secretFile = (name: string) =>
  z
    .string()
    .default('')
    .describe(`File that holds \`${name}\` and nothing else, mode 0600 or 0640, in place of it.`)

const whole = (least: number, most: number, fallback: number) =>
  z.coerce.number().int().min(least).max(most).default(fallback)

/** Addresses separated by commas. */
const addresses = (most: number) =>
  z
    .string()
    .default('')
    .transform((text) =>
      text
        .split(',')
        .map((part) => part.trim())
        .filter((part) => part !== ''),
    )
    .pipe(z.array(z.url({ protocol: /^https?$/ })).max(most))

/** Hosts separated by commas, each with a port where it is not the usual one. */
const hosts = (most: number) =>
  z
    .string()
    .default('')
    .transform((text) =>
      text
        .split(',')
        .map((part) => part.trim().toLowerCase())
        .filter((part) => part !== ''),
    )
    .pipe(z.array(z.string().regex(/^[a-z0-9.-]+(:\d{1,5})?$/)).max(most))

/**
 * Every environment variable that relay and workers understand, each with its meaning.
 *
 * `docs/configuration.md` is generated from here, and `npm run check` fails when it drifts.
 */
export const environment = z.object({
  RELAY_ID: z
    .string()
    .max(64)
    .regex(/^[a-z]{2}\.[a-z0-9]+(-[a-z0-9]+)*$/, 'must look like zz.relay')
    .describe(
      "The relay's own identifier in the directory and in every evidence, such as `zz.relay`.",
    ),
  RELAY_ORIGIN: z
    .url({ protocol: /^https?$/ })
    .refine(
      (text) => isOrigin(text),
      'must be an origin: scheme, host, port; no path, no final slash',
    )
    .refine((text) => isSafe(text), 'must be https, except on a loopback address')
    .describe('Public URL. Access tokens and DPoP proofs (RFC 9449) are bound to it.'),
  RELAY_HOST: z.string().min(1).default('127.0.0.1').describe('Address the relay listens on.'),
  RELAY_PORT: whole(0, 65_535, 8080).describe('Port the relay listens on; 0 takes a free one.'),
  TLS_CERTIFICATE: z
    .string()
    .default('')
    .describe(
      'File with the certificate that the relay shows and its chain, leaf first, PEM. Read again every ten seconds and on SIGHUP. Empty: plain HTTP, for a proxy in front that ends TLS.',
    ),
  TLS_KEY: z
    .string()
    .default('')
    .describe('File with its private key, PEM without a passphrase, mode 0600 or 0640.'),
  TLS_CLIENT_AUTHORITIES: z
    .string()
    .default('')
    .describe(
      'File with certificates of authorities, PEM. Set, whoever connects must show a certificate that one of them issued: the proxy in front, or each client.',
    ),
  TLS_LEAST_VERSION: z
    .enum(['1.2', '1.3'])
    .default('1.3')
    .describe('Oldest TLS that is spoken. Of 1.2, only authenticated suites with forward secrecy.'),
  TRUSTED_PROXY_HOPS: whole(0, 8, 0).describe(
    'Reverse proxies in front of the relay, whose `X-Forwarded-For` is believed.',
  ),
  MONGODB_URI: z
    .string()
    .regex(/^mongodb(\+srv)?:\/\/./, 'must be a mongodb:// or mongodb+srv:// address')
    .describe(
      'MongoDB: a replica set or a sharded cluster in production. Every write is journalled.',
    ),
  MONGODB_URI_FILE: secretFile('MONGODB_URI'),
  REDIS_URL: z
    .url({ protocol: /^rediss?$/ })
    .describe(
      'Redis or Valkey with `maxmemory-policy noeviction`. It is never the only holder of anything.',
    ),
  REDIS_URL_FILE: secretFile('REDIS_URL'),
  DATA_DIR: z
    .string()
    .min(1)
    .default('.rogatory')
    .describe("Folder for ciphertext of parts (`blobs`) and the relay's keys (`relay`)."),
  S3_ENDPOINT: z
    .union([z.literal(''), z.url({ protocol: /^https?$/ })])
    .refine((text) => text === '' || isOrigin(text), 'must be scheme, host and port only')
    .refine((text) => text === '' || isSafe(text), 'must be https, except on a loopback address')
    .default('')
    .describe(
      'S3-compatible store for complete parts, such as `https://s3.example.org`; the bucket is in the path. Uploads under way stay below `DATA_DIR`. Empty: parts are on disk, too.',
    ),
  S3_BUCKET: z
    .string()
    .regex(/^([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])?$/, 'must be the name of a bucket')
    .default('')
    .describe('Bucket for nothing else, without versions: what is deleted must be gone.'),
  S3_REGION: z
    .string()
    .regex(/^[a-zA-Z0-9-]{1,64}$/)
    .default('us-east-1')
    .describe('Region that requests are signed for.'),
  S3_ACCESS_KEY_ID: z
    .string()
    .regex(/^[\w.-]{0,128}$/)
    .default('')
    .describe(
      'Access key. It needs to read, put and delete objects, and to list the bucket: else the store does not say that an object is absent.',
    ),
  S3_SECRET_ACCESS_KEY_FILE: z
    .string()
    .default('')
    .describe('File that holds its secret and nothing else, mode 0600 or 0640.'),
  EXAMPLE_IDENTITIES: z
    .enum(['true', 'false'])
    .default('false')
    .describe(
      'Whether the web client offers the example officers of `DATA_DIR` to everybody, passphrases included. Only on a loopback origin: `npm start` sets it.',
    ),
  MAX_PART_BYTES: whole(1, Number.MAX_SAFE_INTEGER, 64 * KIB ** 3).describe(
    'Longest ciphertext of one part, in octets.',
  ),
  MAX_ENVELOPE_BYTES: whole(4 * KIB, 4 * KIB ** 2, 2 * KIB ** 2).describe(
    'Longest envelope (the JWE that holds the manifest), in octets.',
  ),
  UPLOAD_LIFETIME_HOURS: whole(1, 24 * 30, 72).describe(
    'An upload that is neither continued nor submitted for so long is deleted.',
  ),
  RETENTION_INTERVAL_MINUTES: whole(1, 24 * 60, 60).describe(
    'How often it is looked whether content is to be deleted: uploads that came to nothing, and packages whose time is over by the schedule of the operator.',
  ),
  DRAFTS_MAX_MIB: whole(1, 1024 ** 2, 256).describe(
    'Room for the sealed drafts of one authority, in mebibytes.',
  ),
  TRANSLATOR_UPLOADS_MAX_MIB: whole(1, 1024 ** 2, 4096).describe(
    'What one translator may have uploaded within UPLOAD_LIFETIME_HOURS, in mebibytes.',
  ),
  TOKEN_LIFETIME_SECONDS: whole(30, 3600, 300).describe('Lifetime of an access token.'),
  PROOF_LIFETIME_SECONDS: whole(5, 300, 60).describe(
    'How old a DPoP proof or a client assertion may be, and how far a clock may be ahead.',
  ),
  CHECKPOINT_INTERVAL_MS: whole(50, 1000, 1000).describe(
    'Longest time between a statement entering the log and the checkpoint that covers it.',
  ),
  TIMESTAMP_INTERVAL_SECONDS: whole(1, 60, 60).describe(
    'Longest time between two time-stamps while the log grows.',
  ),
  TIMESTAMP_URLS: addresses(8).describe(
    'RFC 3161 time-stamping authorities, separated by commas. Empty: the built-in one.',
  ),
  WITNESS_URLS: addresses(16).describe(
    'Submission prefixes of witnesses (C2SP tlog-witness) to push checkpoints to, separated by commas. Their keys stand in `trust.json`.',
  ),
  WITNESS_INTERVAL_SECONDS: whole(1, 3600, 5).describe(
    'Shortest time between two checkpoints that one witness is asked to cosign.',
  ),
  OCSP_HOSTS: hosts(16).describe(
    'OCSP responders inside your own network, `host` or `host:port`, separated by commas. All others must be on the public Internet.',
  ),
  OCSP_INTERVAL_SECONDS: whole(1, 86_400, 600).describe(
    'How often it is looked whether the status of certificates is to be asked for again.',
  ),
  OUTBOX_INTERVAL_MS: whole(50, 60_000, 1000).describe(
    'How often work that is recorded in MongoDB and not yet queued in Redis is looked for.',
  ),
  NON_DELIVERY_URGENT_PROVISIONAL_HOURS: whole(1, 24 * 30, 12).describe(
    'Provisional evidence of non-delivery of an urgent package.',
  ),
  NON_DELIVERY_URGENT_FINAL_HOURS: whole(1, 24 * 30, 24).describe(
    'Final evidence of non-delivery of an urgent package.',
  ),
  NON_DELIVERY_ROUTINE_DAYS: whole(1, 90, 7).describe(
    'Evidence of non-delivery of a routine package.',
  ),
  SMTP_URL: z
    .string()
    .regex(/^(smtps?:\/\/.+)?$/, 'must be an smtp:// or smtps:// address')
    .default('')
    .describe(
      'Mail server for alerts and warnings, with user and password where it wants them. Empty: no mail. TLS is demanded, except on a loopback address.',
    ),
  SMTP_URL_FILE: secretFile('SMTP_URL'),
  MAIL_FROM: z.email().default('rogatory@localhost.localdomain').describe('Sender of mails.'),
  OPERATOR_EMAIL: z
    .union([z.literal(''), z.email()])
    .default('')
    .describe("Whom to warn of the relay's own keys and certificates that end."),
  DUTY_ESCALATION_SECONDS: z
    .string()
    .regex(/^\d{1,6}(,\d{1,6}){0,15}$/, 'must be seconds separated by commas')
    .transform((text) => text.split(',').map(Number))
    .refine((all) => all.every((each, i) => each > (all[i - 1] ?? 0)), 'must grow')
    .prefault('900,1800,3600')
    .describe(
      'When duty officers are alerted again to an urgent package that nobody has acknowledged, in seconds from the first alert.',
    ),
  DUTY_PAUSE_SECONDS: whole(1, 24 * 3600, 1800).describe(
    'For so long the escalation stands still once a duty officer has taken it over, unless a receipt comes.',
  ),
  WEBHOOK_HOSTS: hosts(64).describe(
    'Receivers of duty alerts inside your own network, `host` or `host:port`, separated by commas; over plain HTTP, too. All others must be on the public Internet, by HTTPS on port 443.',
  ),
  EXPIRY_CHECK_SECONDS: whole(1, 24 * 3600, 3600).describe(
    'How often keys, entries, credentials and certificates that end soon are looked for.',
  ),
  METRICS_PORT: whole(0, 65_535, 0).describe(
    'Port on which this process, relay or workers, serves metrics to Prometheus at `/metrics`; 0: none. Processes of one machine need one each.',
  ),
  METRICS_HOST: z
    .string()
    .min(1)
    .default('127.0.0.1')
    .describe(
      'Address that metrics are served on. It has no access control: keep it on a network of the operator.',
    ),
  ACKNOWLEDGEMENT_URGENT_HOURS: whole(1, 24 * 30, 24).describe(
    'Time to acknowledge an urgent or emergency package, from when it is available; then it is overdue (evidence K.2).',
  ),
  ACKNOWLEDGEMENT_ROUTINE_DAYS: whole(1, 365, 7).describe(
    'Time to acknowledge a routine package, from when it is available; then it is overdue (evidence K.2).',
  ),
  OTEL_EXPORTER_OTLP_ENDPOINT: z
    .union([z.literal(''), z.url({ protocol: /^https?$/ })])
    .default('')
    .describe(
      'OpenTelemetry collector (OTLP over HTTP, JSON) to send traces to, such as `http://127.0.0.1:4318`. They hold names of routes, jobs and stores, no ids and no content. Empty: no traces.',
    ),
  OTEL_TRACES_SAMPLER_ARG: z.coerce
    .number()
    .min(0)
    .max(1)
    .default(1)
    .describe('Which share of requests and jobs is traced, 0 to 1.'),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
    .default('info')
    .describe(
      'Least serious line that is logged. No level logs content, names of persons or tokens.',
    ),
  SHUTDOWN_GRACE_SECONDS: whole(1, 600, 20).describe(
    'How long requests and jobs under way may take to end after SIGTERM.',
  ),
})

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
    mongodb: address(env.MONGODB_URI),
    redis: address(env.REDIS_URL),
    offersExample: env.EXAMPLE_IDENTITIES === 'true',
    folders: { blobs: `${env.DATA_DIR}/blobs`, relay: `${env.DATA_DIR}/relay` },
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
    endings: { intervalMs: env.EXPIRY_CHECK_SECONDS * 1000 },
    traces: { endpoint: env.OTEL_EXPORTER_OTLP_ENDPOINT, ratio: env.OTEL_TRACES_SAMPLER_ARG },
    metrics: { host: env.METRICS_HOST, port: env.METRICS_PORT },
    acknowledgement: {
      urgentMs: env.ACKNOWLEDGEMENT_URGENT_HOURS * HOUR,
      routineMs: env.ACKNOWLEDGEMENT_ROUTINE_DAYS * 24 * HOUR,
    },
    logLevel: env.LOG_LEVEL,
    shutdownGraceMs: env.SHUTDOWN_GRACE_SECONDS * 1000,
  } as const
}

function isOrigin(text: string): boolean {
  return URL.canParse(text) && new URL(text).origin === text
}

/** Tokens travel over it; only what never leaves the machine may be unencrypted. */
function isSafe(text: string): boolean {
  if (!URL.canParse(text)) return false
  return new URL(text).protocol === 'https:' || isLoopback(text)
}

/** Whether nobody but this machine can reach an address. */
export function isLoopback(url: string): boolean {
  return /^(localhost|127(\.\d+){3}|\[::1\])$/.test(new URL(url).hostname)
}
