import { expect } from 'chai'
import type { LogStore, StoredLeaf } from '#server/domain/log/ports.js'
import { sequencer } from '#server/domain/log/sequencer.js'
import { mongoLogStore } from '#server/storage/log/log-store.js'
import { codeOf } from '#test/support/code-of.js'
import { keepStatements, testLogKey } from '#test/support/test-log.js'
import { testDatabase } from '#test/support/test-services.js'

/** Storage that takes a write and keeps something else: what a broken disk or a changed driver would do. */
describe('what is read back before a checkpoint is signed', () => {
  let database: Awaited<ReturnType<typeof testDatabase>>
  let log: LogStore
  beforeEach(async () => {
    database = await testDatabase()
    log = mongoLogStore(database.connection)
    const models = Object.values(database.connection.models)
    await Promise.all(models.map((model) => model.createIndexes()))
    await keepStatements(database.connection, 3)
  })
  afterEach(() => database.drop())

  async function sequencedWith(changes: Partial<LogStore>): Promise<string> {
    const key = await testLogKey()
    const clock = { now: () => new Date() }
    const code = await codeOf(() => sequencer({ log: { ...log, ...changes }, key, clock })(1))
    const signed = await database.connection.collection('checkpoints').countDocuments()
    expect(signed, 'nothing is signed').to.equal(0)
    return code
  }
  const flipped = (octets: Uint8Array) => Uint8Array.from(octets, (octet, i) => octet ^ +(i === 0))

  it('refuses a tile that was written and is not there', async () => {
    const tiles: LogStore['tiles'] = (asked) => Promise.resolve(asked.map(() => undefined))
    expect(await sequencedWith({ tiles })).to.equal('log/tile-missing')
  })

  it('refuses a tile that is kept with other octets', async () => {
    const tiles: LogStore['tiles'] = async (asked) =>
      (await log.tiles(asked)).map((octets) => octets && flipped(octets))
    expect(await sequencedWith({ tiles })).to.equal('log/tile-rewritten')
  })

  it('refuses a leaf that is kept with another hash', async () => {
    const leaves: LogStore['leaves'] = async (from, to) =>
      (await log.leaves(from, to)).map((leaf): StoredLeaf => ({
        ...leaf,
        hash: flipped(leaf.hash),
      }))
    expect(await sequencedWith({ leaves })).to.equal('log/leaf-rewritten')
  })
})
