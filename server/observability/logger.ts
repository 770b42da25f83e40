import pino from 'pino'
import { describeError } from './describe-error.js'
import { coded, type LogEvent, type LogFields } from './log-fields.js'

/** Writes coded lines only: redaction is a matter of types, not of remembering. */
export type Logger = {
  debug(event: LogEvent, fields?: LogFields): void
  info(event: LogEvent, fields?: LogFields): void
  warn(event: LogEvent, fields?: LogFields): void
  /** `error` is reduced to class, code and place; its message stays out. */
  error(event: LogEvent, fields: LogFields, error?: unknown): void
  /** Waits until all lines are written; for the end of a process. */
  flush(): Promise<void>
}

type Level = 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent'

/**
 * A logger that writes one JSON object a line to standard output, times in RFC 3339.
 *
 * @param name - the process, such as `relay` or `workers`.
 * @param write - where lines go instead, in tests.
 *
 * @example
 * ```ts
 * const log = createLogger({ name: 'relay', level: 'info' })
 * log.info('relay.listening', { port: 8080 })
 * ```
 */
export function createLogger({
  name,
  level,
  write,
}: {
  readonly name: string
  readonly level: Level
  readonly write?: (line: string) => void
}): Logger {
  const options = {
    level,
    base: { process: process.pid, name },
    timestamp: pino.stdTimeFunctions.isoTime,
    messageKey: 'event',
    formatters: { level: (label: string) => ({ level: label }) },
  }
  const lines = write === undefined ? pino(options) : pino(options, { write })
  const line =
    (at: 'debug' | 'info' | 'warn') =>
    (event: LogEvent, fields: LogFields = {}) => {
      if (lines.isLevelEnabled(at)) lines[at](safe(fields), event)
    }
  return {
    debug: line('debug'),
    info: line('info'),
    warn: line('warn'),
    error: (event, fields, error) =>
      lines.error(
        { ...safe(fields), ...(error === undefined ? {} : { error: describeError(error) }) },
        event,
      ),
    flush: () => new Promise((resolve) => lines.flush(() => resolve())),
  }
}

/** Types are gone at run time and a field may come from outside, so each string is checked again. */
function safe(fields: LogFields): Record<string, unknown> {
  const out: Record<string, unknown> = { ...fields }
  for (const [name, value] of Object.entries(out)) {
    if (typeof value === 'string') out[name] = coded(value)
    else if (typeof value !== 'number') out[name] = undefined
  }
  return out
}

/** A logger that says nothing. */
export const silentLogger: Logger = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  flush: () => Promise.resolve(),
}
