import { z } from 'zod'

export const KIB = 1024

/** A file that holds the variable of the same name without `_FILE`: see with-secret-files.ts. */
export const secretFile = (name: string) =>
  z
    .string()
    .default('')
    .describe(`File that holds \`${name}\` and nothing else, mode 0600 or 0640, in place of it.`)

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

/** Tokens travel over it; only what never leaves the machine may be unencrypted. */
export function isSafe(text: string): boolean {
  if (!URL.canParse(text)) return false
  return new URL(text).protocol === 'https:' || isLoopback(text)
}

/** Whether nobody but this machine can reach an address. */
export function isLoopback(url: string): boolean {
  return /^(localhost|127(\.\d+){3}|\[::1\])$/.test(new URL(url).hostname)
}
