import { expect } from 'chai'
import type {
  CosignatureStore,
  LogStore,
  StoredCheckpoint,
  StampQueue,
  TimestampStore,
} from '#server/domain/log/ports.js'
import { mongoCosignatureStore } from '#server/storage/log/cosignature-store.js'
import { mongoHeartbeatStore } from '#server/storage/log/heartbeat-store.js'
import { mongoLogStore } from '#server/storage/log/log-store.js'
import { mongoStampQueue } from '#server/storage/log/stamp-queue.js'
import { mongoTimestampStore } from '#server/storage/log/timestamp-store.js'
import {
  type LoggedStatement,
  memoryCosignatureStore,
  memoryLogStore,
  memoryStampQueue,
  memoryTimestampStore,
} from '#test/support/memory/memory-log.js'
import { testDatabase } from '#test/support/test-services.js'

const digest = (n: number) => n.toString(16).padStart(64, '0')
const hash = (n: number) => new Uint8Array(32).fill(n)
const leaf = (index: number, n = index) => ({ index, digest: digest(n), hash: hash(n) })
const tile = (width: number, index = 0) => ({
  level: 0,
  index,
  width,
  octets: new Uint8Array(width * 32).map((_, i) => Math.floor(i / 32) + index),
})
const checkpoint = (previous: number, size: number): StoredCheckpoint => ({
  size,
  previous,
  root: digest(size),
  note: `note ${size}`,
  at: new Date(1_770_000_000_000 + size),
  epoch: 1,
})

type Subject = {
  log: LogStore
  timestamps: TimestampStore
  stamps: StampQueue
  cosignatures: CosignatureStore
  keep: (n: number) => Promise<void>
  drop: () => Promise<void>
}

type Kept = Pick<LoggedStatement, 'statement'> & {
  readonly _id: string
  readonly keptAt: Date
  readonly index: null
}

async function onMongodb(): Promise<Subject> {
  const { connection, drop } = await testDatabase()
  const log = mongoLogStore(connection)
  const timestamps = mongoTimestampStore(connection)
  const stamps = mongoStampQueue(connection)
  const cosignatures = mongoCosignatureStore(connection)
  await Promise.all(Object.values(connection.models).map((model) => model.createIndexes()))
  const keep = async (n: number) => {
    await connection.collection<Kept>('statements').insertOne({
      _id: digest(n),
      statement: `statement ${n}`,
      keptAt: new Date(1_770_000_000_000 + n),
      index: null,
    })
  }
  return { log, timestamps, stamps, cosignatures, keep, drop }
}

function inMemory(): Promise<Subject> {
  const statements: LoggedStatement[] = []
  return Promise.resolve({
    log: memoryLogStore(() => statements),
    timestamps: memoryTimestampStore(),
    stamps: memoryStampQueue(),
    cosignatures: memoryCosignatureStore(),
    keep: (n) =>
      Promise.resolve(
        void statements.push({ digest: digest(n), statement: `statement ${n}`, index: null }),
      ),
    drop: () => Promise.resolve(),
  })
}

for (const [where, make] of [
  ['in memory', inMemory],
  ['in MongoDB', onMongodb],
] as const) {
  describe(`the log's stores ${where}`, () => {
    let subject: Subject
    let log: LogStore
    beforeEach(async () => {
      subject = await make()
      log = subject.log
    })
    afterEach(() => subject.drop())

    it('give out what is not sequenced, longest kept first, until it is told its index', async () => {
      for (const n of [1, 2, 3]) await subject.keep(n)
      expect((await log.unsequenced(2)).map((s) => s.digest)).to.deep.equal([digest(1), digest(2)])
      await log.markSequenced([leaf(0, 1), leaf(1, 3)])
      expect((await log.unsequenced(9)).map((s) => s.digest)).to.deep.equal([digest(2)])
      await log.markSequenced([])
      const read = await log.statements([digest(3), digest(9)])
      expect([...read]).to.deep.equal([[digest(3), 'statement 3']])
    })

    it('take each index and each digest once, and keep indexes contiguous', async () => {
      expect(await log.append([leaf(0), leaf(1)], 1)).to.equal(true)
      expect(await log.append([leaf(1, 7), leaf(2, 8)], 1), 'index taken').to.equal(false)
      expect(await log.append([leaf(2), leaf(3, 0), leaf(4, 9)], 1), 'digest taken').to.equal(false)
      expect(await log.append([], 1)).to.equal(true)
      expect(await log.leaves(0, 10)).to.deep.equal([leaf(0), leaf(1), leaf(2)])
      expect(await log.leaves(1, 1)).to.deep.equal([leaf(1)])
      expect(await log.leavesOf([digest(2), digest(9)])).to.deep.equal([leaf(2)])
    })

    it('widen tiles and never narrow them; a partial tile stays readable', async () => {
      await log.keepTiles([tile(3), tile(2, 1)])
      await log.keepTiles([tile(2), tile(5, 1)])
      await log.keepTiles([])
      const read = await log.tiles([tile(3), tile(2), tile(4), tile(5, 1), tile(1, 2)])
      expect(read).to.deep.equal([
        tile(3).octets,
        tile(2).octets,
        undefined,
        tile(5, 1).octets,
        undefined,
      ])
      expect(await log.tiles([])).to.deep.equal([])
    })

    it('keep the widest of several written at once', async () => {
      await Promise.all([3, 9, 1, 7].map((width) => log.keepTiles([tile(width)])))
      expect(await log.tiles([tile(9)])).to.deep.equal([tile(9).octets])
    })

    it('publish one successor of each checkpoint', async () => {
      expect(await log.newestCheckpoint()).to.equal(undefined)
      expect(await log.publish(checkpoint(0, 5))).to.equal(true)
      expect(await log.publish(checkpoint(0, 7)), 'of none').to.equal(false)
      expect(await log.publish(checkpoint(5, 9))).to.equal(true)
      expect(await log.publish(checkpoint(5, 8)), 'of the first').to.equal(false)
      const race = await Promise.all([10, 11, 12].map((size) => log.publish(checkpoint(9, size))))
      expect(race.filter(Boolean)).to.have.length(1)
      expect(await log.checkpoint(5)).to.deep.equal(checkpoint(0, 5))
      expect(await log.checkpoint(6)).to.equal(undefined)
      expect((await log.newestCheckpoint())?.size).to.be.greaterThan(9)
    })

    it('keep one token per checkpoint and authority', async () => {
      const { timestamps } = subject
      const token = (size: number, authority: string, n: number) => ({
        size,
        authority,
        token: hash(n),
        at: new Date(1_770_000_000_000 + n),
      })
      expect(await timestamps.newestStamped()).to.equal(undefined)
      for (const kept of [token(5, 'a', 1), token(5, 'b', 2), token(9, 'a', 3), token(5, 'a', 4)]) {
        await timestamps.keep(kept)
      }
      expect(await timestamps.forCheckpoint(5)).to.deep.equal([token(5, 'a', 1), token(5, 'b', 2)])
      expect(await timestamps.newestStamped()).to.equal(9)
      const oldest = await Promise.all([0, 5, 6, 10].map((size) => timestamps.oldestStamped(size)))
      expect(oldest).to.deep.equal([5, 5, 9, undefined])
      expect(await timestamps.oldestBy('a', 5)).to.deep.equal({ size: 5, at: token(5, 'a', 1).at })
      expect(await timestamps.oldestBy('a', 6)).to.deep.equal({ size: 9, at: token(9, 'a', 3).at })
      expect(await timestamps.oldestBy('b', 6)).to.equal(undefined)
    })

    it('remember what each authority owes, since when, and how it fared', async () => {
      const { stamps } = subject
      const [at, later, last] = [0, 1, 2].map((n) => new Date(1_770_000_000_000 + n * 1000))
      if (!at || !later || !last) throw new Error('no times')
      expect(await stamps.turns()).to.deep.equal([])
      await Promise.all(['b', 'a', 'a'].map((name) => stamps.want(name, 5, at)))
      const fresh = { size: 5, due: at, pendingSince: at, failures: 0, nextAt: at }
      const a = { authority: 'a', ...fresh, lastSuccess: null, lastError: null }
      expect(await stamps.turns()).to.deep.equal([a, { ...a, authority: 'b' }])
      await stamps.failed('a', 'http-503', later, last)
      await stamps.want('a', 9, later)
      await stamps.want('a', 7, last)
      const failing = { failures: 1, nextAt: last, lastError: { code: 'http-503', at: later } }
      const owing = { ...a, ...failing, size: 9, due: later }
      expect((await stamps.turns())[0], 'owed since the first').to.deep.equal(owing)
      await stamps.succeeded('a', 5, last)
      const served = { failures: 0, nextAt: last, lastSuccess: last }
      const half = { ...owing, ...served, pendingSince: later }
      expect((await stamps.turns())[0], 'one larger was wanted meanwhile').to.deep.equal(half)
      await stamps.succeeded('a', 9, last)
      expect((await stamps.turns())[0]).to.deep.equal({ ...half, pendingSince: null })
      await stamps.keepOnly(['a'])
      expect((await stamps.turns()).map(({ authority }) => authority)).to.deep.equal(['a'])
    })

    it('keep one cosignature per checkpoint and witness, and find the earliest over enough leaves', async () => {
      const { cosignatures } = subject
      const line = (size: number, witness: string, n: number) => ({
        size,
        witness,
        line: `— ${witness} ${n}\n`,
        at: new Date(1_770_000_000_000 + n),
      })
      expect(await cosignatures.earliestFrom(0)).to.deep.equal([])
      const kept = [line(9, 'b', 1), line(5, 'a', 2), line(9, 'a', 3), line(12, 'b', 4)]
      for (const one of [...kept, line(9, 'a', 5)]) await cosignatures.keep(one)
      expect(await cosignatures.forCheckpoint(9)).to.deep.equal([line(9, 'a', 3), line(9, 'b', 1)])
      const earliest = async (size: number) =>
        (await cosignatures.earliestFrom(size)).map((one) => [one.witness, one.size])
      expect(await earliest(5)).to.have.deep.members([
        ['a', 5],
        ['b', 9],
      ])
      expect(await earliest(10)).to.deep.equal([['b', 12]])
    })
  })
}

describe('heartbeats in MongoDB', () => {
  it('hold the last word of each worker, and forget one silent for a day', async () => {
    const { connection, drop } = await testDatabase()
    const store = mongoHeartbeatStore(connection)
    const beat = (worker: string, seconds: number) => ({
      worker,
      at: new Date(Date.UTC(2026, 2, 1) + seconds * 1000),
      healthy: true,
      sequencer: 'leading' as const,
      fault: null,
      overdue: 0,
      oldest: null,
    })
    await store.beat(beat('a', 0))
    await store.beat(beat('b', 5))
    await store.beat({ ...beat('a', 10), healthy: false })
    expect(await store.heardSince(beat('', 0).at)).to.deep.equal([
      { ...beat('a', 10), healthy: false },
      beat('b', 5),
    ])
    expect(await store.heardSince(beat('', 6).at)).to.have.length(1)
    await store.beat(beat('c', 100_000))
    expect((await store.heardSince(new Date(0))).map(({ worker }) => worker)).to.deep.equal(['c'])
    await drop()
  })
})
