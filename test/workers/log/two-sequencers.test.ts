import { expect } from 'chai'
import type { LogStore } from '#server/domain/log/ports.js'
import { sequencer } from '#server/domain/log/sequencer.js'
import { silentLogger } from '#server/observability/logger.js'
import { mongoLeaseStore } from '#server/storage/log/lease-store.js'
import { mongoLogStore } from '#server/storage/log/log-store.js'
import { auditLog } from '#test/support/audit-log.js'
import { keepStatements, testLogKey } from '#test/support/test-log.js'
import { testDatabase } from '#test/support/test-services.js'
import { sequenceLog } from '#workers/log/sequence-log.js'

const clock = { now: () => new Date() }
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

describe('two sequencers', () => {
  let database: Awaited<ReturnType<typeof testDatabase>>
  let log: LogStore

  beforeEach(async () => {
    database = await testDatabase()
    log = mongoLogStore(database.connection)
    await Promise.all(
      Object.values(database.connection.models).map((model) => model.createIndexes()),
    )
  })
  afterEach(() => database.drop())

  it('racing without any lease give every statement one place', async () => {
    const key = await testLogKey()
    let keeping = true
    let overtaken = 0
    const race = async (epoch: number) => {
      const round = sequencer({ log, key, clock })
      for (;;) {
        const wasKeeping = keeping
        const { outcome } = await round(epoch)
        if (outcome === 'overtaken') overtaken++
        if (outcome === 'quiet' && !wasKeeping) return
      }
    }
    const racing = [race(1), race(2), race(3)]
    for (let i = 0; i < 40; i++) {
      await keepStatements(database.connection, 1 + ((i * 7) % 23))
      await pause(5)
    }
    keeping = false
    await Promise.all(racing)
    const { size, checkpoints } = await auditLog(database.connection, key)
    expect(size).to.equal(await database.connection.collection('statements').countDocuments())
    expect(checkpoints).to.be.greaterThan(1)
    expect(overtaken, 'rounds that lost').to.be.greaterThan(0)
  })

  it('one leads and the other takes over within seconds when the first falls silent', async () => {
    const key = await testLogKey()
    const leases = mongoLeaseStore(database.connection)
    const begin = (holder: string, round = sequencer({ log, key, clock })) =>
      sequenceLog({ round, leases, holder, log: silentLogger, intervalMs: 50 })
    // Silent without having given the lease up, as after SIGKILL.
    let rounds = 0
    const forEver = new Promise<never>(() => undefined)
    const inner = sequencer({ log, key, clock })
    const first = begin('first', (epoch) => (rounds++ < 3 ? inner(epoch) : forEver))
    await keepStatements(database.connection, 5)
    await pause(100)
    const second = begin('second')
    await pause(300)
    expect([first.status.state, second.status.state]).to.deep.equal(['leading', 'standing-by'])

    await keepStatements(database.connection, 5)
    const began = performance.now()
    while ((await log.newestCheckpoint())?.size !== 10) await pause(50)
    expect(performance.now() - began).to.be.lessThan(6000)
    expect(second.status.state).to.equal('leading')
    expect(await log.newestCheckpoint()).to.have.property('epoch', 2)
    await second.stop()
    await auditLog(database.connection, key)
  })

  it('hand over at once when the first is stopped', async () => {
    const leases = mongoLeaseStore(database.connection)
    const takes = [await leases.take('x', 'a', 60_000), await leases.take('x', 'b', 60_000)]
    expect(takes).to.deep.equal([{ epoch: 1 }, undefined])
    expect(await leases.take('x', 'a', 60_000), 'prolonged').to.deep.equal({ epoch: 1 })
    await leases.release('x', 'b')
    expect(await leases.take('x', 'b', 60_000), 'only its holder gives it up').to.equal(undefined)
    await leases.release('x', 'a')
    expect(await leases.take('x', 'b', 60_000)).to.deep.equal({ epoch: 2 })
    const race = await Promise.all([1, 2, 3, 4, 5].map((n) => leases.take('y', `h${n}`, 60_000)))
    expect(race.filter((taken) => taken !== undefined)).to.have.length(1)
  })
})
