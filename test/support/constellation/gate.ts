import { connect, createServer, type Server, type Socket } from 'node:net'
import { once } from 'node:events'

/** A door before a service of the test run: shut, the service is gone for whoever goes through here. */
export type Gate = {
  /** The same address by way of the gate. */
  readonly url: string
  /** Breaks every line and lets nobody in. */
  shut(): Promise<void>
  open(): Promise<void>
  /** Nothing passes any more on the lines there are, and nobody is told. New ones are as before. */
  mute(): void
}

/** @param url - of the service: `mongodb://…` of one host, or `redis://…`. */
export async function gate(url: string): Promise<Gate> {
  const through = new URL(url)
  const { hostname, port: target } = through
  const lines = new Set<Socket>()
  let server = serve()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  through.host = `127.0.0.1:${port}`

  function serve(): Server {
    return createServer((inner) => {
      const outer = connect(Number(target), hostname)
      for (const [line, other] of [
        [inner, outer],
        [outer, inner],
      ] as const) {
        lines.add(line)
        line.pipe(other)
        line.on('error', () => other.destroy())
        line.on('close', () => {
          lines.delete(line)
          other.destroy()
        })
      }
    })
  }

  return {
    url: through.href,
    async shut() {
      const closed = once(server, 'close')
      server.close()
      for (const line of lines) line.destroy()
      await closed
    },
    mute() {
      for (const line of lines) line.unpipe().resume()
    },
    async open() {
      server = serve()
      server.listen(port, '127.0.0.1')
      await once(server, 'listening')
    },
  }
}
