import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import { expect } from 'chai'
import { Problem } from '#server/contract/problems.js'
import { createHttpServer, type HttpBounds } from '#server/http/http-server.js'
import { httpRelay } from '#test/support/http-relay.js'

/** Every wait here ends because the relay ends it. */
describe('too much, too slow, too large', () => {
  const GET = 'GET /health/live HTTP/1.1\r\nHost: x\r\n'
  let sockets: Socket[] = []
  afterEach(() => {
    for (const socket of sockets) socket.destroy()
    sockets = []
  })

  async function listening(bounds: HttpBounds) {
    const http = createHttpServer((request, response) => {
      request.on('error', () => undefined)
      if (request.url === '/much') response.end(Buffer.alloc(64 * 1024 * 1024))
      else request.resume().once('end', () => response.end('done'))
    }, bounds)
    const { port } = await http.listen({ host: '127.0.0.1', port: 0 })
    const open = async () => {
      const socket = connect(port, '127.0.0.1')
      sockets.push(socket)
      socket.on('error', () => undefined)
      await once(socket, 'connect')
      return socket
    }
    return { http, open }
  }
  const BOUNDS = { headersMs: 100, idleMs: 60_000, connections: 100 }

  it('slowloris: headers that come octet by octet are not waited for, nor is silence', async () => {
    const { http, open } = await listening(BOUNDS)
    const slow = await Promise.all(Array.from({ length: 20 }, open))
    const drip = setInterval(() => {
      for (const socket of slow) if (socket.writable) socket.write('X')
    }, 20)
    for (const socket of slow) socket.write('GET / HTTP/1.1\r\nHost: x\r\nX-Long: ')
    const silent = await open()
    const answers = await Promise.all([...slow, silent].map((socket) => text(socket)))
    clearInterval(drip)
    for (const answer of answers.slice(0, 20)) expect(answer).to.match(/^HTTP\/1\.1 408/)
    await http.close(0)
  })

  it('a body that stops, and an answer that nobody reads, hold no connection for ever', async () => {
    const { http, open } = await listening({ ...BOUNDS, idleMs: 100 })
    const stopped = await open()
    stopped.write('POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\nabc')
    const deaf = await open()
    deaf.write('GET /much HTTP/1.1\r\nHost: x\r\n\r\n')
    const left = () => new Promise<number>((done) => http.server.getConnections((_e, n) => done(n)))
    stopped.resume()
    while ((await left()) > 0) await new Promise((resolve) => setTimeout(resolve, 10))
    await http.close(0)
  })

  it('a flood of connections: whoever is beyond the bound is let go, the others are served', async () => {
    const { http, open } = await listening({ ...BOUNDS, headersMs: 10_000, connections: 10 })
    const first = await Promise.all(Array.from({ length: 10 }, open))
    const beyond = await Promise.all(Array.from({ length: 50 }, open))
    await Promise.all(
      beyond.map((socket) =>
        socket.destroyed ? Promise.resolve() : once(socket.resume(), 'close'),
      ),
    )
    for (const socket of first) socket.write(`${GET}Connection: close\r\n\r\n`)
    const answers = await Promise.all(first.map((socket) => text(socket)))
    for (const answer of answers) expect(answer).to.match(/^HTTP\/1\.1 200/)
    await http.close(0)
  })

  it('a flood of headers is refused or dropped, and what comes next is served', async () => {
    const relay = await httpRelay()
    const ask = async (headers: string) => {
      const socket = connect(relay.port, '127.0.0.1')
      sockets.push(socket)
      socket.on('error', () => undefined)
      socket.write(`${GET}${headers}Connection: close\r\n\r\n`)
      return text(socket)
    }
    expect(await ask('A: b\r\n'.repeat(20_000))).to.match(/^HTTP\/1\.1 431/)
    expect(await ask(`${'A'.repeat(100_000)}: b\r\n`)).to.match(/^HTTP\/1\.1 431/)
    expect(await ask('A: b\r\n'.repeat(500))).to.match(/^HTTP\/1\.1 200/)
    expect(await ask('')).to.match(/^HTTP\/1\.1 200/)
    await relay.close()
  })

  it('JSON bombs are refused without being unfolded', async () => {
    const relay = await httpRelay()
    const bombs = [
      '['.repeat(60_000),
      '{"a":'.repeat(12_000),
      `[${'[],'.repeat(20_000)}[]]`,
      `{"credential":"${'\\u0041'.repeat(10_000)}"}`,
      `{${Array.from({ length: 4_000 }, (_, i) => `"m${String(i)}":0`).join(',')}}`,
      `[1e${'9'.repeat(60_000)}]`,
      `[-0.${'0'.repeat(60_000)}1]`,
      `"${'\\\\'.repeat(30_000)}"`,
    ]
    const headers = { 'content-type': 'application/json' }
    for (const body of bombs) {
      const answer = await fetch(`${relay.url}/v1/officers`, { method: 'POST', headers, body })
      expect([400, 422]).to.include(answer.status)
      expect(Problem.parse(await answer.json()).code).to.match(
        /malformed-request|statement-invalid/,
      )
    }
    await relay.close()
  })

  it('more requests than the relay bears: 503, when to come back, and the connection ends', async () => {
    let release = (): void => undefined
    const held = new Promise<void>((resolve) => (release = resolve))
    const relay = await httpRelay({
      bounds: { requests: 2 },
      useCases: {
        listAuthorities: async () => {
          await held
          return { entries: [], next: null }
        },
      } as never,
    })
    const slow = [1, 2].map(() => fetch(`${relay.url}/v1/directory`))
    const refused = await until(
      () => fetch(`${relay.url}/health/live`),
      ({ status }) => status === 503,
    )
    expect(refused.headers.get('retry-after')).to.equal('2')
    expect(refused.headers.get('connection')).to.equal('close')
    expect(Problem.parse(await refused.json()).code).to.equal('unavailable')
    release()
    await Promise.all(slow)
    await until(
      () => fetch(`${relay.url}/health/live`),
      ({ status }) => status === 200,
    )
    await relay.close()
  })

  it('one authority sends too much: 429 to it, and another is served meanwhile', async () => {
    let release = (): void => undefined
    const held = new Promise<void>((resolve) => (release = resolve))
    const relay = await httpRelay({
      bounds: { turns: { atOnce: 3, ofOne: 2, waiting: 10, waitingOfOne: 1 } },
      useCases: {
        listNotices: async ({ authority }: { authority: string }) => {
          if (authority === 'xa.moj') await held
          return { notices: [] }
        },
      } as never,
    })
    const drafter = relay.as(relay.relay.drafter)
    const ask = () => drafter.send('/v1/notices')
    const answers = [1, 2, 3, 4].map(ask)
    const first = await Promise.race(answers)
    expect(first.status).to.equal(429)
    expect(first.headers.get('retry-after')).to.equal('1')
    expect(Problem.parse(await first.json()).code).to.equal('too-many-requests')
    const other = await relay.as(relay.relay.registrar).send('/v1/notices')
    expect(other.status).to.equal(200)
    release()
    const statuses = (await Promise.all(answers)).map(({ status }) => status)
    expect(statuses.sort()).to.deep.equal([200, 200, 200, 429])
    await relay.close()
  })
})

async function until<T>(ask: () => Promise<T>, isSo: (answer: T) => boolean): Promise<T> {
  for (;;) {
    const answer = await ask()
    if (isSo(answer)) return answer
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}
