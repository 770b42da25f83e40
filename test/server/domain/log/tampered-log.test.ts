import { expect } from 'chai'
import type { Connection } from 'mongoose'
import type { SigningKey } from '#crypto/keys/key.js'
import { signCheckpoint } from '#crypto/transparency/checkpoint.js'
import type { NoteKey } from '#crypto/transparency/note-key.js'
import type { LogStore } from '#server/domain/log/ports.js'
import { sequencer } from '#server/domain/log/sequencer.js'
import { silentLogger } from '#server/observability/logger.js'
import { mongoLeaseStore } from '#server/storage/log/lease-store.js'
import { mongoLogStore } from '#server/storage/log/log-store.js'
import { rejection } from '#test/support/rejection.js'
import { keepStatements, testLogKey } from '#test/support/test-log.js'
import { testDatabase } from '#test/support/test-services.js'
import { sequenceLog } from '#workers/log/sequence-log.js'

const clock = { now: () => new Date() }
type Raw = Record<string, unknown>

describe('a log that was changed behind our back', () => {
  let database: Awaited<ReturnType<typeof testDatabase>>
  let connection: Connection
  let log: LogStore
  let key: NoteKey<SigningKey>
  const raw = (name: string) => connection.collection<Raw>(name)
  const flipped = async (name: string, id: unknown, field: string) => {
    const document = await raw(name).findOne({ _id: id as never }, { promoteBuffers: true })
    const octets = Buffer.from(document?.[field] as Uint8Array)
    octets[17] = (octets[17] ?? 0) ^ 1
    await raw(name).updateOne({ _id: id as never }, { $set: { [field]: octets } })
  }

  beforeEach(async () => {
    database = await testDatabase()
    connection = database.connection
    log = mongoLogStore(connection)
    key = await testLogKey()
    await Promise.all(Object.values(connection.models).map((model) => model.createIndexes()))
    await keepStatements(connection, 300)
    await sequencer({ log, key, clock })(1)
  })
  afterEach(() => database.drop())

  const refused = async (code: string) => {
    const published = await raw('checkpoints').countDocuments()
    await keepStatements(connection, 1)
    const error = await rejection(sequencer({ log, key, clock })(2))
    expect(error).to.include({ name: 'LogFault', code })
    expect(await raw('checkpoints').countDocuments(), 'nothing is signed').to.equal(published)
  }

  it('goes on when nothing was changed', async () => {
    expect(await sequencer({ log, key, clock })(2)).to.include({ outcome: 'quiet', size: 300 })
  })
  it('a rewritten leaf', async () => {
    await flipped('leaves', 299, 'hash')
    await refused('log/leaf-rewritten')
  })
  it('a rewritten statement', async () => {
    const leaf = await raw('leaves').findOne({ _id: 280 as never })
    await raw('statements').updateOne(
      { _id: leaf?.['digest'] as never },
      { $set: { statement: 'a.b.c' } },
    )
    await refused('log/leaf-rewritten')
  })
  it('a statement, its digest and its leaf, all rewritten to agree', async () => {
    const { createHash } = await import('node:crypto')
    const sha256 = (...data: Buffer[]) => createHash('sha256').update(Buffer.concat(data)).digest()
    const octets = Buffer.from('forged.statement.x')
    const digest = sha256(octets).toString('hex')
    await raw('statements').insertOne({
      _id: digest as never,
      statement: octets.toString(),
      keptAt: new Date(),
      index: 290,
    })
    await raw('leaves').updateOne(
      { _id: 290 as never },
      { $set: { digest, hash: sha256(Buffer.of(0), octets) } },
    )
    await refused('log/tile-rewritten')
  })
  it('a lost statement', async () => {
    const leaf = await raw('leaves').findOne({ _id: 299 as never })
    await raw('statements').deleteOne({ _id: leaf?.['digest'] as never })
    await refused('log/leaf-missing')
  })
  it('a lost leaf', async () => {
    await raw('leaves').deleteOne({ _id: 270 as never })
    await refused('log/leaf-missing')
  })
  it('a rewritten hash of an old tile', async () => {
    await flipped('tiles', '0/0', 'octets')
    await refused('log/tile-rewritten')
  })
  it('a rewritten hash of an upper tile', async () => {
    await flipped('tiles', '1/0', 'octets')
    await refused('log/tile-rewritten')
  })
  it('a lost tile', async () => {
    await raw('tiles').deleteOne({ _id: '0/1' as never })
    await refused('log/tile-missing')
  })
  it('a checkpoint of another key', async () => {
    const other = await testLogKey()
    const { root } = (await log.newestCheckpoint()) ?? { root: '' }
    const note = await signCheckpoint(
      { origin: other.name, size: 300, root: Buffer.from(root, 'hex'), extensions: [] },
      other,
    )
    await raw('checkpoints').updateOne({ _id: 300 as never }, { $set: { note } })
    await refused('log/checkpoint-unreadable')
  })
  it('a checkpoint put under another size, as a rollback leaves it', async () => {
    const document = await raw('checkpoints').findOne({ _id: 300 as never })
    await raw('checkpoints').deleteOne({ _id: 300 as never })
    await raw('checkpoints').insertOne({ ...document, _id: 299 as never })
    await refused('log/checkpoint-unreadable')
  })

  it('a bit that flips between writing and reading back is never signed', async () => {
    await keepStatements(connection, 10)
    const flipping: LogStore = {
      ...log,
      keepTiles: async (tiles) => {
        await log.keepTiles(tiles)
        await flipped('tiles', '0/1', 'octets')
      },
    }
    expect(await rejection(sequencer({ log: flipping, key, clock })(2))).to.include({
      code: 'log/tile-rewritten',
    })
    expect(await log.newestCheckpoint()).to.include({ size: 300 })
  })

  it('stops the worker for good, loudly', async () => {
    await flipped('leaves', 299, 'hash')
    const said: unknown[] = []
    const sequencing = sequenceLog({
      round: sequencer({ log, key, clock }),
      leases: mongoLeaseStore(connection),
      holder: 'test',
      log: { ...silentLogger, error: (event, fields) => said.push([event, fields.code]) },
      intervalMs: 50,
    })
    while (sequencing.status.state !== 'failed')
      await new Promise((resolve) => setTimeout(resolve, 10))
    expect(sequencing.status.fault).to.equal('log/leaf-rewritten')
    expect(said).to.deep.equal([['sequencer.failed', 'log/leaf-rewritten']])
    await sequencing.stop()
  })
})
