import { ClientError } from '../core/client-error.js'
import { delayBefore } from './retry.js'
import { unreachable } from './unreachable.js'

type Wanted = Readonly<Record<string, string>>

/**
 * The octets behind an address. Where the line breaks, what is missing is asked for (RFC 9110 §14) on
 * the condition that it is still the same representation (If-Range), which also tells the relay that
 * all before it has arrived. A relay that then sends something else is not listened to.
 *
 * @param send - One exchange with these headers.
 * @throws RelayProblem; {@link ClientError} `relay-unreachable` when it does not come back,
 *   `relay-answer` if it does not continue where it broke off.
 */
export async function* download(
  url: string,
  send: (wanted: Wanted) => Promise<Response>,
): AsyncGenerator<Uint8Array, void, undefined> {
  let received = 0
  let tag: string | null = null
  let tries = 0
  for (;;) {
    try {
      const response = await send(wantedFrom(received, tag))
      requireContinued(response, received)
      tag ??= response.headers.get('etag')
      if (response.body === null) return
      for await (const chunk of response.body) {
        received += chunk.length
        tries = 0
        yield chunk
      }
      return
    } catch (error) {
      const failure = error instanceof TypeError ? unreachable(url, error) : error
      const delay = delayBefore(failure, ++tries)
      if (delay === undefined || (received > 0 && tag === null)) throw failure
      await new Promise((resolve) => setTimeout(resolve, delay))
    }
  }
}

/** Offsets count what is stored: nobody between may compress it. */
const EXACT = { 'accept-encoding': 'identity' }

const wantedFrom = (received: number, tag: string | null): Wanted =>
  received === 0 || tag === null
    ? EXACT
    : { ...EXACT, range: `bytes=${received}-`, 'if-range': tag }

function requireContinued(response: Response, received: number): void {
  if (received === 0 && response.status === 200) return
  const range = response.headers.get('content-range') ?? ''
  if (response.status === 206 && range.startsWith(`bytes ${received}-`)) return
  throw new ClientError(
    'relay-answer',
    'the relay does not continue a download where it broke off',
    'Run the same command again.',
  )
}
