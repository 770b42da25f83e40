import { once } from 'node:events'
import { createServer, type RequestListener, type Server } from 'node:http'
import { createServer as createTlsServer, type Server as TlsServer } from 'node:https'
import type { AddressInfo, Socket } from 'node:net'
import type { TlsOptions } from 'node:tls'

const KEEP_ALIVE_MS = 30_000
const MAX_HEADER_BYTES = 32 * 1024
const MAX_HEADERS = 100

export type HttpBounds = {
  /** A request line and its headers must be here by then: a slow client may not hold a socket for free. */
  readonly headersMs: number
  /** So long nothing may move during a request or an answer, either way. */
  readonly idleMs: number
  /** Connections at once; with whoever is beyond, nothing is spoken. */
  readonly connections: number
}
const BOUNDS: HttpBounds = { headersMs: 10_000, idleMs: 120_000, connections: 20_000 }

export type HttpServer = {
  readonly server: Server | TlsServer
  /** Starts to accept. `port` 0 takes a free one. */
  listen(at: { readonly host: string; readonly port: number }): Promise<{ readonly port: number }>
  /**
   * Stops accepting, lets requests under way end, and cuts what has not ended after `graceMs`.
   * Resolves when no connection is left.
   */
  close(graceMs: number): Promise<void>
  /** What handshakes are told from now on; connections that stand go on. Without TLS it is a defect to call it. */
  present(tls: TlsOptions): void
}

/**
 * A listener with the time limits of a server that faces strangers. Nagle's algorithm is off.
 *
 * @param tls - Speaks TLS and nothing else; without, plain HTTP, as behind a proxy.
 */
export function createHttpServer(
  listener: RequestListener,
  bounds: HttpBounds = BOUNDS,
  tls?: TlsOptions,
): HttpServer {
  const sockets = new Set<Socket>()
  const options = {
    noDelay: true,
    headersTimeout: bounds.headersMs,
    // Bodies have limits of their own: an upload may take hours, JSON may not (read-json.ts).
    requestTimeout: 0,
    keepAliveTimeout: KEEP_ALIVE_MS,
    connectionsCheckingInterval: Math.min(2_000, bounds.headersMs),
    maxHeaderSize: MAX_HEADER_BYTES,
  }
  const server =
    tls === undefined
      ? createServer(options, listener)
      : createTlsServer({ ...options, ...tls, handshakeTimeout: bounds.headersMs }, listener)
  // Beyond it, further headers are dropped, not stored.
  server.maxHeadersCount = MAX_HEADERS
  server.maxConnections = bounds.connections
  // Live connections are exempt: the WebSocket server takes their sockets over.
  server.setTimeout(bounds.idleMs)
  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  return {
    server,
    present: (changed) => (server as TlsServer).setSecureContext(changed),
    async listen({ host, port }) {
      server.listen(port, host)
      await once(server, 'listening')
      return { port: (server.address() as AddressInfo).port }
    },
    async close(graceMs) {
      if (!server.listening) return
      const closed = once(server, 'close')
      server.close()
      // A connection becomes idle when its answer is out; nobody else would close it then.
      const idle = setInterval(() => server.closeIdleConnections(), 20)
      const cut = setTimeout(() => {
        for (const socket of sockets) socket.destroy()
      }, graceMs)
      await closed
      clearInterval(idle)
      clearTimeout(cut)
    },
  }
}
