import { expect } from 'chai'
import type { StoredCheckpoint, TimestampAuthority } from '#server/domain/log/ports.js'
import { readStamps } from '#server/domain/log/read-stamps.js'
import { type Stamping, stampCheckpoint } from '#server/domain/log/stamp-checkpoint.js'
import {
  memoryLogStore,
  memoryStampQueue,
  memoryTimestampStore,
} from '#test/support/memory/memory-log.js'

const BEGIN = 1_770_000_000_000
const seconds = (n: number) => new Date(BEGIN + n * 1000)

class NoAnswer extends Error {
  readonly code = 'http-503'
}

/** A log and authorities whose time and moods the test sets. */
function stamping() {
  let now = BEGIN
  const broken = new Map<string, Error>()
  const held = new Map<string, () => void>()
  const slow = new Set<string>()
  const asked: string[] = []
  const told: Stamping[] = []
  const log = memoryLogStore(() => [])
  const timestamps = memoryTimestampStore()
  const queue = memoryStampQueue()
  const clock = { now: () => new Date(now) }
  const authority = (name: string): TimestampAuthority => ({
    name,
    async stamp(data) {
      asked.push(`${name} ${new TextDecoder().decode(data)}`)
      if (slow.has(name)) await new Promise<void>((resolve) => held.set(name, resolve))
      const error = broken.get(name)
      if (error !== undefined) throw error
      return { token: new Uint8Array([1]), at: clock.now() }
    },
  })
  let size = 0
  const s = {
    timestamps,
    queue,
    broken,
    slow,
    held,
    told,
    /** A process that remembers nothing of those before it. */
    start: (...names: readonly string[]) => {
      const authorities = names.map(authority)
      const report = (one: Stamping) => void told.push(one)
      const ports = { log, timestamps, queue, authorities, clock, intervalMs: 60_000, report }
      const { look, settled } = stampCheckpoint(ports)
      return {
        settled,
        /** Looks, waits for those who answer, and tells who was asked for what. */
        look: async () => {
          asked.length = 0
          await look()
          if (slow.size === 0) await settled()
          else await new Promise((resolve) => setImmediate(resolve))
          return [...asked]
        },
      }
    },
    pass: (n: number) => void (now += n * 1000),
    async grow(to: number) {
      const checkpoint: StoredCheckpoint = {
        size: to,
        previous: size,
        root: '',
        note: `note ${to}`,
        at: clock.now(),
        epoch: 1,
      }
      await log.publish(checkpoint)
      size = to
    },
    status: async (covering: number) =>
      (await readStamps({ stamps: queue, timestamps })({ covering })).authorities,
  }
  return s
}

describe('time-stamping the log', () => {
  it('asks nobody while nothing is published', async () => {
    expect(await stamping().start('a').look()).to.deep.equal([])
  })

  it('stamps the first checkpoint at once, then the newest once an interval, and nothing that did not grow', async () => {
    const s = stamping()
    const { look } = s.start('a')
    await s.grow(5)
    expect(await look()).to.deep.equal(['a note 5'])
    expect(await look()).to.deep.equal([])
    await s.grow(6)
    s.pass(59)
    expect(await look()).to.deep.equal([])
    await s.grow(9)
    s.pass(1)
    expect(await look()).to.deep.equal(['a note 9'])
    s.pass(600)
    expect(await look(), 'the log did not grow').to.deep.equal([])
  })

  it('has every authority stamp the same checkpoint, one that fails later and later', async () => {
    const s = stamping()
    const { look } = s.start('a', 'b')
    s.broken.set('b', new NoAnswer())
    await s.grow(5)
    expect(await look()).to.deep.equal(['a note 5', 'b note 5'])
    await s.grow(6)
    expect(await look(), 'not at once').to.deep.equal([])
    s.pass(1)
    expect(await look()).to.deep.equal(['b note 5'])
    s.pass(1)
    expect(await look(), 'now after two seconds').to.deep.equal([])
    s.pass(1)
    s.broken.clear()
    expect(await look()).to.deep.equal(['b note 5'])
    expect((await s.timestamps.forCheckpoint(5)).map(({ authority }) => authority)).to.deep.equal([
      'a',
      'b',
    ])
  })

  it('asks at least once a minute however long one is away, for the newest that is due', async () => {
    const s = stamping()
    const { look } = s.start('a', 'b')
    s.broken.set('b', new NoAnswer())
    let asks = 0
    for (let minute = 1; minute <= 10; minute++) {
      await s.grow(minute)
      for (let second = 0; second < 60; second++) {
        asks += (await look()).filter((asked) => asked.startsWith('b')).length
        s.pass(1)
      }
    }
    expect(asks).to.be.within(10, 20)
    s.broken.clear()
    s.pass(60)
    expect(await look())
      .to.include('b note 10')
      .and.not.include('b note 9')
    const [, b] = await s.status(1)
    expect(b, 'what it missed is covered by what it stamped').to.deep.include({
      stamped: { size: 10, at: s.told.length > 0 ? b?.lastSuccess : null },
      pendingSince: null,
    })
  })

  it('waits for nobody who is slow, and does not ask them twice meanwhile', async () => {
    const s = stamping()
    const { look, settled } = s.start('a', 'b')
    s.slow.add('b')
    await s.grow(5)
    expect(await look()).to.deep.equal(['a note 5', 'b note 5'])
    await s.grow(7)
    s.pass(60)
    expect(await look()).to.deep.equal(['a note 7'])
    expect((await s.status(7)).map(({ stamped }) => stamped?.size)).to.deep.equal([7, undefined])
    s.slow.clear()
    s.held.get('b')?.()
    await settled()
    // Its token over the older one counts; the newer one it still owes.
    expect((await s.status(0))[1]).to.deep.include({ pendingSince: seconds(60).toISOString() })
    expect(await look()).to.deep.equal(['b note 7'])
  })

  it('goes on in another process where the first one died', async () => {
    const s = stamping()
    s.broken.set('b', new NoAnswer())
    await s.grow(5)
    await s.start('a', 'b').look()
    await s.grow(6)
    const second = s.start('a', 'b')
    expect(await second.look(), 'patience outlives the process').to.deep.equal([])
    s.pass(1)
    expect(await second.look(), 'and so does what is due').to.deep.equal(['b note 5'])
  })

  it('asks nobody again whose token is kept, though its process died before it said so', async () => {
    const s = stamping()
    await s.grow(5)
    await s.queue.want('a', 5, seconds(0))
    await s.timestamps.keep({ size: 5, authority: 'a', token: new Uint8Array(), at: seconds(0) })
    expect(await s.start('a').look()).to.deep.equal([])
    expect(await s.status(5)).to.have.nested.property('[0].pendingSince', null)
  })

  it('gives a new authority what the others stamp, and forgets one that was taken away', async () => {
    const s = stamping()
    await s.grow(5)
    await s.start('a', 'b').look()
    await s.grow(6)
    expect(await s.start('b', 'c').look()).to.deep.equal(['c note 5'])
    expect((await s.status(5)).map(({ authority }) => authority)).to.deep.equal(['b', 'c'])
  })

  it('tells since when one is waited for, and why', async () => {
    const s = stamping()
    const { look } = s.start('a')
    await s.grow(1)
    await look()
    s.broken.set('a', Object.assign(new Error('token=secret'), { code: 'not a code\n' }))
    await s.grow(2)
    s.pass(60)
    await look()
    s.broken.set('a', new NoAnswer())
    s.pass(5)
    await look()
    const [first, second, third] = s.told
    expect([first?.error, second?.error, third?.error].map(String)).to.deep.equal([
      'undefined',
      'Error: token=secret',
      'Error',
    ])
    const at = (n: number) => seconds(n).toISOString()
    expect(await s.status(2)).to.deep.equal([
      {
        authority: 'a',
        stamped: null,
        pendingSince: at(60),
        lastSuccess: at(0),
        lastError: { code: 'http-503', at: at(65) },
      },
    ])
  })
})
