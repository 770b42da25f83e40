import { expect } from 'chai'
import { signProof } from '#crypto/access/proof.js'
import { signCredential } from '#crypto/directory/sign-credential.js'
import { signRevocation } from '#crypto/directory/sign-revocation.js'
import { SOCKET_PATH } from '#server/contract/socket-events.js'
import { steps } from '#test/support/fake-relay.js'
import type { HttpRelay } from '#test/support/http-relay.js'
import { heard, type SocketRelay, socketRelay } from '#test/support/socket-relay.js'
import { NOW } from '#test/support/world/moments.js'

describe('live events', () => {
  let http: HttpRelay
  let relay: SocketRelay

  beforeEach(async () => {
    relay = await socketRelay()
    http = relay.http
  })
  afterEach(() => relay.close())

  async function refusalOf(auth: object): Promise<string | undefined> {
    const [error] = (await heard(relay.open(auth), 'connect_error')) as [
      { data?: { code?: string } },
    ]
    return error.data?.code
  }

  it('lets no page of another origin connect, whatever it holds', async () => {
    const from = async (origin: string) => {
      const client = relay.open(await relay.handshake(http.relay.drafter), { origin })
      return Promise.race([
        heard(client, 'connect').then(() => 'connected'),
        heard(client, 'connect_error').then(() => 'refused'),
      ])
    }
    expect(await from(http.relay.relay.origin)).to.equal('connected')
    for (const origin of ['https://elsewhere.example', 'null']) {
      relay.said.length = 0
      expect(await from(origin), origin).to.equal('refused')
      expect(relay.said).to.deep.equal(['socket.refused other-origin'])
    }
  })

  it('lets nobody in without token, with a stale, used, foreign or other proof', async () => {
    const { drafter, registrar } = http.relay
    expect(await refusalOf({})).to.equal('malformed-request')
    const good = await relay.handshake(drafter)
    expect(await refusalOf({ ...good, token: 'nonsense' })).to.equal('unauthenticated')
    const old = { at: new Date(NOW.getTime() - 120_000) }
    expect(await refusalOf(await relay.handshake(drafter, old))).to.equal('proof-stale')
    const foreign = { key: registrar.key }
    expect(await refusalOf(await relay.handshake(drafter, foreign))).to.equal('unauthenticated')
    const elsewhere = { url: `${http.relay.relay.origin}/v1/events` }
    expect(await refusalOf(await relay.handshake(drafter, elsewhere))).to.equal('unauthenticated')
    const used = await relay.handshake(drafter)
    await heard(relay.open(used), 'connect')
    expect(await refusalOf(used)).to.equal('proof-replayed')
  })

  it('replays what came after a position, in the log’s order, then what has none', async () => {
    await relay.consigned()
    await http.sequence()
    const all = await (await relay.opened(http.relay.drafter, { after: -1 })).until(2)
    expect(all).to.deep.equal(['A.1', 'D.1'])
    const { events } = await relay.opened(http.relay.drafter, { after: -1 })
    await relay.consigned()
    const first = events[0]?.evidence.index ?? -1
    const later = await relay.opened(http.relay.drafter, { after: first })
    expect(await later.until(3)).to.deep.equal(['D.1', 'A.1', 'D.1'])
  })

  it('shows an authority its own events only, and none that it did not ask for', async () => {
    await relay.consigned()
    const registrar = await relay.opened(http.relay.registrar, { after: -1 })
    expect(await registrar.until(1)).to.deep.equal(['D.1'])
    const quiet = await relay.opened(http.relay.drafter)
    // Whoever asks, after it and by the same way, is answered meanwhile.
    const asking = await relay.opened(http.relay.drafter, { after: -1 })
    expect(await asking.until(2)).to.deep.equal(['A.1', 'D.1'])
    await quiet.client.emitWithAck('notified', null)
    expect(quiet.events).to.deep.equal([])
  })

  it('replays to everybody what was missed while announcements were lost', async () => {
    const { until } = await relay.opened(http.relay.drafter, { after: -1 })
    await relay.consigned()
    await relay.sockets.resume()
    expect(await until(2)).to.deep.equal(['A.1', 'D.1'])
  })

  it('takes a confirmation of D.1 from its recipient, once it is durable', async () => {
    const { submission } = await relay.consigned()
    const { client, until, events } = await relay.opened(http.relay.registrar, { after: -1 })
    await until(1)
    const digest = events[0]?.evidence.digest
    expect(await client.emitWithAck('notified', { digest })).to.deep.equal({ ok: true })
    expect(await steps(http.relay, submission.header)).to.include('D.3/xb.pgo')
  })

  it('refuses confirmations that are malformed, of others, or without an answer’s address', async () => {
    const { submission } = await relay.consigned()
    const sender = await relay.opened(http.relay.drafter, { after: -1 })
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
    const auth = await relay.handshake(http.relay.drafter)
    // The relay's clock stands one blink before the end of the token when it lets the socket in.
    const proof = await signProof({
      key: http.relay.drafter.key,
      method: 'GET',
      url: http.relay.relay.origin + SOCKET_PATH,
      at: new Date(NOW.getTime() + 299_900),
      token: auth.token,
    })
    http.relay.setClock(new Date(NOW.getTime() + 299_900))
    const client = relay.open({ ...auth, proof })
    await heard(client, 'connect')
    const [reason] = (await heard(client, 'disconnect')) as [string]
    expect(reason).to.be.oneOf(['io server disconnect', 'transport close'])
  })

  it('closes the connections of an officer who is revoked, and of nobody else', async () => {
    const { drafter, approver, xa } = http.relay
    const leaver = await relay.opened(drafter)
    const stays = await relay.opened(approver)
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
    const listener = await relay.opened(drafter)
    const gone = heard(listener.client, 'disconnect')
    http.relay.setClock(new Date(NOW.getTime() + 1))
    const claims = { ...drafter.claims, roles: ['witness' as const] }
    const credential = await signCredential(claims, xa.credentialsKey)
    await http.relay.publishCredential({ credential })
    expect((await gone)[0]).to.equal('io server disconnect')
  })

  it('gives one officer so many connections, the oldest giving way', async () => {
    const first = await relay.opened(http.relay.drafter)
    const gone = heard(first.client, 'disconnect')
    for (let i = 0; i < 8; i++) await relay.opened(http.relay.drafter)
    await gone
    expect(relay.clients.filter(({ connected }) => connected)).to.have.length(8)
  })

  it('closes a connection that sends too much at once', async () => {
    const { client } = await relay.opened(http.relay.drafter)
    const gone = heard(client, 'disconnect')
    client.emit('notified', { digest: 'x'.repeat(100_000) })
    await gone
  })
})
