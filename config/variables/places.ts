import { z } from 'zod'
import { isOrigin, isSafe, whole } from './kinds.js'

/** Where relay and workers are reached, and where they keep what they keep. */
export const places = {
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
  REQUIRE_TLS: z
    .enum(['true', 'false'])
    .default('false')
    .describe(
      'Whether a process refuses to start when any connection of it would be plain: to MongoDB, Redis, the bucket, mail, time-stamping authorities, witnesses, webhooks, a collector, or from the proxy in front; or when MongoDB or Redis would not be told who asks. OCSP stays plain, whose answers are signed.',
    ),
  TRUSTED_PROXY_HOPS: whole(0, 8, 0).describe(
    'Reverse proxies in front of the relay, whose `X-Forwarded-For` is believed.',
  ),
  DATA_DIR: z
    .string()
    .min(1)
    .default('.rogatory')
    .describe("Folder for ciphertext of parts (`blobs`) and the relay's keys (`relay`)."),
  RELAY_KEYS_DIR: z
    .string()
    .default('')
    .describe(
      "Folder with the relay's keys, entry and trust list, such as a vault mounts: the files of `DATA_DIR/relay/current` and `trust.json`, mode 0600 or 0640. Empty: they are in `DATA_DIR`.",
    ),
  EXAMPLE_IDENTITIES: z
    .enum(['true', 'false'])
    .default('false')
    .describe(
      'Whether the web client offers the example officers of `DATA_DIR` to everybody, passphrases included. Only on a loopback origin: `npm start` sets it.',
    ),
}
