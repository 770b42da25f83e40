import { setTimeout as sleep } from 'node:timers/promises'
import { expect } from 'chai'
import type { Socket } from 'socket.io-client'
import { uuidV7 } from '#crypto/bytes/uuid-v7.js'
import { signCredential } from '#crypto/directory/sign-credential.js'
import { signRevocation } from '#crypto/directory/sign-revocation.js'
import { CaseId, DraftId } from '#crypto/fields/fields.js'
import { type AnnouncedRelay, announcedRelay } from '#test/support/announced-relay.js'
import { heard } from '#test/support/socket-relay.js'
import type { Officer } from '#test/support/world/officers.js'
import { NOW } from '#test/support/world/moments.js'

/** What a client was told of drafts, by their versions, whether it was let in or not. */
type Ear = { readonly client: Socket; readonly told: number[] }

describe('a line that breaks for a moment', () => {
  let relay: AnnouncedRelay
  let drafter: Officer
  const draft = DraftId.parse(uuidV7(NOW))

  beforeEach(async () => {
    relay = await announcedRelay()
    drafter = relay.relay.drafter
  })
  afterEach(() => relay.close())

  const announce = (version: number) =>
    relay.announcer.announceDraft(drafter.claims.authority, { draft, version, change: 'kept' })

  /** Who listens has heard one announcement, so that it can name it. */
  async function listening(officer = drafter): Promise<Ear> {
    const { client } = await relay.opened(officer)
    const told: number[] = []
    client.on('draft', ({ version }: { version: number }) => told.push(version))
    announce(1)
    while (told.length === 0) await sleep(5)
    return { client, told }
  }
  /** The line breaks as when a cable does, and the relay has noticed. */
  async function broken({ client }: Ear): Promise<void> {
    const before = (await left()).length
    client.io.engine.close()
    while ((await left()).length === before) await sleep(5)
  }
  const left = () => relay.redis.keys(`${relay.stream}:left:*`)

  /** So much later nobody is let in by what the relay knew before. */
  const later = new Date(NOW.getTime() + 15_000)

  /** Comes back with a new token and a new proof; how that ended. */
  async function back({ client }: Ear, officer = drafter, at = NOW): Promise<string> {
    client.auth = await relay.handshake(officer, { at })
    client.connect()
    return Promise.race([
      heard(client, 'connect').then(() => 'connected'),
      heard(client, 'connect_error').then(
        ([error]) => (error as { data: { code: string } }).data.code,
      ),
    ])
  }
  /** Everything that was said until an announcement made now. */
  async function toldSince({ told }: Ear, version: number): Promise<number[]> {
    announce(version)
    while (!told.includes(version)) await sleep(5)
    return told
  }

  it('the hints that were missed come when it is back, once and in order', async () => {
    const ear = await listening()
    await broken(ear)
    announce(2)
    announce(3)
    expect(await back(ear)).to.equal('connected')
    expect(ear.client.recovered).to.equal(true)
    expect(await toldSince(ear, 4)).to.deep.equal([1, 2, 3, 4])
    // What is for one client goes through no other process.
    expect(await relay.redis.xlen(relay.stream)).to.equal(4)
  })

  it('who was given a case meanwhile is told, as of a draft', async () => {
    const ear = await listening()
    await broken(ear)
    const notice = { case: CaseId.parse(uuidV7(NOW)), version: 2 }
    const { authority } = drafter.claims
    relay.announcer.announceAssignment(authority, notice)
    const told = heard(ear.client, 'assignment')
    expect(await back(ear)).to.equal('connected')
    expect(await told).to.deep.equal([notice])
  })

  it('evidence comes by the feed and not a second time from the stream', async () => {
    const { client, events } = await relay.opened(drafter, { after: -1 })
    const ear = { client, told: [] }
    announce(1)
    await heard(client, 'draft')
    await broken(ear)
    await relay.consigned()
    relay.announcer.announce([drafter.claims.authority], { code: 'Z.9' } as never)
    client.auth = { ...(await relay.handshake(drafter)), after: -1 }
    client.connect()
    while (events.length < 2) await sleep(5)
    announce(2)
    await heard(client, 'draft')
    expect(events.map(({ code }) => code)).to.deep.equal(['A.1', 'D.1'])
    expect(await relay.redis.xlen(relay.stream)).to.equal(3)
  })

  it('of a connection that broke only its rooms are kept, for two minutes', async () => {
    await broken(await listening())
    const [key = expect.fail()] = await left()
    const kept = Buffer.from((await relay.redis.get(key)) ?? '', 'base64').toString('latin1')
    const { authority, kid, name } = drafter.claims
    expect(kept).to.include(`authority/${authority}`).and.include(`officer/${kid}`)
    expect(kept)
      .to.not.include(name)
      .and.not.match(/eyJ|token|admission/)
    expect(await relay.redis.pttl(key)).to.be.within(1, 120_000)
  })

  it('whoever was revoked meanwhile is not let in, and is told nothing', async () => {
    const ear = await listening()
    const handshake = await relay.handshake(drafter, { at: later })
    await broken(ear)
    announce(2)
    const since = NOW.toISOString()
    const { authority, kid } = drafter.claims
    const claims = { authority, kid, since, declared: since, reason: 'left' as const }
    const revocation = await signRevocation(claims, relay.relay.xa.credentialsKey)
    await relay.relay.publishRevocation({ revocation })
    relay.relay.setClock(later)
    const packets: unknown[] = []
    ear.client.auth = handshake
    ear.client.connect()
    ear.client.io.on('packet', (packet) => packets.push(packet.type))
    const [error] = (await heard(ear.client, 'connect_error')) as [{ data: { code: string } }]
    expect(error.data.code).to.equal('credential-revoked')
    expect(packets).to.deep.equal([4])
    expect(ear.told).to.deep.equal([1])
  })

  it('somebody else who names the connection is told nothing of it', async () => {
    const ear = await listening()
    await broken(ear)
    announce(2)
    const { registrar } = relay.relay
    expect(await back(ear, registrar)).to.equal('connected')
    announce(3)
    await sleep(100)
    expect(ear.told).to.deep.equal([1])
  })

  it('whoever has other roles by now is told nothing of what they had', async () => {
    const ear = await listening()
    await broken(ear)
    announce(2)
    const { xa, publishCredential, setClock } = relay.relay
    setClock(new Date(NOW.getTime() + 1))
    const claims = { ...drafter.claims, roles: ['translator' as const] }
    await publishCredential({ credential: await signCredential(claims, xa.credentialsKey) })
    setClock(later)
    expect(await back(ear, drafter, later)).to.equal('connected')
    announce(3)
    await sleep(100)
    expect(ear.told).to.deep.equal([1])
  })

  it('a connection can be gone on with once, and by its whole name only', async () => {
    const ear = await listening()
    await broken(ear)
    const [key = expect.fail()] = await left()
    const pid = key.slice(key.lastIndexOf(':') + 1)
    const { xa } = relay.relay
    const offset = (await relay.redis.xrevrange(relay.stream, '+', '-', 'COUNT', 1))[0]?.[0]
    announce(2)
    for (const name of ['', '*', `${pid}x`, `../${pid}`, 'x'.repeat(64)]) {
      const { client } = await relay.opened(drafter, { pid: name, offset })
      expect(client.connected).to.equal(true)
    }
    expect(await back(ear)).to.equal('connected')
    expect(await left()).to.have.length(0)
    const again = await relay.opened(drafter, { pid, offset })
    const told: number[] = []
    again.client.on('draft', ({ version }: { version: number }) => told.push(version))
    announce(3)
    while (!told.includes(3)) await sleep(5)
    expect(told, xa.id).to.deep.equal([3])
  })

  it('of more than a hundred announcements none is looked for, and the client is let in all the same', async () => {
    const ears = [await listening(), await listening()]
    const [first = expect.fail(), second = expect.fail()] = ears
    for (const ear of ears) await broken(ear)
    for (let version = 2; version <= 101; version++) announce(version)
    expect(await back(first)).to.equal('connected')
    expect(await toldSince(first, 102))
      .to.include(2)
      .and.include(101)
    expect(await back(second)).to.equal('connected')
    expect(await toldSince(second, 103))
      .to.include(103)
      .and.not.include(2)
  })

  it('where Redis has forgotten everything, the client is let in all the same', async () => {
    const ear = await listening()
    await broken(ear)
    await relay.flush()
    expect(await back(ear)).to.equal('connected')
    expect(await toldSince(ear, 2)).to.deep.equal([1, 2])
  })
})
