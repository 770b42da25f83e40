import { expect } from 'chai'
import type { Connection } from 'mongoose'
import type { Session } from '#client/core/session/session.js'
import { auditClients, auditSequenced } from '#test/support/constellation/audit-clients.js'
import { auditClocks } from '#test/support/constellation/audit-clocks.js'
import {
  type ExchangeUnderWay,
  exchangeUnderWay,
} from '#test/support/constellation/exchange-under-way.js'
import { type Fleet, fleet } from '#test/support/constellation/fleet.js'
import { LATER_JOB, laterVersion } from '#test/support/constellation/later-version.js'

/** docs/operations.md, "Upgrade": one process after another, while the others serve, and the way back. */
describe('two relays and two workers, upgraded while they serve', function () {
  this.timeout(600_000)
  let later: Awaited<ReturnType<typeof laterVersion>>
  let several: Fleet
  let connection: Connection
  let sender: Session
  let recipient: Session
  let exchange: ExchangeUnderWay

  before(async () => {
    later = await laterVersion()
    several = await fleet({ relays: 2, workers: 2 })
    connection = await several.all.openDatabase()
    ;[sender, recipient] = await Promise.all([several.all.officer('xa'), several.all.officer('xb')])
    const folder = several.all.data
    exchange = await exchangeUnderWay({ sender, recipient, folder, lanes: 2 })
    await exchange.hasMoved()
  })
  afterEach(function () {
    if (this.currentTest?.state !== 'failed') return
    for (const { lines } of [...several.relays, ...several.workers])
      console.error(lines.slice(-30).join('\n'))
  })
  after(async () => {
    await connection.close()
    await several.close()
    await later.remove()
  })

  const waiting = () => connection.collection('outbox').countDocuments({ name: LATER_JOB })
  const ofLaterRelays = () =>
    connection.collection<{ digest: string }>('packages').find({ ofALaterVersion: 'yes' }).toArray()

  async function replaceRelay(i: number, by?: { readonly at: string }): Promise<void> {
    // It is taken out of the balancer first; the proxy passes over one that does not listen.
    expect(await several.relay(i).stop()).to.equal(0)
    await several.restartRelay(i, by)
    await exchange.hasMoved()
  }
  async function replaceWorkers(i: number, by?: { readonly at: string }): Promise<void> {
    expect(await several.workers[i]?.stop()).to.equal(0)
    await several.restartWorkers(i, by)
    await exchange.hasMoved()
  }

  it('relays first: what they ask of later workers waits, and the exchange goes on', async () => {
    await replaceRelay(0, later)
    await replaceRelay(1, later)
    while ((await waiting()) === 0) await exchange.hasMoved()
    expect(await ofLaterRelays()).to.not.be.empty
  })

  it('then workers, of both versions for a while: each job is done by who knows it', async () => {
    await replaceWorkers(0, later)
    await exchange.hasMoved()
    await replaceWorkers(1, later)
  })

  it('the index of the later version is there once, and every older one with it', async () => {
    const indexes = await connection.collection('packages').indexes()
    const names = indexes.map(({ name }) => name)
    expect(names.filter((name) => name === 'ofALaterVersion_1')).to.have.length(1)
    expect(names).to.include.members(['digest_1', 'recipients_1_keptAt_-1__id_-1'])
  })

  it('the way back: processes of the older version, over what the later one wrote', async () => {
    await replaceRelay(0)
    await replaceWorkers(0)
    await replaceRelay(1)
    await exchange.finish()
  })

  it('nothing is lost, nothing doubled; every job of the later kind was done', async () => {
    const { acknowledged, clocks } = exchange
    while ((await waiting()) > 0) await new Promise((resolve) => setTimeout(resolve, 100))
    const lines = several.everyProcess.flatMap((one) => one.lines)
    const told = lines.filter((line) => line.includes('"event":"later.done"'))
    const done = new Set(told.map((line) => (JSON.parse(line) as { header: string }).header))
    const digests = (await ofLaterRelays()).map(({ digest }) => digest)
    expect([...done].sort()).to.deep.equal(digests.sort())
    await auditClients(sender, recipient, acknowledged)
    await auditClocks(sender, connection, clocks)
    await auditSequenced(connection, await several.all.logKey())
    expect(await connection.collection('packages').countDocuments()).to.equal(acknowledged.size)
  })
})
