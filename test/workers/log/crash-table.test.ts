import { expect } from 'chai'
import type { Connection } from 'mongoose'
import type { NoteKey } from '#crypto/transparency/note-key.js'
import type { SigningKey } from '#crypto/keys/key.js'
import type { LogStore } from '#server/domain/log/ports.js'
import { auditStoredLog } from '#server/domain/log/audit-stored-log.js'
import { sequencer } from '#server/domain/log/sequencer.js'
import { mongoLogStore } from '#server/storage/log/log-store.js'
import { auditLog } from '#test/support/audit-log.js'
import { rejection } from '#test/support/rejection.js'
import { keepStatements, testLogKey } from '#test/support/test-log.js'
import { testDatabase } from '#test/support/test-services.js'

/** The durable writes of a round, in their order. */
const writes = ['append', 'markSequenced', 'keepTiles', 'publish'] as const
/** Not done; done and not heard of; half done. */
const failures = ['failed', 'failed but persisted', 'failed half-way'] as const
const clock = { now: () => new Date() }

describe('a sequencer that dies in the middle', () => {
  let database: Awaited<ReturnType<typeof testDatabase>>
  let connection: Connection
  let key: NoteKey<SigningKey>
  let log: ReturnType<typeof mongoLogStore>

  before(async () => {
    database = await testDatabase()
    connection = database.connection
    log = mongoLogStore(connection)
    await Promise.all(Object.values(connection.models).map((model) => model.createIndexes()))
    key = await testLogKey()
  })
  after(() => database.drop())
  beforeEach(async () => {
    for (const name of ['statements', 'leaves', 'tiles', 'checkpoints']) {
      await connection.collection(name).deleteMany({})
    }
  })

  for (const begun of [0, 250]) {
    for (const write of writes) {
      for (const failure of failures) {
        if (failure === 'failed half-way' && write === 'publish') continue
        it(`${write} ${failure}, with ${begun} leaves before: the next one completes it`, async () => {
          await keepStatements(connection, begun)
          await untilQuiet(sequencer({ log, key, clock }))
          await keepStatements(connection, 300)
          const dying = sequencer({ log: failing(log, write, failure), key, clock })
          expect(await rejection(dying(1))).to.have.property(
            'message',
            `${write} as the test asked`,
          )

          // As it was left, before anybody repairs it: what was signed holds from the first leaf on.
          const left = await auditStoredLog({ log, key })
          const isPublished = write === 'publish' && failure === 'failed but persisted'
          expect(left.size).to.equal(isPublished ? begun + 300 : begun)

          await keepStatements(connection, 7)
          await untilQuiet(sequencer({ log, key, clock }))
          expect(await auditLog(connection, key)).to.include({ size: begun + 307 })
        })
      }
    }
  }

  for (const write of writes) {
    it(`${write} failed, and the same sequencer goes on`, async () => {
      await keepStatements(connection, 20)
      const round = sequencer({ log: failing(log, write, 'failed but persisted'), key, clock })
      await rejection(round(1))
      await keepStatements(connection, 20)
      await untilQuiet(round)
      expect(await auditLog(connection, key)).to.include({ size: 40 })
    })
  }

  it('dies, its successor dies as well, the third completes both', async () => {
    await keepStatements(connection, 300)
    await rejection(sequencer({ log: failing(log, 'append', 'failed half-way'), key, clock })(1))
    await rejection(sequencer({ log: failing(log, 'keepTiles', 'failed half-way'), key, clock })(2))
    await rejection(sequencer({ log: failing(log, 'publish', 'failed'), key, clock })(3))
    await untilQuiet(sequencer({ log, key, clock }))
    expect(await auditLog(connection, key)).to.include({ size: 300 })
  })
})

async function untilQuiet(round: (epoch: number) => Promise<{ outcome: string }>): Promise<void> {
  while ((await round(9)).outcome !== 'quiet');
}

/** The first such write fails; all others are done. */
function failing(
  log: LogStore,
  write: (typeof writes)[number],
  failure: (typeof failures)[number],
): LogStore {
  let failed = false
  const fault = (): never => {
    failed = true
    throw new Error(`${write} as the test asked`)
  }
  const some = <T>(items: readonly T[]): readonly T[] =>
    failure === 'failed'
      ? []
      : failure === 'failed half-way'
        ? items.slice(0, Math.ceil(items.length / 2))
        : items
  return {
    ...log,
    append: async (leaves, epoch) => {
      if (failed || write !== 'append') return log.append(leaves, epoch)
      await log.append(some(leaves), epoch)
      return fault()
    },
    markSequenced: async (leaves) => {
      if (failed || write !== 'markSequenced') return log.markSequenced(leaves)
      await log.markSequenced(some(leaves))
      return fault()
    },
    keepTiles: async (tiles) => {
      if (failed || write !== 'keepTiles') return log.keepTiles(tiles)
      await log.keepTiles(some(tiles))
      return fault()
    },
    publish: async (checkpoint) => {
      if (failed || write !== 'publish') return log.publish(checkpoint)
      if (failure !== 'failed') await log.publish(checkpoint)
      return fault()
    },
  }
}
