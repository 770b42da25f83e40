import { once } from 'node:events'
import type { Socket } from 'socket.io'

/** So many events may wait for one client; whoever is slower reads the feed when it comes back. */
const LIMIT = 512
/** A replay goes on only while fewer wait. */
const COMFORTABLE = 64
const PATIENCE_MS = 30_000

export type OutgoingQueue = {
  /** Resolves when there is room; false when the client is gone, or too slow. */
  roomAgain(): Promise<boolean>
}

/**
 * Bounds what is held for a client that does not read. Beyond the limit its connection is closed:
 * nothing is lost by it, since it comes back with the position it has reached.
 */
export function outgoingQueue(socket: Socket, onSlow: () => void): OutgoingQueue {
  const { conn } = socket
  let waiting = 0
  conn.on('packetCreate', () => {
    waiting += 1
    if (waiting > LIMIT) onSlow()
  })
  // What was handed to the transport waits no more; while that is busy, nothing is handed over.
  conn.on('flush', () => (waiting = 0))
  return {
    async roomAgain() {
      while (socket.connected && waiting > COMFORTABLE) {
        const signal = AbortSignal.timeout(PATIENCE_MS)
        const drained = await once(conn, 'drain', { signal }).catch(() => undefined)
        if (drained === undefined) return false
      }
      return socket.connected
    },
  }
}
