import type { Session } from '#client/core/session/session.js'
import { auditClients, auditSequenced } from '#test/support/constellation/audit-clients.js'
import { auditClocks } from '#test/support/constellation/audit-clocks.js'
import { chance } from '#test/support/mutate.js'
import {
  type ExchangeUnderWay,
  exchangeUnderWay,
} from '#test/support/constellation/exchange-under-way.js'
import { type Fleet, fleet } from '#test/support/constellation/fleet.js'
import { type OwnServices, ownServices } from '#test/support/constellation/own-services.js'
import { randomFaults } from '#test/support/constellation/random-faults.js'
import { smallDisk } from '#test/support/constellation/small-disk.js'
import { expect } from 'chai'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** FAULT_SEED repeats the order of faults of a run, FAULT_MINUTES makes it longer or shorter. */
const SEED = Number(process.env['FAULT_SEED'] ?? Date.now() % 2 ** 31)
const MINUTES = Number(process.env['FAULT_MINUTES'] ?? 5)
const LONGEST_MS = 3_000
/** More than the sequencer's lease lasts, now and then. */
const LONGEST_PAUSE_MS = 12_000

/**
 * Two relays and two workers under load, over a MongoDB and a Redis of their own, while any of all these is killed or
 * stopped, lines break and crawl, clocks go wrong and the disk fills. Afterwards the clients' own records and the log
 * prove that nothing acknowledged was lost, doubled or stated twice.
 */
describe(`random faults, seed ${SEED}`, function () {
  this.timeout((MINUTES + 60) * 60_000)
  this.bail(true)
  const blobs = smallDisk('2g')
  const next = chance(SEED)
  const counts = new Map<string, number>()
  let services: OwnServices
  let several: Fleet
  let sender: Session
  let recipient: Session
  let exchange: ExchangeUnderWay

  before(async () => {
    services = await ownServices()
    several = await fleet({
      relays: 2,
      workers: 2,
      services,
      prepare: (data) => blobs.mount(join(data, 'blobs')),
    })
    ;[sender, recipient] = await Promise.all([several.all.officer('xa'), several.all.officer('xb')])
  })
  afterEach(function () {
    if (this.currentTest?.state !== 'failed') return
    console.error(Object.fromEntries(counts))
    for (const { lines } of [...several.relays, ...several.workers])
      console.error(lines.slice(-30).join('\n'))
  })
  after(async () => {
    await Promise.all([...several.relays, ...several.workers].map((one) => one.stop()))
    blobs.unmount()
    await several.close()
    await services.close()
  })

  it('while everything fails, what is acknowledged grows', async () => {
    const folder = several.all.data
    exchange = await exchangeUnderWay({ sender, recipient, folder, lanes: 4 })
    const broken = { several, services, blobs }
    const faults = [...randomFaults(broken, next, LONGEST_MS, LONGEST_PAUSE_MS)]
    const end = performance.now() + MINUTES * 60_000
    while (performance.now() < end) {
      const [kind, happen] = faults[next(faults.length)] ?? expect.fail('no fault')
      await sleep(next(500))
      await happen()
      counts.set(kind, (counts.get(kind) ?? 0) + 1)
      // Something has to come through before the next one.
      await exchange.hasMoved()
    }
    await exchange.finish()
  })

  it('afterwards nothing is lost, nothing doubled, every chain whole, every receipt genuine', async () => {
    const { acknowledged, clocks } = exchange
    await auditClients(sender, recipient, acknowledged)
    const connection = await several.all.openDatabase()
    await auditClocks(sender, connection, clocks)
    const { size: leaves, checkpoints } = await auditSequenced(
      connection,
      await several.all.logKey(),
    )
    expect(await connection.collection('packages').countDocuments()).to.equal(acknowledged.size)
    await connection.close()
    const proved = { packages: acknowledged.size, clocks: clocks.size, leaves, checkpoints }
    console.log(JSON.stringify({ seed: SEED, ...proved, faults: Object.fromEntries(counts) }))
  })
})
