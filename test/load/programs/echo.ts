import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { once } from 'node:events'
import { Server } from 'socket.io'
import { answerParent } from '../support/answer-parent.js'
import { retainedKiB } from '../support/retained-kib.js'

/** Bare Socket.IO: passes on what one client says to all, and knows how much memory it holds. */
const http = createServer()
const io = new Server(http, { transports: ['websocket'], serveClient: false })
io.on('connection', (socket) => {
  socket.on('say', (said: unknown) => io.emit('said', said))
})
http.listen(0, '127.0.0.1')
await once(http, 'listening')

answerParent({
  port: () => Promise.resolve((http.address() as AddressInfo).port),
  retained: retainedKiB,
})
