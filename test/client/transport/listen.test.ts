import type { Socket } from 'node:net'
import { expect } from 'chai'
import type { FeedListener, Subscription } from '#client/core/ports.js'
import { httpRelay as client } from '#client/transport/http-relay.js'
import { signRevocation } from '#crypto/directory/sign-revocation.js'
import type { FeedEvent } from '#server/contract/wire.js'
import { problemOf } from '#server/http/problem-of.js'
import { silentLogger } from '#server/observability/logger.js'
import { securityHeaders } from '#server/http/security-headers.js'
import { createSocketServer, type SocketServer } from '#server/realtime/socket-server.js'
import { callerOf } from '#test/support/fake-relay.js'
import { type HttpRelay, httpRelay } from '#test/support/http-relay.js'
import { sampleSubmission } from '#test/support/sample-submission.js'
import type { Officer } from '#test/support/world/officers.js'
import { after, NOW } from '#test/support/world/moments.js'

describe('listening to a relay', () => {
  let http: HttpRelay
  let sockets: SocketServer
  const open: Subscription[] = []

  let lines: Set<Socket>
  let told: string[]
  /** Nobody is let in before. */
  let door: Promise<void>
  /** How many have come to the door. */
  let came: number
  /** Seconds that log-ins are put off by, one after the other; and when each came. */
  let putOff: number[]
  let logIns: number[]

  beforeEach(async () => {
    lines = new Set()
    told = []
    door = Promise.resolve()
    came = 0
    putOff = []
    logIns = []
    http = await httpRelay({}, (request, response, onward) => {
      if (request.url === '/v1/token') logIns.push(performance.now())
      const seconds = request.url === '/v1/token' ? putOff.shift() : undefined
      if (seconds === undefined) onward()
      else response.writeHead(503, { 'retry-after': String(seconds) }).end()
    })
    const { server } = http.http
    server.on('connection', (line: Socket) => lines.add(line))
    sockets = createSocketServer(server, {
      ...http.useCases,
      async authoriseRequest(...asked) {
        came += 1
        await door
        return http.useCases.authoriseRequest(...asked)
      },
      confirmNotice(caller, digest) {
        told.push(digest)
        return http.relay.confirmNotice(caller, digest)
      },
      judgeStanding: http.relay.judgeStanding,
      clock: http.relay.clock,
      log: silentLogger,
      origin: http.relay.relay.origin,
      headers: securityHeaders(http.relay.relay.origin),
      explain: (error) => problemOf(error, '-', () => false).body,
    })
  })
  afterEach(async () => {
    for (const subscription of open.splice(0)) subscription.close()
    await sockets.close()
    await http.close()
  })

  /** Breaks every line; `meanwhile` is over before anybody is let in again. */
  async function breakLines(meanwhile: () => Promise<void>): Promise<void> {
    let admit: () => void = () => undefined
    door = new Promise((resolve) => (admit = resolve))
    for (const line of lines) line.destroy()
    await meanwhile()
    admit()
  }

  async function consigned(): Promise<void> {
    const sample = await sampleSubmission(http.relay)
    await http.relay.submit(callerOf(http.relay.drafter), sample.submission)
    await http.relay.consign({ header: sample.header })
    await http.sequence()
  }

  async function listen(officer: Officer, changes: Partial<FeedListener> = {}, position = -1) {
    const events: FeedEvent[] = []
    const states: string[] = []
    const ends: unknown[] = []
    const relay = client(http.url, officer.key, () => http.relay.clock.now())
    const subscription = await relay.listen(position, {
      onEvent: (event) => Promise.resolve(events.push(event) < 0),
      onConnection: (state) => states.push(state),
      onEnd: (error) => ends.push(error),
      ...changes,
    })
    open.push(subscription)
    const digests = () => events.map(({ evidence }) => evidence.digest)
    return { events, states, ends, digests, subscription }
  }
  /** The test's own time limit is the only one. */
  async function until(holds: () => boolean): Promise<void> {
    while (!holds()) await new Promise((resolve) => setTimeout(resolve, 10))
  }

  it('hears what was before, and what happens, each once', async () => {
    await consigned()
    const { events, digests, states } = await listen(http.relay.drafter)
    await until(() => events.length === 2)
    expect(events.map(({ code }) => code)).to.deep.equal(['A.1', 'D.1'])
    await consigned()
    await sockets.resume()
    await until(() => events.length === 4)
    // What is resumed a second time was passed on before.
    await sockets.resume()
    await consigned()
    await sockets.resume()
    await until(() => events.length === 6)
    expect(new Set(digests()).size).to.equal(6)
    expect(states).to.deep.equal(['connected'])
  })

  it('comes back when the line breaks, and misses nothing meanwhile', async () => {
    await consigned()
    const { events, digests, states } = await listen(http.relay.drafter)
    await until(() => events.length === 2)
    await breakLines(async () => {
      await until(() => states.length === 2)
      await consigned()
    })
    await until(() => events.length === 4)
    expect(new Set(digests()).size).to.equal(4)
    expect(states).to.deep.equal(['connected', 'lost', 'connected'])
  })

  it('comes back once, when its line breaks before it was let in', async () => {
    door = new Promise(() => undefined)
    const { states } = await listen(http.relay.drafter)
    await until(() => came === 1)
    door = Promise.resolve()
    for (const line of lines) line.resetAndDestroy()
    await until(() => states.includes('connected'))
    // A second timer would have rung by now.
    await new Promise((resolve) => setTimeout(resolve, 1000))
    expect(came).to.equal(2)
    expect(states).to.deep.equal(['lost', 'connected'])
  })

  it('logs in again no sooner than the relay asks', async () => {
    putOff = [1]
    const { states } = await listen(http.relay.drafter)
    await until(() => states.length === 1)
    const [first = 0, second = 0] = logIns
    expect(second - first).to.be.at.least(990)
  })

  it('tells the relay which notices have reached somebody', async () => {
    await consigned()
    const events: FeedEvent[] = []
    await listen(http.relay.registrar, {
      onEvent: (event) => Promise.resolve(events.push(event) > 0 && event.code === 'D.1'),
    })
    await until(() => told.length > 0)
    const notice = events.find(({ code }) => code === 'D.1')
    expect(told).to.deep.equal([notice?.evidence.digest])
  })

  it('ends where nothing will come any more: the key was revoked', async () => {
    const { registrar, xb } = http.relay
    const { ends, states, events } = await listen(registrar)
    await until(() => states.length === 1)
    const since = NOW.toISOString()
    const claims = { authority: xb.id, kid: registrar.key.kid, since, declared: since }
    const revocation = await signRevocation({ ...claims, reason: 'left' }, xb.credentialsKey)
    await breakLines(async () => {
      await http.relay.publishRevocation({ revocation })
      http.relay.setClock(after(NOW, 120))
    })
    await until(() => ends.length === 1)
    expect(ends[0]).to.include({ name: 'RelayProblem', code: 'credential-revoked' })
    await consigned()
    expect(events).to.deep.equal([])
  })

  it('ends when an event cannot be passed on, and says why', async () => {
    await consigned()
    const seen: FeedEvent[] = []
    const { ends } = await listen(http.relay.drafter, {
      onEvent: (event) => {
        seen.push(event)
        return Promise.reject(new Error('the pager is off'))
      },
    })
    await until(() => ends.length === 1)
    expect(String(ends[0])).to.include('the pager is off')
    expect(seen).to.have.length(1)
  })

  it('hears nothing once it is closed, and does not come back', async () => {
    await consigned()
    const { events, states, ends, subscription } = await listen(http.relay.drafter)
    await until(() => events.length === 2)
    subscription.close()
    await consigned()
    await sockets.resume()
    const other = await listen(http.relay.drafter)
    await until(() => other.events.length === 4)
    expect(events).to.have.length(2)
    expect([states, ends]).to.deep.equal([['connected'], []])
  })
})
