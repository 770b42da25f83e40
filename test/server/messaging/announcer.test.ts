import { createServer } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect } from 'chai'
import type { Redis } from 'ioredis'
import { Server } from 'socket.io'
import { io } from 'socket.io-client'
import { RESUME, roomOf } from '#server/contract/socket-events.js'
import { announcementsStream } from '#server/messaging/announcements-stream.js'
import { redisAnnouncer } from '#server/messaging/announcer.js'
import { connectRedis } from '#server/messaging/redis.js'
import { byStream } from '#server/realtime/recovery.js'
import { testReader, testRedis } from '#test/support/test-services.js'

const pauseUntil = async (isSo: () => boolean) => {
  while (!isSo()) await sleep(5)
}
const event = { package: 'p', code: 'D.1' } as never

/** A relay process that hears what is announced. */
function listening(redis: Redis, prefix: string) {
  const { reader, reading } = testReader(redis)
  const stream = announcementsStream(prefix)
  const http = createServer()
  const sockets = new Server(http, byStream({ commands: redis, reader, stream }))
  const close = async () => {
    await sockets.close()
    reader.disconnect()
  }
  return { http, sockets, stream, reading, close }
}

describe('the announcer of the workers', () => {
  it('reaches the sockets of the authorities concerned, in whatever process they are', async () => {
    const { redis, prefix, drop } = testRedis()
    const { http, sockets, stream, reading, close } = listening(redis, prefix)
    sockets.on('connection', (socket) => {
      void socket.join(roomOf(String(socket.handshake.auth['authority'])))
      socket.emit('ready')
    })
    await once(http.listen(0, '127.0.0.1'), 'listening')
    const url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`
    const heard: string[] = []
    const clients = await Promise.all(
      ['xa.moj', 'xb.pgo', 'xc.court'].map(async (authority) => {
        const client = io(url, { auth: { authority }, transports: ['websocket'] })
        client.on('event', (what: { code: string }) => heard.push(`${authority} ${what.code}`))
        await new Promise<void>((resolve) => client.once('ready', resolve))
        return client
      }),
    )
    await reading()

    redisAnnouncer(redis, stream).announce(['xa.moj', 'xb.pgo'] as never, event)
    redisAnnouncer(redis, stream).announce([], event)
    while (heard.length < 2) await sleep(5)
    await sleep(50)
    expect(heard.sort()).to.deep.equal(['xa.moj D.1', 'xb.pgo D.1'])

    for (const client of clients) client.close()
    await close()
    await drop()
  })

  it('is not heard in another database of the same Redis', async () => {
    const { redis, prefix, drop } = testRedis()
    const networks = [1, 2].map((db) => {
      const here = redis.duplicate({ db })
      const relay = listening(here, prefix)
      const heard: string[] = []
      relay.sockets.on(RESUME, () => expect.fail('nothing was lost'))
      relay.sockets.on('session-ended', (id: string) => heard.push(id))
      const close = async () => {
        await relay.close()
        await here.del(relay.stream)
        here.disconnect()
      }
      const speak = () => redisAnnouncer(here, relay.stream).sessionEnded(String(db))
      return { ...relay, heard, close, speak }
    })
    for (const { reading } of networks) await reading()
    // In turn: had the second heard the first, that would have come before its own.
    for (const [i, { heard, speak }] of networks.entries()) {
      speak()
      await pauseUntil(() => heard.includes(String(i + 1)))
    }
    expect(networks.map(({ heard }) => heard)).to.deep.equal([['1'], ['2']])
    for (const { close } of networks) await close()
    await drop()
  })

  it('asks all relays to replay once Redis takes again what it did not take', async () => {
    const { redis, prefix, drop } = testRedis()
    const { sockets, stream, reading, close } = listening(redis, prefix)
    let asked = 0
    sockets.on(RESUME, () => (asked += 1))
    await reading()
    let isAway = true
    const faulty = {
      on: () => faulty,
      xadd: (...words: Parameters<Redis['xadd']>) =>
        isAway ? Promise.reject(new Error('away')) : redis.xadd(...words),
    } as unknown as Redis
    const lost = new Promise<void>((resolve) => {
      const announcer = redisAnnouncer(faulty, stream, resolve)
      announcer.announce(['xa.moj'] as never, event)
      void pauseUntil(() => !isAway).then(() => {
        announcer.announce(['xa.moj'] as never, event)
        announcer.announce(['xa.moj'] as never, event)
      })
    })
    await lost
    expect(asked).to.equal(0)
    isAway = false
    await pauseUntil(() => asked > 0)
    expect(asked).to.equal(1)
    await close()
    await drop()
  })

  it('keeps so many announcements and no more', async () => {
    const { redis, prefix, drop } = testRedis()
    const stream = announcementsStream(prefix)
    const pipeline = redis.pipeline()
    for (let i = 0; i < 12_000; i++) pipeline.xadd(stream, '*', 'uid', 'x')
    await pipeline.exec()
    redisAnnouncer(redis, stream).sessionEnded('some')
    // Redis drops whole nodes of a hundred.
    while ((await redis.xlen(stream)) > 10_100) await sleep(5)
    await drop()
  })

  it('loses an announcement quietly when Redis is away', async () => {
    const redis = connectRedis('redis://127.0.0.1:1', 'impatient')
    const lost = new Promise<void>((resolve) =>
      redisAnnouncer(redis, 'x', resolve).announce(['xa.moj'] as never, event),
    )
    await lost
    redis.disconnect()
  })
})
