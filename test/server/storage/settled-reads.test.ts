import { once } from 'node:events'
import { connect, createServer, type AddressInfo } from 'node:net'
import { expect } from 'chai'
import { connectStorage } from '#server/storage/connect-storage.js'
import { testMongodbUri } from '#test/support/test-services.js'
import { somePackage } from './contracts/fixtures.js'

/** What would read or write more lightly than was promised. */
const LIGHTLY = 'readPreference=secondaryPreferred&readConcernLevel=available&w=1&journal=false'

/** A wire to MongoDB on which one can listen to what is asked. */
async function overheardWire() {
  const { hostname, port } = new URL(testMongodbUri())
  let heard = ''
  const server = createServer((client) => {
    const upstream = connect(Number(port), hostname)
    for (const socket of [client, upstream]) socket.on('error', () => undefined)
    // Commands are BSON without compression: names and values stand in it as they are.
    client.on('data', (octets) => (heard += octets.toString('latin1')))
    client.pipe(upstream).pipe(client)
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  return {
    uri: `mongodb://127.0.0.1:${String((server.address() as AddressInfo).port)}/?directConnection=true&${LIGHTLY}`,
    /** Forgets what was heard before. */
    during: async (act: () => Promise<unknown>) => {
      heard = ''
      await act()
      return heard
    },
    close: () => server.close(),
  }
}

describe('what storage asks of a replica set', () => {
  it('reads what a majority holds and writes until it does, whatever the address says', async () => {
    const wire = await overheardWire()
    const storage = await connectStorage(wire.uri, { database: `t${String(process.pid)}settled` })
    try {
      await storage.ensureIndexes()
      const pkg = somePackage()
      const writing = await wire.during(() => storage.packages.keep(pkg))
      expect(writing).to.match(/writeConcern.*w\0.{4}majority\0.*j\0/s)

      const reads = [
        () => storage.packages.find(pkg.package),
        () => storage.log.newestCheckpoint(),
        () => storage.jobs.backlog(new Date()),
        () => storage.jobs.ages(new Date()),
        () => storage.cosignatures.earliestFrom(0),
      ]
      for (const read of reads) {
        const reading = await wire.during(read)
        expect(reading, String(read)).to.match(/readConcern.*level\0.{4}majority\0/s)
        expect(reading, String(read)).to.not.match(/secondary|available/)
      }
    } finally {
      await storage.close()
      wire.close()
    }
  })
})
