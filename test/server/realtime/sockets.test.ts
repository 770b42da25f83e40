import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect } from 'chai'
import { uuidV7 } from '#crypto/bytes/uuid-v7.js'
import { HandoffId } from '#crypto/fields/fields.js'
import type { Notice } from '#server/contract/notice.js'
import { redisAnnouncer } from '#server/messaging/announcer.js'
import { testRedis } from '#test/support/test-services.js'
import { io, type Socket } from 'socket.io-client'
import { signProof } from '#crypto/access/proof.js'
import { signCredential } from '#crypto/directory/sign-credential.js'
import { signRevocation } from '#crypto/directory/sign-revocation.js'
import { SOCKET_PATH } from '#server/contract/socket-events.js'
import type { FeedEvent } from '#server/contract/wire.js'
import { securityHeaders } from '#server/http/security-headers.js'
import { problemOf } from '#server/http/problem-of.js'
import {
  createSocketServer,
  type SocketParts,
  type SocketServer,
} from '#server/realtime/socket-server.js'
import { silentLogger } from '#server/observability/logger.js'
import { callerOf, steps } from '#test/support/fake-relay.js'
import { type HttpRelay, httpRelay } from '#test/support/http-relay.js'
import { sampleSubmission } from '#test/support/sample-submission.js'
import type { Officer } from '#test/support/world/officers.js'
import { NOW } from '#test/support/world/moments.js'

describe('live events', () => {
  let http: HttpRelay
  let server: ReturnType<typeof createServer>
  let sockets: SocketServer
  let url: string
  const clients: Socket[] = []
  let said: string[] = []

  beforeEach(async () => {
    said = []
    http = await httpRelay()
    server = createServer()
    sockets = createSocketServer(server, parts())
    await once(server.listen(0, '127.0.0.1'), 'listening')
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  afterEach(async () => {
    for (const client of clients.splice(0)) client.close()
    await sockets.close()
    server.close()
    await http.close()
  })

  const parts = (): SocketParts => ({
    ...http.useCases,
    confirmNotice: http.relay.confirmNotice,
    judgeStanding: http.relay.judgeStanding,
    standingMs: 20,
    clock: http.relay.clock,
    log: {
      ...silentLogger,
      info: (event, fields) => said.push(`${event} ${fields?.code ?? '-'}`),
    },
    origin: http.relay.relay.origin,
    headers: securityHeaders(http.relay.relay.origin),
    explain: (error) => problemOf(error, '-', () => false).body,
  })

  async function handshake(officer: Officer, changes: object = {}) {
    const token = await http.as(officer).token()
    const address = http.relay.relay.origin + SOCKET_PATH
    const claims = { key: officer.key, method: 'GET', url: address, at: NOW, token }
    return { token, proof: await signProof({ ...claims, ...changes }) }
  }

  function open(auth: object): Socket {
    const options = { path: SOCKET_PATH, transports: ['websocket'], reconnection: false, auth }
    const client = io(url, { ...options, forceNew: true })
    clients.push(client)
    return client
  }

  async function refusalOf(auth: object): Promise<string | undefined> {
    const [error] = (await heard(open(auth), 'connect_error')) as [{ data?: { code?: string } }]
    return error.data?.code
  }

  async function opened(officer: Officer, more: object = {}) {
    const client = open({ ...(await handshake(officer)), ...more })
    const events: FeedEvent[] = []
    client.on('event', (event: FeedEvent) => events.push(event))
    await heard(client, 'connect')
    const until = async (count: number) => {
      while (events.length < count) await heard(client, 'event')
      return events.map(({ code }) => code)
    }
    return { client, events, until }
  }

  async function consigned() {
    const sample = await sampleSubmission(http.relay)
    await http.relay.submit(callerOf(http.relay.drafter), sample.submission)
    await http.relay.consign({ header: sample.header })
    return sample
  }

  it('lets no page of another origin connect, whatever it holds', async () => {
    const from = async (origin: string) => {
      const auth = await handshake(http.relay.drafter)
      const options = { path: SOCKET_PATH, transports: ['websocket'], reconnection: false, auth }
      const client = io(url, { ...options, forceNew: true, extraHeaders: { origin } })
      clients.push(client)
      return Promise.race([
        heard(client, 'connect').then(() => 'connected'),
        heard(client, 'connect_error').then(() => 'refused'),
      ])
    }
    expect(await from(http.relay.relay.origin)).to.equal('connected')
    for (const origin of ['https://elsewhere.example', 'null']) {
      said = []
      expect(await from(origin), origin).to.equal('refused')
      expect(said).to.deep.equal(['socket.refused other-origin'])
    }
  })

  it('lets nobody in without token, with a stale, used, foreign or other proof', async () => {
    const { drafter, registrar } = http.relay
    expect(await refusalOf({})).to.equal('malformed-request')
    const good = await handshake(drafter)
    expect(await refusalOf({ ...good, token: 'nonsense' })).to.equal('unauthenticated')
    const old = { at: new Date(NOW.getTime() - 120_000) }
    expect(await refusalOf(await handshake(drafter, old))).to.equal('proof-stale')
    const foreign = { key: registrar.key }
    expect(await refusalOf(await handshake(drafter, foreign))).to.equal('unauthenticated')
    const elsewhere = { url: `${http.relay.relay.origin}/v1/events` }
    expect(await refusalOf(await handshake(drafter, elsewhere))).to.equal('unauthenticated')
    const used = await handshake(drafter)
    await heard(open(used), 'connect')
    expect(await refusalOf(used)).to.equal('proof-replayed')
  })

  it('replays what came after a position, in the log’s order, then what has none', async () => {
    await consigned()
    await http.sequence()
    const all = await (await opened(http.relay.drafter, { after: -1 })).until(2)
    expect(all).to.deep.equal(['A.1', 'D.1'])
    const { events } = await opened(http.relay.drafter, { after: -1 })
    await consigned()
    const first = events[0]?.evidence.index ?? -1
    const later = await opened(http.relay.drafter, { after: first })
    expect(await later.until(3)).to.deep.equal(['D.1', 'A.1', 'D.1'])
  })

  it('shows an authority its own events only, and none that it did not ask for', async () => {
    await consigned()
    const registrar = await opened(http.relay.registrar, { after: -1 })
    expect(await registrar.until(1)).to.deep.equal(['D.1'])
    const quiet = await opened(http.relay.drafter)
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(quiet.events).to.deep.equal([])
  })

  it('replays to everybody what was missed while announcements were lost', async () => {
    const { until } = await opened(http.relay.drafter, { after: -1 })
    await consigned()
    await sockets.resume()
    expect(await until(2)).to.deep.equal(['A.1', 'D.1'])
  })

  it('takes a confirmation of D.1 from its recipient, once it is durable', async () => {
    const { submission } = await consigned()
    const { client, until, events } = await opened(http.relay.registrar, { after: -1 })
    await until(1)
    const digest = events[0]?.evidence.digest
    expect(await client.emitWithAck('notified', { digest })).to.deep.equal({ ok: true })
    expect(await steps(http.relay, submission.header)).to.include('D.3/xb.pgo')
  })

  it('refuses confirmations that are malformed, of others, or without an answer’s address', async () => {
    const { submission } = await consigned()
    const sender = await opened(http.relay.drafter, { after: -1 })
    await sender.until(2)
    const digest = sender.events[1]?.evidence.digest
    const answer = (message: unknown) => sender.client.emitWithAck('notified', message)
    expect(await answer({ digest })).to.include({ code: 'package-unknown' })
    expect(await answer({ digest: '0'.repeat(64) })).to.include({ code: 'package-unknown' })
    expect(await answer({ digest, extra: 1 })).to.include({ code: 'malformed-request' })
    expect(await answer('x')).to.include({ code: 'malformed-request' })
    sender.client.emit('notified')
    sender.client.emit('notified', { digest })
    expect(await answer(null)).to.include({ code: 'malformed-request' })
    expect(await steps(http.relay, submission.header)).to.deep.equal(['A.1', 'D.1/xb.pgo'])
  })

  it('closes a connection when its token ends', async () => {
    const auth = await handshake(http.relay.drafter)
    // The relay's clock stands one blink before the end of the token when it lets the socket in.
    const proof = await signProof({
      key: http.relay.drafter.key,
      method: 'GET',
      url: http.relay.relay.origin + SOCKET_PATH,
      at: new Date(NOW.getTime() + 299_900),
      token: auth.token,
    })
    http.relay.setClock(new Date(NOW.getTime() + 299_900))
    const client = open({ ...auth, proof })
    await heard(client, 'connect')
    const [reason] = (await heard(client, 'disconnect')) as [string]
    expect(reason).to.be.oneOf(['io server disconnect', 'transport close'])
  })

  it('closes the connections of an officer who is revoked, and of nobody else', async () => {
    const { drafter, approver, xa } = http.relay
    const leaver = await opened(drafter)
    const stays = await opened(approver)
    const gone = heard(leaver.client, 'disconnect')
    const since = NOW.toISOString()
    const { authority, kid } = drafter.claims
    const claims = { authority, kid, since, declared: since, reason: 'left' as const }
    const revocation = await signRevocation(claims, xa.credentialsKey)
    await http.relay.publishRevocation({ revocation })
    expect((await gone)[0]).to.equal('io server disconnect')
    expect(stays.client.connected).to.equal(true)
  })

  it('closes the connection of an officer whose new roles do not listen', async () => {
    const { drafter, xa } = http.relay
    const listener = await opened(drafter)
    const gone = heard(listener.client, 'disconnect')
    http.relay.setClock(new Date(NOW.getTime() + 1))
    const claims = { ...drafter.claims, roles: ['witness' as const] }
    const credential = await signCredential(claims, xa.credentialsKey)
    await http.relay.publishCredential({ credential })
    expect((await gone)[0]).to.equal('io server disconnect')
  })

  it('tells a translator in person what is theirs, and nothing else of the authority', async () => {
    const { redis, prefix, drop } = testRedis()
    const subscribe = redis.duplicate()
    const door = createServer()
    const own = createSocketServer(door, {
      ...parts(),
      redis: { publish: redis, subscribe, key: prefix },
    })
    await once(door.listen(0, '127.0.0.1'), 'listening')
    url = `http://127.0.0.1:${(door.address() as AddressInfo).port}`
    const { xa, drafter } = http.relay
    const tariq = await xa.officer('Tariq Translator', ['translator'])
    await http.relay.publishCredential(tariq)
    await consigned()
    await http.sequence()
    const told: string[] = []
    const ears = await Promise.all(
      [drafter, tariq].map(async (officer) => {
        const ear = await opened(officer, { after: -1 })
        ear.client.on('notice', ({ id }: Notice) => {
          told.push(`${officer === tariq ? 'tariq' : 'drafter'} ${id}`)
        })
        return ear
      }),
    )
    const step = (id: string, linguists?: string[]): Notice => ({
      ...{ id, authority: xa.id, at: NOW.toISOString(), kind: 'handoff.step', code: 'H.4' },
      ...{ handoff: HandoffId.parse(uuidV7(NOW)), turn: 0, moment: null, time: NOW.toISOString() },
      ...(linguists && { linguists }),
    })
    const announcer = redisAnnouncer(redis, prefix)
    announcer.tell(step('of nobody'))
    announcer.tell(step('of another', ['x'.repeat(43)]))
    announcer.tell(step('own', [tariq.key.kid]))
    await ears[0]?.until(2)
    while (told.filter((one) => one.endsWith('own')).length < 2) {
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
    expect(told.toSorted()).to.deep.equal([
      ...['drafter of another', 'drafter of nobody', 'drafter own', 'tariq own'],
    ])
    expect(ears[1]?.events).to.deep.equal([])
    // Whoever heard the authority and translates only from now on has to come in anew.
    const gone = heard(ears[0]?.client ?? expect.fail(), 'disconnect')
    http.relay.setClock(new Date(NOW.getTime() + 1))
    const claims = { ...drafter.claims, roles: ['translator' as const] }
    const credential = await signCredential(claims, xa.credentialsKey)
    await http.relay.publishCredential({ credential })
    await gone
    expect(ears[1]?.client.connected).to.equal(true)
    await own.close()
    door.close()
    subscribe.disconnect()
    await drop()
  })

  it('closes the connections of a session that was ended, in whichever process they are, and no other', async () => {
    const { redis, prefix, drop } = testRedis()
    const subscribe = redis.duplicate()
    const door = createServer()
    const known: string[] = []
    const own = createSocketServer(door, {
      ...parts(),
      knownSessions: { end: (id) => void known.push(id) },
      redis: { publish: redis, subscribe, key: prefix },
    })
    await once(door.listen(0, '127.0.0.1'), 'listening')
    url = `http://127.0.0.1:${(door.address() as AddressInfo).port}`
    const { drafter } = http.relay
    const [mine, other] = [await opened(drafter), await opened(drafter)]
    const { sessions } = await http.useCases.listSessions(callerOf(drafter), { of: 'key' })
    expect(sessions).to.have.length(2)
    const [first = expect.fail()] = sessions
    const announcer = redisAnnouncer(redis, prefix)
    const closed = Promise.race([mine, other].map(({ client }) => heard(client, 'disconnect')))
    announcer.sessionEnded('A'.repeat(22))
    announcer.sessionEnded(first.id)
    await closed
    expect([mine, other].filter(({ client }) => client.connected)).to.have.length(1)
    expect(known).to.deep.equal(['A'.repeat(22), first.id])
    await own.close()
    door.close()
    subscribe.disconnect()
    await drop()
  })

  it('gives one officer so many connections, the oldest giving way', async () => {
    const first = await opened(http.relay.drafter)
    const gone = heard(first.client, 'disconnect')
    for (let i = 0; i < 8; i++) await opened(http.relay.drafter)
    await gone
    expect(clients.filter(({ connected }) => connected)).to.have.length(8)
  })

  it('closes a connection that sends too much at once', async () => {
    const { client } = await opened(http.relay.drafter)
    const gone = heard(client, 'disconnect')
    client.emit('notified', { digest: 'x'.repeat(100_000) })
    await gone
  })
})

/** The next event of a client, which is no emitter of Node's. */
const heard = (client: Socket, event: string): Promise<unknown[]> =>
  new Promise((resolve) => client.once(event, (...args: unknown[]) => resolve(args)))
