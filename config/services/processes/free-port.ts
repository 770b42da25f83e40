import { createServer } from 'node:net'

/** A loopback port that is free now. For programs that cannot be asked to choose one themselves. */
export async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const bound = server.address()
      server.close(() => {
        if (typeof bound === 'object' && bound !== null) resolve(bound.port)
        else reject(new Error('no port'))
      })
    })
  })
}
