import type { RefusalCode } from '../contract/problems.js'

const FULL = new Set(['ENOSPC', 'EDQUOT'])
const PASSING = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EMFILE',
  'ENFILE',
])

/** Whether the database says of an error that it passes; only its folder knows (server/storage). */
export type IsOutage = (error: unknown) => boolean
type Outage = Extract<RefusalCode, 'unavailable' | 'storage-full'>

/** Whether an error, or what caused it, is something that passes and that a caller may wait for. */
export function outageOf(error: unknown, isOutage: IsOutage): Outage | undefined {
  for (let depth = 0; error instanceof Error && depth < 5; depth++) {
    const code = 'code' in error ? String(error.code) : ''
    if (FULL.has(code)) return 'storage-full'
    if (PASSING.has(code) || isOutage(error)) return 'unavailable'
    error = error.cause
  }
  return undefined
}
