import { once } from 'node:events'
import { type ClientRequest, createServer, type IncomingMessage, request } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Where the requests and the sockets that come from now on are tried first. */
export type Preference = { requests: number; sockets: number }

/**
 * One public origin before several relays, as a proxy in front of them is: whoever does not take the
 * connection is passed over. A request under way at a relay that dies is cut, never sent twice.
 *
 * @param relays - Their ports.
 */
export async function relayProxy(relays: readonly number[]) {
  const prefer: Preference = { requests: 0, sockets: 0 }

  /** Connected to the first relay that takes it. */
  function forward(
    inbound: IncomingMessage,
    first: number,
    use: (outbound: ClientRequest) => void,
    failed: () => void,
  ): void {
    const order = relays.map((_relay, i) => relays[(first + i) % relays.length])
    const attempt = () => {
      const target = order.shift()
      if (target === undefined) {
        failed()
        return
      }
      const { method, url, headers } = inbound
      const options = { host: '127.0.0.1', port: target, method, path: url, headers, agent: false }
      const outbound = request(options)
      const elsewhere = () => attempt()
      outbound.once('error', elsewhere)
      outbound.once('socket', (socket) => {
        socket.once('connect', () => {
          outbound.off('error', elsewhere)
          outbound.on('error', failed)
          use(outbound)
        })
      })
    }
    attempt()
  }

  const server = createServer((inbound, answer) => {
    const cut = () => void inbound.socket.destroy()
    forward(
      inbound,
      prefer.requests,
      (outbound) => {
        outbound.once('response', (response) => {
          answer.writeHead(response.statusCode ?? 502, response.headers)
          response.pipe(answer)
          response.once('error', cut)
        })
        inbound.once('error', () => outbound.destroy())
        inbound.pipe(outbound)
      },
      cut,
    )
  })
  server.on('upgrade', (inbound, client, head) => {
    const cut = () => void client.destroy()
    client.on('error', cut)
    forward(
      inbound,
      prefer.sockets,
      (outbound) => {
        outbound.once('response', cut)
        outbound.once('upgrade', (response, relay, first) => {
          const lines = Object.entries(response.headers).map(
            ([name, value]) => `${name}: ${String(value)}`,
          )
          client.write(`HTTP/1.1 101 Switching Protocols\r\n${lines.join('\r\n')}\r\n\r\n`)
          client.write(first)
          relay.write(head)
          relay.on('error', cut).once('close', cut).pipe(client)
          client.once('close', () => relay.destroy()).pipe(relay)
        })
        outbound.end()
      },
      cut,
    )
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    prefer,
    close(): void {
      server.close()
      server.closeAllConnections()
    },
  }
}
