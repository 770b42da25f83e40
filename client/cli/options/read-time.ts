import { z } from 'zod'
import { ClientError } from '../../core/client-error.js'

/** @throws {@link ClientError} `usage` for what is no RFC 3339 time. */
export function readTime(option: string, text: unknown): Date {
  const time = z.iso.datetime({ offset: true }).safeParse(text)
  if (time.success) return new Date(time.data)
  throw new ClientError(
    'usage',
    `${option} takes a time with its zone`,
    'Such as 2026-03-01T10:00:00Z.',
  )
}
