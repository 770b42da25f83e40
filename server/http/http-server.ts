import { once } from 'node:events'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'

/** A request line and its headers must be here by then: a slow client may not hold a socket for free. */
const HEADERS_MS = 10_000
const KEEP_ALIVE_MS = 30_000
const MAX_HEADER_BYTES = 32 * 1024

export type HttpServer = {
  readonly server: Server
  /** Starts to accept. `port` 0 takes a free one. */
  listen(at: { readonly host: string; readonly port: number }): Promise<{ readonly port: number }>
  /**
   * Stops accepting, lets requests under way end, and cuts what has not ended after `graceMs`.
   * Resolves when no connection is left.
   */
  close(graceMs: number): Promise<void>
}

/** A listener with the time limits of a server that faces strangers. Nagle's algorithm is off. */
export function createHttpServer(listener: RequestListener): HttpServer {
  const sockets = new Set<Socket>()
  const server = createServer(
    {
      noDelay: true,
      headersTimeout: HEADERS_MS,
      // Bodies have limits of their own: an upload may take hours, JSON may not (read-json.ts).
      requestTimeout: 0,
      keepAliveTimeout: KEEP_ALIVE_MS,
      connectionsCheckingInterval: 2_000,
      maxHeaderSize: MAX_HEADER_BYTES,
    },
    listener,
  )
  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  return {
    server,
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
