import { expect } from 'chai'
import type { Migration } from '#server/storage/migrations/migration.js'
import { migrations } from '#server/storage/migrations/migrations.js'
import { rejection } from '#test/support/rejection.js'
import { migratedDatabase } from '#test/support/migrated-database.js'

describe('migrations', () => {
  let database: Awaited<ReturnType<typeof migratedDatabase>>
  beforeEach(async () => {
    database = await migratedDatabase()
  })
  afterEach(() => database.remove())

  const things = () => database.connection.collection<{ _id: string; marked?: boolean }>('things')
  const records = () => database.connection.collection('migrations').find().toArray()
  const ended = async () =>
    (await records()).filter(({ endedAt }) => endedAt instanceof Date).map(({ _id }) => String(_id))

  /** Marks one thing a batch; `after`: is called after each. */
  const marking = (id: string, after: () => Promise<void> | void = () => undefined): Migration => ({
    id,
    what: 'Things are marked.',
    older: 'may-run',
    async *batches() {
      for (;;) {
        const old = { marked: { $exists: false } }
        const { modifiedCount } = await things().updateOne(old, { $set: { marked: true } })
        if (modifiedCount === 0) return
        await after()
        yield { changed: modifiedCount, passedOver: 0 }
      }
    },
  })
  const some = (...ids: string[]) => things().insertMany(ids.map((_id) => ({ _id })))
  const unmarked = () => things().countDocuments({ marked: { $exists: false } })

  it('are done once, in their order, and told with what they changed', async () => {
    await some('a', 'b', 'c')
    await database.run(marking('0001-one'), marking('0002-two'))
    expect(database.told).to.deep.equal(['migration.done 0001-one 3', 'migration.done 0002-two 0'])
    expect(await ended()).to.deep.equal(['0001-one', '0002-two'])
    const before = await records()

    await some('d')
    await database.run(marking('0001-one'), marking('0002-two'))
    expect(database.told).to.have.length(2)
    expect(await records()).to.deep.equal(before)
    expect(await unmarked()).to.equal(1)

    await database.run(marking('0001-one'), marking('0002-two'), marking('0003-three'))
    expect(database.told.at(-1)).to.equal('migration.done 0003-three 1')
  })

  it('that were cut off after a batch are done by whoever comes next', async () => {
    await some('a', 'b', 'c')
    const cut = marking('0001-one', () => {
      throw new Error('killed')
    })
    expect(await rejection(database.run(cut))).to.have.property('message', 'killed')
    expect([await unmarked(), await ended(), database.told]).to.deep.equal([2, [], []])
    // Begun, so that an older version is told.
    expect(await database.unknown()).to.deep.equal([{ id: '0001-one', older: 'may-run' }])

    await database.run(marking('0001-one'))
    expect([await unmarked(), await ended()]).to.deep.equal([0, ['0001-one']])
    expect(database.told).to.deep.equal(['migration.done 0001-one 2'])
  })

  it('are done by one process while another waits, and both go on when all is done', async () => {
    await some('a', 'b', 'c')
    let under = 0
    let most = 0
    const slow = (): Migration => {
      const { batches, ...rest } = marking('0001-one')
      return {
        ...rest,
        async *batches(connection) {
          most = Math.max(most, ++under)
          yield* batches(connection)
          under--
        },
      }
    }
    await Promise.all([database.run(slow()), database.run(slow()), database.run(slow())])
    expect(most).to.equal(1)
    expect(database.told).to.deep.equal(['migration.done 0001-one 3'])
    expect(await unmarked()).to.equal(0)
  })

  it('are left to another process that took over while this one was halted', async () => {
    await some('a', 'b')
    const halted = marking('0001-one', async () => {
      // As if its lease had run out: somebody else has it now, and does the rest.
      await database.connection.collection('leases').deleteMany({})
      await database.leases.take('migrations', 'another', 60_000)
      await database.connection
        .collection('migrations')
        .updateMany({}, { $set: { endedAt: new Date(0) } })
    })
    await database.run(halted)
    expect([await unmarked(), database.told]).to.deep.equal([1, []])
  })

  it('that a newer version has begun are known as that, with what it says of older ones', async () => {
    await database.run(marking('0001-one'), marking('0002-later'), {
      ...marking('0003-last'),
      older: 'must-not-run',
    })
    expect(await database.unknown(marking('0001-one'))).to.deep.equal([
      { id: '0002-later', older: 'may-run' },
      { id: '0003-last', older: 'must-not-run' },
    ])
    await database.connection
      .collection('migrations')
      .updateOne({ older: 'may-run' }, { $set: { older: 'a new word' } })
    expect(await database.unknown()).to.deep.include({ id: '0001-one', older: 'must-not-run' })
  })

  it('are named for their files, in order, each once', () => {
    const ids = migrations.map(({ id }) => id)
    expect(ids.map((id) => Number(/^(\d{4})-[a-z0-9-]+$/.exec(id)?.[1]))).to.deep.equal(
      ids.map((_, n) => n + 1),
    )
  })
})
