import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { afterwards } from '#server/http/afterwards.js'
import { type AppParts, createApp } from '#server/http/app.js'
import { createHttpServer } from '#server/http/http-server.js'
import { createLogger } from '#server/observability/logger.js'
import { fakeRelay } from './fake-relay.js'
import { Outage } from './fake-ports.js'
import { fakeUseCases } from './fake-use-cases.js'
import { signedIn } from './signed-in.js'

const LIMITS = {
  partBytes: 8 * 1024 * 1024,
  uploadLifetimeMs: 3_600_000,
  translatorUploadBytes: 1024 ** 2,
}

/** What lies between a client and the relay: hands a request on, answers it itself, or breaks. */
export type Line = (request: IncomingMessage, response: ServerResponse, onward: () => void) => void

/**
 * A real listener before the real use-cases, over fake ports; the clock stands still.
 *
 * @param line - given, the relay's public origin is the address of this listener, as for a real client.
 */
export async function httpRelay(changes: Partial<AppParts> = {}, line?: Line) {
  const http = createHttpServer((request, response) => {
    const onward = () => listener(request, response)
    if (line === undefined) onward()
    else line(request, response, onward)
  })
  const { port } = await http.listen({ host: '127.0.0.1', port: 0 })
  const url = `http://127.0.0.1:${port}`
  const relay = await fakeRelay(line && url)
  const lines: string[] = []
  const log = createLogger({ name: 'relay', level: 'info', write: (line) => lines.push(line) })
  const { useCases: all, sequence, onSessionEnded } = await fakeUseCases(relay)
  const useCases = { ...all, ...changes.useCases }
  const after = afterwards()
  const listener: RequestListener = createApp({
    uploads: noUploads,
    log,
    afterwards: after,
    ready: { mongodb: () => Promise.resolve() },
    isOutage: (error) => error instanceof Outage,
    origin: relay.relay.origin,
    trustedProxyHops: 0,
    limits: LIMITS,
    site: { files: new Map(), relay: relay.relay, example: undefined },
    ...changes,
    useCases,
  })
  return {
    relay,
    useCases,
    /** Told of sessions that have ended here, as over Redis. */
    onSessionEnded,
    http,
    url,
    port,
    lines,
    after,
    /** One round of the sequencer: everything kept gets its place in the log. */
    sequence,
    /** An officer's fetch: logs in, and proves possession with every request. */
    as: signedIn(url, relay.relay.origin, relay.clock),
    close: () => http.close(0),
  }
}
export type HttpRelay = Awaited<ReturnType<typeof httpRelay>>

const no = () => Promise.reject(new Error('this test has no uploads'))
const noUploads = {
  begin: no,
  octetsBy: no,
  find: no,
  append: no,
  discard: no,
  expire: no,
  check: no,
}

export const octetsIn = async (response: Response): Promise<Buffer> =>
  Buffer.from(await response.arrayBuffer())
