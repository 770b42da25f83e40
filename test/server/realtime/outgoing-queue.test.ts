import { EventEmitter } from 'node:events'
import { expect } from 'chai'
import type { Socket } from 'socket.io'
import { outgoingQueue } from '#server/realtime/outgoing-queue.js'

describe('what waits for one client', () => {
  function watched() {
    const conn = new EventEmitter()
    const socket = { conn, connected: true }
    let slow = 0
    const queue = outgoingQueue(socket as unknown as Socket, () => (slow += 1))
    const send = (count: number) => {
      for (let i = 0; i < count; i++) conn.emit('packetCreate')
    }
    return { conn, socket, queue, send, slow: () => slow }
  }

  it('may be much as long as it is taken', () => {
    const { conn, send, slow } = watched()
    for (let i = 0; i < 100; i++) {
      send(500)
      conn.emit('flush')
    }
    expect(slow()).to.equal(0)
  })

  it('is bounded: a client that takes nothing is told to be slow', () => {
    const { send, slow } = watched()
    send(512)
    expect(slow()).to.equal(0)
    send(1)
    expect(slow()).to.equal(1)
  })

  it('makes a replay wait until it is taken', async () => {
    const { conn, queue, send } = watched()
    expect(await queue.roomAgain()).to.equal(true)
    send(65)
    let waits = true
    const room = queue.roomAgain().finally(() => (waits = false))
    await new Promise(setImmediate)
    expect(waits).to.equal(true)
    conn.emit('flush')
    conn.emit('drain')
    expect(await room).to.equal(true)
  })

  it('ends a replay whose client is gone', async () => {
    const { socket, queue } = watched()
    socket.connected = false
    expect(await queue.roomAgain()).to.equal(false)
  })
})
