import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net'
import { expect } from 'chai'
import { type RoundTripEngine, serveWire } from '#config/services/mongodb/serve-wire.js'
import { body, bson, int32, opMsg } from '../support/wire-frames.js'

describe('the front of the embedded engine', () => {
  let server: Server
  let asked: Buffer[]
  let failures: string[]
  const engine: RoundTripEngine = {
    roundTrip(message) {
      asked.push(message)
      if (message.includes('explode')) return Promise.reject(new Error('engine'))
      const moreToCome = (message.readUInt32LE(16) & 2) !== 0
      return Promise.resolve({
        requestId: message.readInt32LE(4),
        moreToCome,
        legacy: false,
        response: bson('fine'),
      })
    },
  }

  beforeEach(async () => {
    asked = []
    failures = []
    server = createServer(
      (socket) => void serveWire(engine, socket, (reason) => failures.push(reason)),
    )
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
  })
  afterEach(() => server.close())

  const dial = async (): Promise<Socket> => {
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
    socket.on('error', () => undefined)
    await once(socket, 'connect')
    return socket
  }
  const answer = async (socket: Socket, message: Buffer): Promise<Buffer> => {
    socket.write(message)
    const [reply] = (await once(socket, 'data')) as [Buffer]
    return reply
  }
  const closes = async (...octets: Buffer[]): Promise<void> => {
    const socket = await dial()
    const closed = once(socket, 'close')
    socket.resume()
    for (const part of octets) socket.write(part)
    await closed
  }

  it('hands commands to the engine and its answers back', async () => {
    const socket = await dial()
    expect((await answer(socket, opMsg([body('find')]))).includes('fine')).to.equal(true)
    expect(asked).to.have.length(1)
    socket.destroy()
  })

  it('answers session commands itself, which would crash the engine', async () => {
    const socket = await dial()
    for (const name of [
      'startSession',
      'endSessions',
      'refreshSessions',
      'killSessions',
      'killAllSessions',
    ]) {
      const reply = await answer(socket, opMsg([body(name)]))
      expect(reply.subarray(21).toString('hex'), name).to.equal(
        '11000000016f6b00000000000000f03f00',
      )
      expect(reply.readInt32LE(8)).to.equal(7)
    }
    expect(asked).to.deep.equal([])
    socket.destroy()
  })

  it('sends no reply where none is wanted', async () => {
    const socket = await dial()
    socket.write(opMsg([body('endSessions')], 2))
    socket.write(opMsg([body('insert')], 2))
    expect((await answer(socket, opMsg([body('find')]))).readInt32LE(0)).to.equal(
      21 + bson('fine').length,
    )
    expect(asked).to.have.length(2)
    socket.destroy()
  })

  it('closes the connection of whoever breaks the protocol, and serves the others', async () => {
    const bystander = await dial()
    await closes(Buffer.concat([int32(2_147_483_647), Buffer.alloc(12)]))
    await closes(int32(-1))
    await closes(Buffer.alloc(4096, 0xff))
    await closes(Buffer.from('GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n'))
    await closes(opMsg([Buffer.from([0]), int32(5000), Buffer.alloc(9)]))
    expect(asked).to.deep.equal([])
    expect(failures).to.have.length(5)
    expect((await answer(bystander, opMsg([body('find')]))).includes('fine')).to.equal(true)
    bystander.destroy()
  })

  it('closes the connection on which the engine fails, and serves the others', async () => {
    await closes(opMsg([body('explode')]))
    const socket = await dial()
    expect((await answer(socket, opMsg([body('find')]))).includes('fine')).to.equal(true)
    socket.destroy()
  })

  it('survives peers that vanish in the middle of a message', async () => {
    for (let cut = 0; cut < 20; cut += 4) {
      const socket = await dial()
      socket.write(opMsg([body('find')]).subarray(0, cut))
      socket.resetAndDestroy()
    }
    const socket = await dial()
    expect((await answer(socket, opMsg([body('find')]))).includes('fine')).to.equal(true)
    socket.destroy()
  })
})
