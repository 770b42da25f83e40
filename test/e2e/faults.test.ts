import { randomBytes } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'chai'
import { acknowledgePackage } from '#client/core/packages/acknowledge-package.js'
import { composePackage } from '#client/core/packages/compose-package.js'
import { deliverPackage } from '#client/core/packages/deliver-package.js'
import { openDocuments, readPackage } from '#client/core/packages/open-package.js'
import type { Session } from '#client/core/session/session.js'
import { diskDocument } from '#client/files/disk-document.js'
import { diskSink } from '#client/files/disk-sink.js'
import { AuthorityId, PackageId } from '#crypto/fields/fields.js'
import { auditClients, auditSequenced } from '#test/support/constellation/audit-clients.js'
import { auditClocks } from '#test/support/constellation/audit-clocks.js'
import type { Constellation } from '#test/support/constellation/constellation.js'
import { exchangeUnderWay } from '#test/support/constellation/exchange-under-way.js'
import { type Fleet, fleet } from '#test/support/constellation/fleet.js'
import { inTheEnd } from '#test/support/constellation/in-the-end.js'
import { type OwnServices, ownServices } from '#test/support/constellation/own-services.js'
import { randomFaults } from '#test/support/constellation/random-faults.js'
import { smallDisk } from '#test/support/constellation/small-disk.js'
import { chance } from '#test/support/mutate.js'

const MIB = 1024 * 1024
const CROWD = 6
const EACH = 2
/** Of the random faults: FAULT_SEED repeats a run. */
const SEED = Number(process.env['FAULT_SEED'] ?? Date.now() % 2 ** 31)
const LONGEST_MS = 600

const pause = () => new Promise((resolve) => setTimeout(resolve, 50))

/** An acknowledged submission is never lost and never doubled, whatever dies under it. */
describe('the constellation, while its parts fail', function () {
  this.timeout(300_000)
  let services: OwnServices
  let several: Fleet
  let all: Constellation
  let alma: Session
  let yusuf: Session
  const blobs = smallDisk('160m')
  const databases = smallDisk('1g')
  const acknowledged = new Map<PackageId, string>()
  const clocks = new Set<string>()

  before(async () => {
    services = await ownServices(databases)
    several = await fleet({
      relays: 1,
      workers: 1,
      services,
      prepare: (data) => blobs.mount(join(data, 'blobs')),
    })
    all = several.all
    alma = await all.officer('xa')
    yusuf = await all.officer('xb')
  })
  afterEach(function () {
    if (this.currentTest?.state !== 'failed') return
    for (const { lines } of [...several.relays, ...several.workers])
      console.error(lines.slice(-30).join('\n'))
  })
  after(async () => {
    await Promise.all([...several.relays, ...several.workers].map((one) => one.stop()))
    blobs.unmount()
    await several.close()
    await services.close()
  })

  async function sealed(mebibytes = 0): Promise<PackageId> {
    const file = join(all.data, 'document.bin')
    if (mebibytes > 0) await writeFile(file, randomBytes(mebibytes * MIB))
    return composePackage(alma, {
      to: [AuthorityId.parse('xb.pgo')],
      template: { id: 'mla-request', version: 1 },
      form: {},
      documents: mebibytes > 0 ? [await diskDocument(file)] : [],
    })
  }
  const crowd = () => Promise.all(Array.from({ length: CROWD * EACH }, () => sealed()))

  async function deliver(id: PackageId, onProgress?: (sent: number) => void): Promise<void> {
    const { payload, digest } = await inTheEnd(() =>
      deliverPackage(alma, id, (_document, sent) => onProgress?.(sent)),
    )
    expect(payload.code).to.equal('A.1')
    acknowledged.set(id, digest)
  }

  /**
   * Delivers packages, some at a time, and lets something happen when the first is acknowledged: others
   * are on their way then, and more follow while it lasts.
   */
  async function deliverAll(
    ids: readonly PackageId[],
    onFirst: () => Promise<void>,
  ): Promise<void> {
    const waiting = [...ids]
    let happening: Promise<void> | undefined
    const oneAfterAnother = async () => {
      for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
        await deliver(id)
        happening ??= onFirst()
      }
    }
    await Promise.all(Array.from({ length: CROWD }, oneAfterAnother))
    await happening
  }

  async function areAvailable(ids: readonly PackageId[]): Promise<void> {
    for (;;) {
      const { packages } = await yusuf.relay.call('listPackages', {
        query: { box: 'inbox', limit: 200 },
      })
      if (packages.length >= ids.length) return
      await pause()
    }
  }

  it('kill -9 of the relay during an upload: it goes on where it stood', async () => {
    const id = await sealed(24)
    let killed: Promise<void> | undefined
    await deliver(id, (sent) => {
      if (sent > 4 * MIB)
        killed ??= several
          .relay(0)
          .kill()
          .then(() => several.restartRelay(0))
    })
    expect(killed).to.not.equal(undefined)
    await killed
  })

  it('kill -9 of the relay during submissions', async () => {
    await deliverAll(await crowd(), async () => {
      await several.relay(0).kill()
      await several.restartRelay(0)
    })
  })

  it('kill -9 of the workers after A.1: what follows is made up for', async () => {
    const id = await sealed()
    await deliver(id)
    await several.workers[0]?.kill()
    await several.restartWorkers(0)
    await areAvailable([...acknowledged.keys()])
  })

  it('MongoDB gone in the middle, and back', async () => {
    const ids = await crowd()
    await deliverAll(ids, async () => {
      await all.mongodb.shut()
      await unready('mongodb')
      expect(
        ids.filter((id) => !acknowledged.has(id)),
        'in the middle',
      ).to.not.be.empty
      await all.mongodb.open()
    })
  })

  it('Redis gone in the middle, and back with nothing in it', async () => {
    const ids = await crowd()
    await deliverAll(ids, async () => {
      await all.redis.shut()
      await all.flushRedis()
      await unready('redis')
      expect(
        ids.filter((id) => !acknowledged.has(id)),
        'in the middle',
      ).to.not.be.empty
      await all.redis.open()
    })
  })

  it('a disk that fills under an upload', async function () {
    if (!blobs.isMounted) this.skip()
    blobs.fill(6 * 1024)
    const id = await sealed(12)
    const delivered = deliver(id)
    await full()
    expect([...acknowledged.keys()]).to.not.include(id)
    blobs.empty()
    await delivered
  })

  it('a disk that fills under MongoDB and Redis', async function () {
    if (!databases.isMounted) this.skip()
    const ids = await crowd()
    await deliverAll(ids, async () => {
      databases.fill(0)
      const stop = await keepWriting()
      await unready('mongodb')
      expect(
        ids.filter((id) => !acknowledged.has(id)),
        'in the middle',
      ).to.not.be.empty
      databases.empty()
      await stop()
    })
  })

  it(`each thing that may go wrong, once, under load (seed ${SEED})`, async () => {
    const next = chance(SEED)
    const exchange = await exchangeUnderWay({
      sender: alma,
      recipient: yusuf,
      folder: all.data,
      lanes: 2,
    })
    const faults = [...randomFaults({ several, services, blobs }, next, LONGEST_MS)]
    while (faults.length > 0) {
      const [[, happen] = expect.fail('no fault')] = faults.splice(next(faults.length), 1)
      await happen()
      await exchange.hasMoved()
    }
    await exchange.finish()
    for (const [id, digest] of exchange.acknowledged) acknowledged.set(id, digest)
    for (const clock of exchange.clocks) clocks.add(clock)
  })

  it('afterwards: nothing is lost, nothing doubled, every chain whole, every receipt genuine', async () => {
    await areAvailable([...acknowledged.keys()])
    for (const id of acknowledged.keys()) {
      const read = await readPackage(yusuf, id)
      await openDocuments(yusuf, read, (part) =>
        diskSink(join(all.data, part.part), { replace: true }),
      )
      await acknowledgePackage(yusuf, id)
    }
    await auditClients(alma, yusuf, acknowledged)
    const connection = await all.openDatabase()
    await auditClocks(alma, connection, clocks)
    await auditSequenced(connection, await all.logKey())
    expect(await connection.collection('packages').countDocuments()).to.equal(acknowledged.size)
    await connection.close()
  })

  /** MongoDB has room set aside for what is to come: it is used up, until told to stop. */
  async function keepWriting(): Promise<() => Promise<void>> {
    const connection = await all.openDatabase()
    const ballast = connection.collection('ballast')
    const state = { goesOn: true }
    const writing = (async () => {
      while (state.goesOn)
        await ballast.insertOne({ octets: randomBytes(MIB) }).catch(() => undefined)
    })()
    return async () => {
      state.goesOn = false
      await writing
      await connection.close()
    }
  }

  /** Until the relay itself says that it misses this service. */
  async function unready(service: string): Promise<void> {
    for (;;) {
      const response = await fetch(`${all.origin}/health/ready`)
      const { checks } = (await response.json()) as { checks: Record<string, boolean> }
      if (checks[service] === false) return
      await pause()
    }
  }

  async function full(): Promise<void> {
    while (!several.relay(0).lines.some((line) => line.includes('"status":507'))) {
      await pause()
    }
  }
})
