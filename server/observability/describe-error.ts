import { coded } from './log-fields.js'

/** What may be said of an error: its class, its code, where it was thrown. Never its message. */
export type DescribedError = {
  readonly name: string
  readonly code?: string
  /** `file:line:column` of our own frames and those of dependencies, innermost first. */
  readonly at: readonly string[]
  readonly cause?: DescribedError
}

const FRAMES = 6
const CAUSES = 3

/**
 * Reduces an error to what is safe to log. Messages of dependencies quote what they choked on: a
 * document, a connection string with its password, a name.
 */
export function describeError(error: unknown, depth = CAUSES): DescribedError {
  if (!(error instanceof Error)) return { name: typeof error, at: [] }
  const code = 'code' in error ? error.code : undefined
  return {
    name: coded(error.name),
    ...(typeof code === 'string' || typeof code === 'number' ? { code: coded(String(code)) } : {}),
    at: frames(error),
    ...(error.cause === undefined || depth === 0
      ? {}
      : { cause: describeError(error.cause, depth - 1) }),
  }
}

/** The message stands above the first frame and may itself hold lines that look like frames. */
function frames({ stack = '', message }: Error): string[] {
  const own = stack.slice(Math.max(0, stack.indexOf(message)) + message.length)
  const found = own.matchAll(/^ {4}at (?:.* \()?(?:file:\/\/)?([^()\s]+:\d+:\d+)\)?$/gm)
  return [...found]
    .slice(0, FRAMES)
    .map(([, place]) => coded(place?.split('/').slice(-3).join('/') ?? ''))
}
