import { spawn } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { expect } from 'chai'
import type { Connection } from 'mongoose'
import { loadConfig } from '#config/load.js'
import { checkStoredLog } from '#server/check-stored-log.js'
import { sequencer } from '#server/domain/log/sequencer.js'
import { loadIdentity } from '#server/identity/load-identity.js'
import { initialiseRelay } from '#server/init/initialise-relay.js'
import { mongoLogStore } from '#server/storage/log/log-store.js'
import { rejection } from '#test/support/rejection.js'
import { keepStatements } from '#test/support/test-log.js'
import { openTestDatabase, testMongodbUri } from '#test/support/test-services.js'

type Raw = Record<string, unknown>
const sha256 = (...data: Buffer[]) => createHash('sha256').update(Buffer.concat(data)).digest()

describe('a restored database', function () {
  this.timeout(300_000)
  let data: string
  let original: Connection
  let copy: Connection
  let backup: Map<string, Raw[]>
  let notes: string[]

  const databases: string[] = []
  const open = () => {
    databases.push(`t${randomBytes(8).toString('hex')}`)
    return openTestDatabase(databases.at(-1) ?? '')
  }
  const environment = () => {
    const uri = new URL(testMongodbUri())
    uri.pathname = `/${copy.name}`
    return {
      RELAY_ID: 'zz.relay',
      RELAY_ORIGIN: 'http://127.0.0.1:1',
      DATA_DIR: data,
      MONGODB_URI: uri.href,
      REDIS_URL: 'redis://127.0.0.1:1',
    }
  }
  const check = (given: readonly string[] = []) =>
    checkStoredLog(loadConfig(environment()), { notes: given, parts: 'lengths' })
  const raw = (name: string) => copy.collection<Raw>(name)
  const noteFile = async (note: string) => {
    const path = join(data, `${randomBytes(4).toString('hex')}.note`)
    await writeFile(path, note)
    return path
  }

  before(async () => {
    data = await mkdtemp(join(tmpdir(), 'rogatory-restore-'))
    await initialiseRelay({
      dataFolder: data,
      id: 'zz.relay',
      origin: 'http://127.0.0.1:1',
      at: new Date(),
    })
    original = await open()
    copy = original
    const { logKey: key } = await loadIdentity(loadConfig(environment()), new Date())
    const log = mongoLogStore(original)
    await Promise.all(Object.values(original.models).map((model) => model.createIndexes()))
    const round = sequencer({ log, key, clock: { now: () => new Date() } })
    notes = []
    for (const count of [3, 300, 1, 250]) {
      await keepStatements(original, count)
      await round(1)
      notes.push((await log.newestCheckpoint())?.note ?? '')
    }
    backup = new Map()
    for (const name of ['statements', 'leaves', 'tiles', 'checkpoints']) {
      backup.set(name, await original.collection<Raw>(name).find().toArray())
    }
  })
  beforeEach(async () => {
    copy = await open()
    for (const [name, documents] of backup) await raw(name).insertMany(documents)
  })
  afterEach(async () => {
    await copy.dropDatabase()
    await copy.close()
  })
  after(async () => {
    await original.dropDatabase()
    await original.close()
    await rm(data, { recursive: true })
  })

  const refused = async (code: string, given: readonly string[] = []) =>
    expect(await rejection(check(given))).to.include({ name: 'LogFault', code })
  const flip = async (name: string, id: unknown, field: string) => {
    const document = await raw(name).findOne({ _id: id as never }, { promoteBuffers: true })
    const octets = Buffer.from(document?.[field] as Uint8Array)
    octets[17] = (octets[17] ?? 0) ^ 1
    await raw(name).updateOne({ _id: id as never }, { $set: { [field]: octets } })
  }

  it('is the same log when nothing lacks, and agrees with what others kept', async () => {
    const given = await Promise.all([notes[2] ?? '', notes[0] ?? ''].map(noteFile))
    expect(await check(given)).to.deep.equal({
      size: 554,
      checkpoints: 4,
      beyond: 0,
      parts: { packages: 0, parts: 0, wrong: [] },
    })
  })

  it('is the same log by keys and a trust list in a folder that a vault mounts', async () => {
    const mounted = join(data, 'mounted')
    await cp(join(data, 'relay', 'current'), mounted, { recursive: true, dereference: true })
    await cp(join(data, 'trust.json'), join(mounted, 'trust.json'))
    const given = { ...environment(), DATA_DIR: join(data, 'absent'), RELAY_KEYS_DIR: mounted }
    const audit = await checkStoredLog(loadConfig(given), { notes: [], parts: 'skip' })
    expect(audit).to.include({ size: 554, checkpoints: 4 })
    await rm(join(mounted, 'trust.json'))
    const asked = checkStoredLog(loadConfig(given), { notes: [], parts: 'skip' })
    expect(await rejection(asked)).to.include({ name: 'ConfigurationError' })
  })

  it('is the same log when it was copied before the newest leaves were published', async () => {
    await raw('checkpoints').deleteOne({ _id: 554 as never })
    expect(await check()).to.include({ size: 304, checkpoints: 3, beyond: 250 })
  })

  it('is older than a note that somebody holds', async () => {
    await raw('checkpoints').deleteOne({ _id: 554 as never })
    await refused('log/shorter', [await noteFile(notes[3] ?? '')])
  })

  it('is not the same when an old statement was changed, its leaf too, or is lost', async () => {
    const leaf = await raw('leaves').findOne({ _id: 7 as never })
    const where = { _id: leaf?.['digest'] as never }
    await raw('statements').updateOne(where, { $set: { statement: 'a.b.c' } })
    await refused('log/leaf-rewritten')

    await raw('statements').deleteOne(where)
    await refused('log/leaf-missing')

    const octets = Buffer.from('forged.statement.x')
    const digest = sha256(octets).toString('hex')
    await raw('statements').insertOne({ _id: digest as never, statement: octets.toString() })
    const hash = sha256(Buffer.of(0), octets)
    await raw('leaves').updateOne({ _id: 7 as never }, { $set: { digest, hash } })
    // The tile has the old hash; a forger changes that as well, and is left with the root.
    const tile = await raw('tiles').findOne({ _id: '0/0' as never }, { promoteBuffers: true })
    const changed = Buffer.from(tile?.['octets'] as Uint8Array)
    hash.copy(changed, 7 * 32)
    await refused('log/tile-rewritten')
    await raw('tiles').updateOne({ _id: '0/0' as never }, { $set: { octets: changed } })
    await refused('log/root-mismatch')
  })

  it('is not the same when a tile, a leaf or a checkpoint was changed or is lost', async () => {
    await flip('tiles', '0/1', 'octets')
    await refused('log/tile-rewritten')
    await raw('tiles').deleteOne({ _id: '0/1' as never })
    await refused('log/tile-missing')
    await raw('checkpoints').deleteOne({ _id: 303 as never })
    await refused('log/checkpoint-missing')
    await raw('leaves').deleteOne({ _id: 2 as never })
    await refused('log/leaf-missing')
  })

  it('is not the same when another log of the same key agrees with itself', async () => {
    // As a rewritten history would look that the operator signed: whole, and not what a witness saw.
    const { logKey: key } = await loadIdentity(loadConfig(environment()), new Date())
    for (const name of backup.keys()) await raw(name).deleteMany({})
    await keepStatements(copy, 400)
    await sequencer({ log: mongoLogStore(copy), key, clock: { now: () => new Date() } })(1)
    expect(await check()).to.include({ size: 400 })
    await refused('log/forked', [await noteFile(notes[1] ?? '')])
  })

  it('is told by the command, with exit codes for scripts', async () => {
    const run = async (...args: string[]) => {
      const main = fileURLToPath(new URL('../../server/check-log.ts', import.meta.url))
      const child = spawn(
        process.execPath,
        ['--import', 'tsx', '--conditions=source', main, ...args],
        { env: { ...process.env, ...environment() }, stdio: ['ignore', 'pipe', 'pipe'] },
      )
      const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)])
      if (child.exitCode === null) await once(child, 'exit')
      return { code: child.exitCode, out, err }
    }
    const good = await run('--note', await noteFile(notes[3] ?? ''))
    expect(good).to.include({ code: 0, err: '' })
    expect(good.out).to.contain('The same log: 554 leaves under 4 checkpoints')
    await flip('leaves', 100, 'hash')
    const bad = await run()
    expect(bad.code).to.equal(4)
    expect(bad.err).to.contain('NOT THE SAME LOG').and.to.contain('log/leaf-rewritten')
  })
})
