import { io, type Socket } from 'socket.io-client'
import { answerParent } from '../support/answer-parent.js'

/** What `open` takes, as JSON: where to, and the handshake of each client. */
export type Clients = {
  readonly origin: string
  readonly path: string
  readonly handshakes: readonly Readonly<Record<string, unknown>>[]
}

/** So many are let in at a time. */
const LANES = 32

/** Clients that listen and say nothing, in a process of their own, so that only a server's memory is seen. */
const sockets: Socket[] = []

answerParent({
  async open(argument) {
    const { origin, path, handshakes } = JSON.parse(argument) as Clients
    const waiting = handshakes.values()
    const lane = async () => {
      for (const auth of waiting) sockets.push(await connected(origin, path, auth))
    }
    await Promise.all(Array.from({ length: LANES }, lane))
    return sockets.length
  },
  /** How many of them are still connected. */
  held: () => Promise.resolve(sockets.filter((socket) => socket.connected).length),
  close() {
    for (const socket of sockets.splice(0)) socket.close()
    return Promise.resolve(0)
  },
})

function connected(origin: string, path: string, auth: Clients['handshakes'][number]) {
  const options = { path, transports: ['websocket'], forceNew: true, reconnection: false }
  const socket = io(origin, { ...options, auth: { ...auth } })
  return new Promise<Socket>((resolve, reject) => {
    socket.on('connect', () => resolve(socket))
    socket.on('connect_error', reject)
  })
}
