import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { io, type Socket } from 'socket.io-client'
import { signProof } from '#crypto/access/proof.js'
import { SOCKET_PATH } from '#server/contract/socket-events.js'
import type { FeedEvent } from '#server/contract/wire.js'
import { problemOf } from '#server/http/problem-of.js'
import { securityHeaders } from '#server/http/security-headers.js'
import { silentLogger } from '#server/observability/logger.js'
import { createSocketServer, type SocketParts } from '#server/realtime/socket-server.js'
import { callerOf } from './fake-relay.js'
import { httpRelay } from './http-relay.js'
import { sampleSubmission } from './sample-submission.js'
import type { Officer } from './world/officers.js'
import { NOW } from './world/moments.js'

/** A real door for sockets before the real use-cases, over fake ports; the clock stands still. */
export async function socketRelay(changes: Partial<SocketParts> = {}) {
  const http = await httpRelay()
  const { relay } = http
  const said: string[] = []
  const server = createServer()
  const sockets = createSocketServer(server, {
    ...http.useCases,
    confirmNotice: relay.confirmNotice,
    judgeStanding: relay.judgeStanding,
    standingMs: 20,
    clock: relay.clock,
    log: {
      ...silentLogger,
      info: (event, fields) => said.push(`${event} ${fields?.code ?? '-'}`),
    },
    origin: relay.relay.origin,
    headers: securityHeaders(relay.relay.origin),
    explain: (error) => problemOf(error, '-', () => false).body,
    ...changes,
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port } = server.address() as AddressInfo
  const clients: Socket[] = []

  async function handshake(officer: Officer, claims: object = {}) {
    const token = await http.as(officer).token()
    const url = relay.relay.origin + SOCKET_PATH
    const proof = { key: officer.key, method: 'GET', url, at: NOW, token } as const
    return { token, proof: await signProof({ ...proof, ...claims }) }
  }

  function open(auth: object, extraHeaders: Record<string, string> = {}): Socket {
    const options = { path: SOCKET_PATH, transports: ['websocket'], reconnection: false, auth }
    const client = io(`http://127.0.0.1:${port}`, { ...options, forceNew: true, extraHeaders })
    clients.push(client)
    return client
  }

  return {
    http,
    relay,
    sockets,
    port,
    clients,
    said,
    handshake,
    open,
    async opened(officer: Officer, more: object = {}) {
      const client = open({ ...(await handshake(officer)), ...more })
      const events: FeedEvent[] = []
      client.on('event', (event: FeedEvent) => events.push(event))
      await heard(client, 'connect')
      const until = async (count: number) => {
        while (events.length < count) await heard(client, 'event')
        return events.map(({ code }) => code)
      }
      return { client, events, until }
    },
    async consigned() {
      const sample = await sampleSubmission(relay)
      await relay.submit(callerOf(relay.drafter), sample.submission)
      await relay.consign({ header: sample.header })
      return sample
    },
    async close() {
      for (const client of clients) client.close()
      await sockets.close()
      server.close()
      await http.close()
    },
  }
}
export type SocketRelay = Awaited<ReturnType<typeof socketRelay>>

/** The next event of a client, which is no emitter of Node's. */
export const heard = (client: Socket, event: string): Promise<unknown[]> =>
  new Promise((resolve) => client.once(event, (...args: unknown[]) => resolve(args)))
