import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { expect } from 'chai'
import { mongo } from 'mongoose'
import { connectStorage } from '#server/storage/connect-storage.js'
import { isOutage } from '#server/storage/is-outage.js'
import { rejection } from '#test/support/rejection.js'
import { testMongodbUri } from '#test/support/test-services.js'
import { somePackage } from './contracts/fixtures.js'

/** A wire to MongoDB that can be cut and mended. */
async function cuttableWire() {
  const { hostname, port } = new URL(testMongodbUri())
  const sockets = new Set<Socket>()
  let isCut = false
  const server = createServer((client) => {
    const upstream = connect(Number(port), hostname)
    for (const socket of [client, upstream]) {
      sockets.add(socket)
      socket.on('error', () => undefined).on('close', () => sockets.delete(socket))
    }
    if (isCut) client.destroy()
    client.pipe(upstream).pipe(client)
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const cut = () => {
    isCut = true
    for (const socket of sockets) socket.destroy()
  }
  return {
    uri: `mongodb://127.0.0.1:${(server.address() as AddressInfo).port}/?directConnection=true`,
    cut,
    mend: () => void (isCut = false),
    close() {
      cut()
      server.close()
    },
  }
}

/** Long enough to connect on a machine that is busy; the driver's own would be 30 seconds. */
const PATIENCE_MS = 2_000

describe('storage while MongoDB is gone', () => {
  it('fails as an outage within its patience, and works again afterwards', async () => {
    const wire = await cuttableWire()
    const lost: string[] = []
    const onLost = (code: string) => lost.push(code)
    const options = { database: `t${process.pid}outage`, patienceMs: PATIENCE_MS, onLost }
    const storage = await connectStorage(wire.uri, options)
    try {
      await storage.ensureIndexes()
      const pkg = somePackage()
      await storage.packages.keep(pkg)

      wire.cut()
      for (const ask of [
        () => storage.packages.keep(somePackage()),
        () => storage.packages.find(pkg.package),
        () => storage.ping(),
      ]) {
        const began = Date.now()
        const error = await rejection(ask())
        expect(isOutage(error), String(ask)).to.equal(true)
        expect(Date.now() - began).to.be.below(10_000)
      }

      // Once, however often it is looked for: the line was broken, and what came next has a code, too.
      expect(lost).to.have.length.within(1, 2)
      for (const code of lost) expect(code).to.match(/^(E[A-Z]+|unknown)$/)

      wire.mend()
      // The driver looks for its server twice a second at most, which is longer than this patience.
      while (
        await storage.ping().then(
          () => false,
          () => true,
        )
      );
      expect(await storage.packages.find(pkg.package)).to.deep.equal(pkg)
      expect(await storage.packages.keep(pkg)).to.deep.equal(pkg)
      await storage.ping()
    } finally {
      await storage.close()
      wire.close()
    }
  })

  it('cannot be opened', async () => {
    const wire = await cuttableWire()
    wire.cut()
    const error = await rejection(connectStorage(wire.uri, { patienceMs: 200 }))
    expect(isOutage(error)).to.equal(true)
    wire.close()
  })

  it('is an outage to a bulk write as well', async () => {
    const wire = await cuttableWire()
    const options = { database: `t${process.pid}outage`, patienceMs: PATIENCE_MS }
    const storage = await connectStorage(wire.uri, options)
    wire.cut()
    const leaves = [{ index: 0, digest: '0'.repeat(64), hash: new Uint8Array(32) }]
    const error = await rejection(storage.log.markSequenced(leaves))
    expect(isOutage(error)).to.equal(true)
    await storage.close()
    wire.close()
  })

  it('is an outage as well where an election is under way, or a router does not reach a shard', () => {
    const codes = {
      NotWritablePrimary: 10107,
      HostUnreachable: 6,
      FailedToSatisfyReadPreference: 133,
    }
    const reading = { ReadConcernMajorityNotAvailableYet: 134, CursorNotFound: 43 }
    for (const [name, code] of Object.entries({ ...codes, ...reading })) {
      expect(isOutage(new mongo.MongoServerError({ code })), name).to.equal(true)
    }
  })

  it('takes nothing else for an outage', () => {
    expect(isOutage(new mongo.MongoServerError({ code: 11000 }))).to.equal(false)
    expect(isOutage(new TypeError('x'))).to.equal(false)
    expect(isOutage('gone')).to.equal(false)
  })
})
