import { expect } from 'chai'
import type { StoredCheckpoint, TimestampAuthority } from '#server/domain/log/ports.js'
import { stampCheckpoint } from '#server/domain/log/stamp-checkpoint.js'
import { memoryLogStore, memoryTimestampStore } from '#test/support/memory/memory-log.js'

/** A log and authorities whose time and moods the test sets. */
function stamping(names: readonly string[]) {
  let now = 1_770_000_000_000
  const broken = new Set<string>()
  const asked: string[] = []
  const log = memoryLogStore(() => [])
  const timestamps = memoryTimestampStore()
  const clock = { now: () => new Date(now) }
  const authorities = names.map((name): TimestampAuthority => ({
    name,
    stamp: (data) => {
      asked.push(`${name} ${new TextDecoder().decode(data)}`)
      if (broken.has(name)) return Promise.reject(new Error('no answer'))
      return Promise.resolve({ token: new Uint8Array([1]), at: clock.now() })
    },
  }))
  const round = stampCheckpoint({ log, timestamps, authorities, clock, intervalMs: 60_000 })
  let size = 0
  return {
    timestamps,
    broken,
    /** The round, and who was asked for what. */
    async round() {
      asked.length = 0
      const fared = await round()
      expect(fared).to.have.length(asked.length)
      return [...asked]
    },
    pass: (seconds: number) => void (now += seconds * 1000),
    async grow(to: number) {
      const checkpoint: StoredCheckpoint = {
        ...{ size: to, previous: size, root: '', note: `note ${to}`, at: clock.now(), epoch: 1 },
      }
      await log.publish(checkpoint)
      size = to
    },
  }
}

describe('time-stamping the log', () => {
  it('asks nobody while nothing is published', async () => {
    expect(await stamping(['a']).round()).to.deep.equal([])
  })

  it('stamps the first checkpoint at once, then the newest once an interval, and nothing that did not grow', async () => {
    const s = stamping(['a'])
    await s.grow(5)
    expect(await s.round()).to.deep.equal(['a note 5'])
    expect(await s.round()).to.deep.equal([])
    await s.grow(6)
    s.pass(59)
    expect(await s.round()).to.deep.equal([])
    await s.grow(9)
    s.pass(1)
    expect(await s.round()).to.deep.equal(['a note 9'])
    s.pass(600)
    expect(await s.round(), 'the log did not grow').to.deep.equal([])
  })

  it('has every authority stamp the same checkpoint, one that fails later and later', async () => {
    const s = stamping(['a', 'b'])
    s.broken.add('b')
    await s.grow(5)
    expect(await s.round()).to.deep.equal(['a note 5', 'b note 5'])
    await s.grow(6)
    expect(await s.round(), 'not at once').to.deep.equal([])
    s.pass(1)
    expect(await s.round()).to.deep.equal(['b note 5'])
    s.pass(1)
    expect(await s.round(), 'now after two seconds').to.deep.equal([])
    s.pass(1)
    s.broken.clear()
    expect(await s.round()).to.deep.equal(['b note 5'])
    expect((await s.timestamps.forCheckpoint(5)).map(({ authority }) => authority)).to.deep.equal([
      'a',
      'b',
    ])
  })

  it('goes on to the next checkpoint without an authority that stays away', async () => {
    const s = stamping(['a', 'b'])
    s.broken.add('b')
    await s.grow(5)
    await s.round()
    await s.grow(7)
    s.pass(60)
    expect(await s.round()).to.deep.equal(['a note 7', 'b note 7'])
  })

  it('tells how each authority fared', async () => {
    const log = memoryLogStore(() => [])
    await log.publish({ size: 1, previous: 0, root: '', note: 'n', at: new Date(), epoch: 1 })
    const error = new Error('no')
    const authority = { name: 'a', stamp: () => Promise.reject(error) }
    const clock = { now: () => new Date() }
    const timestamps = memoryTimestampStore()
    const round = stampCheckpoint({
      log,
      timestamps,
      authorities: [authority],
      clock,
      intervalMs: 1,
    })
    expect(await round()).to.deep.equal([{ authority: 'a', error }])
  })
})
