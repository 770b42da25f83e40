import { ClientError } from '../../core/client-error.js'
import { RelayProblem } from '../../core/relay-problem.js'

/**
 * Why nothing comes any more: the session is `over`; the relay lets this key in no more (`refused`); it was away or busy
 * for a moment (`passing`), so one listens again; or what it sent is not to be believed, or not understood (`broken`).
 */
export type LineEnd = 'over' | 'refused' | 'passing' | 'broken'

export function lineEnd(error: unknown): LineEnd {
  if (error instanceof RelayProblem) {
    if (error.code.startsWith('session-')) return 'over'
    return error.status >= 500 || error.status === 429 ? 'passing' : 'refused'
  }
  return error instanceof ClientError && error.code === 'relay-unreachable' ? 'passing' : 'broken'
}
