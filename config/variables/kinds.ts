import { z } from 'zod'

export const KIB = 1024

/** A file that holds the variable of the same name without `_FILE`: see with-secret-files.ts. */
export const secretFile = (name: string) =>
  z
    .string()
    .default('')
    .describe(`File that holds \`${name}\` and nothing else, mode 0600 or 0640, in place of it.`)

type BackendTlsNames<P extends string> =
  `${P}_TLS_AUTHORITIES` | `${P}_TLS_CERTIFICATE` | `${P}_TLS_KEY`

/** Files for the connections to one backend and for no other: see load-backend-tls.ts. */
export const backendTls = <P extends string>(prefix: P) => {
  const path = (meaning: string) => z.string().default('').describe(meaning)
  return {
    [`${prefix}_TLS_AUTHORITIES`]: path(
      'File with certificates, PEM: of authorities, or self-signed ones. Set, nothing else is trusted on these connections, not even what the system trusts.',
    ),
    [`${prefix}_TLS_CERTIFICATE`]: path(
      'File with a certificate and its chain, leaf first, PEM, that is shown there.',
    ),
    [`${prefix}_TLS_KEY`]: path('File with its key, PEM without a passphrase, mode 0600 or 0640.'),
  } as Record<BackendTlsNames<P>, ReturnType<typeof path>>
}

/** A whole number between two others. */
export const whole = (least: number, most: number, fallback: number) =>
  z.coerce.number().int().min(least).max(most).default(fallback)

/** Addresses separated by commas. */
export const addresses = (most: number) =>
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
export const hosts = (most: number) =>
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

/** Whether a text is scheme, host and port, and nothing else. */
export function isOrigin(text: string): boolean {
  return URL.canParse(text) && new URL(text).origin === text
}

/** What follows a question mark the drivers of Redis and mail put above everything that they are told otherwise. */
export const hasNoOptions = (url: string): boolean => !url.includes('?')

/** Tokens travel over it; only what never leaves the machine may be unencrypted. */
export function isSafe(text: string): boolean {
  if (!URL.canParse(text)) return false
  return new URL(text).protocol === 'https:' || isLoopback(text)
}

/** Whether nobody but this machine can reach an address. */
export function isLoopback(url: string): boolean {
  return /^(localhost|127(\.\d+){3}|\[::1\])$/.test(new URL(url).hostname)
}
