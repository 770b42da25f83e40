import { connect, createServer, type Server, type Socket } from 'node:net'
import { once } from 'node:events'
import { Transform } from 'node:stream'

/** A door before a service of the test run: shut, the service is gone for whoever goes through here. */
export type Gate = {
  /** The same address by way of the gate. */
  readonly url: string
  /** Breaks every line and lets nobody in. */
  shut(): Promise<void>
  open(): Promise<void>
  /** Breaks every line; new ones are as before. */
  cut(): void
  /** Nothing passes any more on the lines there are, and nobody is told. New ones are as before. */
  mute(): void
  /** From now on whatever passes, in either direction, takes so many milliseconds longer; 0 for as before. */
  delay(ms: number): void
}

/** @param url - of the service: `mongodb://…` of one host, `redis://…` or `http://…`. */
export async function gate(url: string): Promise<Gate> {
  const through = new URL(url)
  const { hostname, port: target } = through
  const lines = new Set<Socket>()
  const late = { ms: 0 }
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
        line.pipe(delayed()).pipe(other)
        line.on('error', () => other.destroy())
        line.on('close', () => {
          lines.delete(line)
          other.destroy()
        })
      }
    })
  }

  /** One piece after the other: a line that is slow is narrow, too. */
  function delayed(): Transform {
    return new Transform({
      transform(piece, _encoding, done) {
        if (late.ms === 0) done(null, piece)
        else setTimeout(done, late.ms, null, piece)
      },
    })
  }

  function cut(): void {
    for (const line of lines) line.destroy()
  }

  return {
    url: through.href,
    async shut() {
      const closed = once(server, 'close')
      server.close()
      cut()
      await closed
    },
    cut,
    mute() {
      for (const line of lines) line.unpipe().resume()
    },
    delay(ms) {
      late.ms = ms
    },
    async open() {
      server = serve()
      server.listen(port, '127.0.0.1')
      await once(server, 'listening')
    },
  }
}
