import { z } from 'zod'
import {
  addresses,
  hasNoOptions,
  hosts,
  isOrigin,
  isSafe,
  KIB,
  secretFile,
  whole,
} from './kinds.js'

/** What relay and workers do: within which limits, how often, with whose help. */
export const work = {
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
  SESSION_LIFETIME_HOURS: whole(1, 24, 12).describe(
    'Longest time from one unlocking of a key to the next. NIST SP 800-63B-4 allows 24 hours, and 12 at its highest level.',
  ),
  SESSION_IDLE_MINUTES: whole(1, 60, 15).describe(
    'A session that has asked for no access token for so long since its last one ended does not go on.',
  ),
  SESSIONS_AT_ONCE: whole(1, 256, 32).describe(
    'Sessions of one officer key at once. Beyond it the one that was used least recently ends.',
  ),
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
    'Provisional evidence that nobody was notified of an urgent package (D.4) or fetched it (E.2).',
  ),
  NON_DELIVERY_URGENT_FINAL_HOURS: whole(1, 24 * 30, 24).describe(
    'Final evidence that nobody was notified of an urgent package (D.4) or fetched it (E.2).',
  ),
  NON_DELIVERY_ROUTINE_DAYS: whole(1, 90, 7).describe(
    'Evidence that nobody was notified of a routine package (D.4) or fetched it (E.2).',
  ),
  SMTP_URL: z
    .string()
    .regex(/^(smtps?:\/\/.+)?$/, 'must be an smtp:// or smtps:// address')
    .refine(hasNoOptions, 'must have no options: they would override TLS')
    .default('')
    .describe(
      'Mail server for alerts and warnings, with user and password where it wants them, without options. Empty: no mail. TLS is demanded, except on a loopback address.',
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
  PUBLIC_HOSTS: hosts(256)
    .refine((all) => all.every((one) => !one.includes(':')), 'must be hosts without ports')
    .describe(
      'Hosts on the public Internet that webhooks and OCSP responders may be at, separated by commas, without ports. Empty: any, since authorities name them.',
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
  BOARD_PORT: whole(0, 65_535, 0).describe(
    'Port of the board of queues (`node dist/server/board.js`), for the operator alone; 0: none. `npm start` sets it.',
  ),
  BOARD_HOST: z
    .string()
    .min(1)
    .default('127.0.0.1')
    .describe('Address that the board listens on, in plain HTTP: leave it on this machine.'),
  BOARD_ORIGIN: z
    .union([z.literal(''), z.url({ protocol: /^https?$/ })])
    .refine((text) => text === '' || isOrigin(text), 'must be scheme, host and port only')
    .refine((text) => text === '' || isSafe(text), 'must be https, except on a loopback address')
    .default('')
    .describe(
      "URL that the operator's browser finds the board at, to which links and cookies are bound. Empty: `http://127.0.0.1` with BOARD_PORT, as at the end of a tunnel.",
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
}
