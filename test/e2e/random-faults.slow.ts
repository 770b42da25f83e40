import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect } from 'chai'
import { acknowledgePackage } from '#client/core/acknowledge-package.js'
import { ClientError } from '#client/core/client-error.js'
import { composePackage } from '#client/core/compose-package.js'
import { deliverPackage } from '#client/core/deliver-package.js'
import { openDocuments, readPackage } from '#client/core/open-package.js'
import { RelayProblem } from '#client/core/relay-problem.js'
import type { Session } from '#client/core/session.js'
import { diskSink } from '#client/files/disk-sink.js'
import { AuthorityId, type PackageId } from '#crypto/fields/fields.js'
import { auditClients, auditSequenced } from '#test/support/constellation/audit-clients.js'
import { type Fleet, fleet } from '#test/support/constellation/fleet.js'
import { chance } from '#test/support/mutate.js'

/** FAULT_SEED repeats the order of faults of a run, FAULTS makes it longer or shorter. */
const SEED = Number(process.env['FAULT_SEED'] ?? Date.now() % 2 ** 31)
const FAULTS = Number(process.env['FAULTS'] ?? 60)
const LANES = 4
const RELAYS = 2
const WORKERS = 2

/**
 * Two relays and two workers under load, while any of them is killed or paused, and MongoDB and Redis
 * go and come back, Redis empty now and then. Afterwards the clients' own records and the log prove that
 * nothing acknowledged was lost, doubled or stated twice.
 */
describe(`random faults, seed ${String(SEED)}`, function () {
  this.timeout(3_600_000)
  let several: Fleet
  let alma: Session
  let yusuf: Session
  const acknowledged = new Map<PackageId, string>()
  const counts = new Map<string, number>()

  before(async () => {
    several = await fleet({ relays: RELAYS, workers: WORKERS })
    ;[alma, yusuf] = await Promise.all([several.all.officer('xa'), several.all.officer('xb')])
  })
  after(() => several.close())

  /** Again for as long as it may work later: what a person would do. */
  async function inTheEnd<T>(work: () => Promise<T>): Promise<T> {
    for (;;) {
      try {
        return await work()
      } catch (error) {
        const isPassing =
          error instanceof RelayProblem
            ? error.status >= 500 || error.status === 429
            : error instanceof ClientError && error.code === 'relay-unreachable'
        if (!isPassing) throw error
        await sleep(50)
      }
    }
  }

  async function send(): Promise<void> {
    const to = [AuthorityId.parse('xb.pgo')]
    const template = { id: 'mla-request', version: 1 }
    const id = await inTheEnd(() => composePackage(alma, { to, template, form: {}, documents: [] }))
    const { digest } = await inTheEnd(() => deliverPackage(alma, id))
    acknowledged.set(id, digest)
  }

  const faults: Record<string, (next: (bound: number) => number) => Promise<void>> = {
    async 'relay killed'(next) {
      const i = next(RELAYS)
      await several.relay(i).kill()
      await sleep(next(500))
      await several.restartRelay(i)
    },
    async 'workers killed'(next) {
      const i = next(WORKERS)
      await several.workers[i]?.kill()
      await sleep(next(500))
      await several.restartWorkers(i)
    },
    async 'relay paused'(next) {
      const { child } = several.relay(next(RELAYS))
      child.kill('SIGSTOP')
      await sleep(next(3_000))
      child.kill('SIGCONT')
    },
    // Longer than a lease lasts, now and then: another takes over, and this one wakes believing it holds it.
    async 'workers paused'(next) {
      const child = several.workers[next(WORKERS)]?.child
      child?.kill('SIGSTOP')
      await sleep(next(12_000))
      child?.kill('SIGCONT')
    },
    async 'MongoDB gone'(next) {
      await several.all.mongodb.shut()
      await sleep(next(2_000))
      await several.all.mongodb.open()
    },
    async 'Redis gone'(next) {
      await several.all.redis.shut()
      await sleep(next(2_000))
      await several.all.redis.open()
    },
    async 'Redis gone, and back empty'(next) {
      await several.all.redis.shut()
      await several.all.flushRedis()
      await sleep(next(1_000))
      await several.all.redis.open()
    },
    async 'Redis silent'() {
      several.all.redis.mute()
      return Promise.resolve()
    },
  }

  it('while everything fails, what is acknowledged grows', async () => {
    const next = chance(SEED)
    const state = { isOver: false }
    const lanes = Array.from({ length: LANES }, async () => {
      while (!state.isOver) await send()
    })
    const kinds = Object.keys(faults)
    for (let i = 0; i < FAULTS; i++) {
      const kind = kinds[next(kinds.length)] ?? ''
      await sleep(next(700))
      await faults[kind]?.(next)
      counts.set(kind, (counts.get(kind) ?? 0) + 1)
      // Something has to come through before the next one.
      const before = acknowledged.size
      while (acknowledged.size === before) await sleep(20)
    }
    state.isOver = true
    await Promise.all(lanes)
  })

  it('afterwards nothing is lost, nothing doubled, every chain whole, every receipt genuine', async () => {
    for (;;) {
      const { packages } = await inTheEnd(() =>
        yusuf.relay.call('listPackages', { query: { box: 'inbox', limit: 200 } }),
      )
      if (packages.length >= Math.min(200, acknowledged.size)) break
      await sleep(100)
    }
    for (const id of acknowledged.keys()) {
      const read = await inTheEnd(() => available(id))
      await openDocuments(yusuf, read, (part) => diskSink(join(several.all.data, part.part)))
      await inTheEnd(() => acknowledgePackage(yusuf, id))
    }
    await auditClients(alma, yusuf, acknowledged)
    const connection = await several.all.openDatabase()
    await auditSequenced(connection, await several.all.logKey())
    expect(await connection.collection('packages').countDocuments()).to.equal(acknowledged.size)
    const leaves = await connection.collection('leaves').countDocuments()
    const checkpoints = await connection.collection('checkpoints').countDocuments()
    await connection.close()
    const said = { seed: SEED, packages: acknowledged.size, leaves, checkpoints }
    console.log(JSON.stringify({ ...said, faults: Object.fromEntries(counts) }))
  })

  /** The recipient does not see a package before its D.1, which may have to be made up for. */
  async function available(id: PackageId) {
    for (;;) {
      try {
        return await readPackage(yusuf, id)
      } catch (error) {
        if (!(error instanceof RelayProblem) || error.code !== 'package-unknown') throw error
        await sleep(100)
      }
    }
  }
})
