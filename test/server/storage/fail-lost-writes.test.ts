import { once } from 'node:events'
import { createRequire } from 'node:module'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { expect } from 'chai'
import { failLostWrites } from '#server/storage/fail-lost-writes.js'
import { isOutage } from '#server/storage/is-outage.js'
import { rejection } from '#test/support/rejection.js'

type DriverConnection = { command(database: unknown, command: object): Promise<unknown> }
type Driver = { Connection: new (socket: Socket, options: object) => DriverConnection }

/** The driver’s own connection, which it does not export. */
function driverConnection(socket: Socket): DriverConnection {
  const ofMongoose = createRequire(createRequire(import.meta.url).resolve('mongoose'))
  const { Connection } = ofMongoose('mongodb/lib/cmap/connection.js') as Driver
  return new Connection(socket, { id: 1, generation: 0, hostAddress: 'nowhere:27017' })
}

describe('a command to a connection that has just gone', () => {
  it('fails as an outage instead of waiting for ever', async () => {
    failLostWrites()
    failLostWrites()
    const server = createServer().listen(0, '127.0.0.1')
    await once(server, 'listening')
    try {
      const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
      await once(socket, 'connect')
      const connection = driverConnection(socket)
      socket.destroy()
      const admin = { db: 'admin', toString: () => 'admin.$cmd' }
      // Node says that the socket is closed a moment later; until then the driver does not know.
      expect(isOutage(await rejection(connection.command(admin, { ping: 1 })))).to.equal(true)
      // Now it does.
      expect(isOutage(await rejection(connection.command(admin, { ping: 1 })))).to.equal(true)
    } finally {
      server.close()
    }
  })
})
