import type { IncomingMessage } from 'node:http'

/** A connection that brings nothing for so long is given up; what arrived is kept. */
const IDLE_MS = 60_000

/**
 * The body of a request as `@tus/server` reads it, and what is left of it when the answer was given
 * early: unread octets would block the connection for whatever comes next on it.
 */
export function requestOctets(request: IncomingMessage): {
  readonly stream: ReadableStream<Uint8Array>
  drain(): Promise<void>
} {
  request.setTimeout(IDLE_MS, () => request.destroy())
  const octets = request.iterator({ destroyOnReturn: false }) as AsyncIterator<Uint8Array>
  const stream = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const next = await octets.next()
        if (next.done === true) controller.close()
        else controller.enqueue(next.value)
      },
    },
    { highWaterMark: 0 },
  )
  return {
    stream,
    async drain() {
      try {
        while ((await octets.next()).done !== true);
      } catch {
        // The client went away: nothing is left to drain.
      }
    },
  }
}
