import { RelayProblem } from '../core/relay-problem.js'
import type { Access } from './access.js'

/** What a fresh token may mend; where the session is over, asking for one says so. */
const ENDED = ['token-expired', 'session-ended']

/** Sends once, and once more with a fresh token when the relay says that ours has ended. */
export async function withAccess<T>(
  officer: Access | undefined,
  method: string,
  url: string,
  send: (headers: Record<string, string>) => Promise<T>,
): Promise<T> {
  if (officer === undefined) return send({})
  try {
    return await send(await officer.headers(method, url))
  } catch (error) {
    if (!(error instanceof RelayProblem) || !ENDED.includes(error.code)) throw error
    officer.forget()
    return send(await officer.headers(method, url))
  }
}
