import type { ServerResponse } from 'node:http'

/**
 * Whether the kernel has taken the whole answer from this process, known when the response is over.
 * Call it before anything is sent.
 *
 * `finish` alone does not tell: it is also emitted for octets that were thrown away because the client
 * had closed its end, and `writableFinished` is true then, too.
 */
export function sentInFull(response: ServerResponse): Promise<boolean> {
  const { socket } = response
  return new Promise((resolve) => {
    response.once('finish', () => resolve(socket?.destroyed === false))
    response.once('close', () => resolve(false))
  })
}
