import type { TlsOptions } from 'node:tls'

export type TlsIdentity = {
  /** Chain, leaf first, and its private key; PEM. */
  readonly certificate: string
  readonly key: string
  /** PEM; then every client has to show a certificate that one of them issued. */
  readonly clientAuthorities: string | undefined
}

/** All that TLS 1.3 has and OpenSSL offers; and of 1.2 what has forward secrecy and is authenticated (RFC 9325, 4.2). */
const SUITES = [
  'TLS_AES_256_GCM_SHA384',
  'TLS_CHACHA20_POLY1305_SHA256',
  'TLS_AES_128_GCM_SHA256',
  'ECDHE-ECDSA-AES256-GCM-SHA384',
  'ECDHE-RSA-AES256-GCM-SHA384',
  'ECDHE-ECDSA-CHACHA20-POLY1305',
  'ECDHE-RSA-CHACHA20-POLY1305',
  'ECDHE-ECDSA-AES128-GCM-SHA256',
  'ECDHE-RSA-AES128-GCM-SHA256',
].join(':')

/**
 * What a listener of TLS is told: versions, suites, whose certificate it shows, whose it demands.
 *
 * A client without a good certificate is cut off before anything is spoken with it.
 */
export const tlsOptions = (identity: TlsIdentity, least: '1.2' | '1.3'): TlsOptions => ({
  cert: identity.certificate,
  key: identity.key,
  minVersion: `TLSv${least}`,
  ciphers: SUITES,
  honorCipherOrder: true,
  ...(identity.clientAuthorities === undefined
    ? {}
    : { ca: identity.clientAuthorities, requestCert: true, rejectUnauthorized: true }),
})
