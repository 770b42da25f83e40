import { createServer } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { createAdapter } from '@socket.io/redis-adapter'
import { Emitter } from '@socket.io/redis-emitter'
import { expect } from 'chai'
import type { Redis } from 'ioredis'
import { Server } from 'socket.io'
import { io } from 'socket.io-client'
import { RESUME, roomOf } from '#server/contract/socket-events.js'
import { announcementsKey } from '#server/messaging/announcements-key.js'
import { redisAnnouncer } from '#server/messaging/announcer.js'
import { connectRedis } from '#server/messaging/redis.js'
import { testRedis } from '#test/support/test-services.js'

const pauseUntil = async (isSo: () => boolean) => {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 5))
}
/** Until a relay process listens to what is said to all of them. */
async function untilHeard(redis: Redis, key: string): Promise<void> {
  const listeners = async () => Number((await redis.pubsub('NUMSUB', `${key}-request#/#`))[1])
  while ((await listeners()) === 0) await new Promise((resolve) => setTimeout(resolve, 5))
}
const event = { package: 'p', code: 'D.1' } as never

describe('the announcer of the workers', () => {
  it('reaches the sockets of the authorities concerned, in whatever process they are', async () => {
    const { redis, prefix, drop } = testRedis()
    const subscriber = redis.duplicate()
    const http = createServer()
    const sockets = new Server(http, { adapter: createAdapter(redis, subscriber, { key: prefix }) })
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
    await untilHeard(redis, prefix)

    redisAnnouncer(redis, prefix).announce(['xa.moj', 'xb.pgo'] as never, event)
    redisAnnouncer(redis, prefix).announce([], event)
    while (heard.length < 2) await new Promise((resolve) => setTimeout(resolve, 5))
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(heard.sort()).to.deep.equal(['xa.moj D.1', 'xb.pgo D.1'])

    for (const client of clients) client.close()
    await sockets.close()
    subscriber.disconnect()
    await drop()
  })

  it('is not heard in another database of the same Redis', async () => {
    const { redis, prefix, drop } = testRedis()
    const networks = [1, 2].map((db) => {
      const here = redis.duplicate({ db })
      const subscriber = here.duplicate()
      const key = announcementsKey(here, prefix)
      const relay = new Server(createServer(), {
        adapter: createAdapter(here, subscriber, { key }),
      })
      const heard: number[] = []
      relay.on('said', (by: number) => heard.push(by))
      const publish = (channel: string, message: string | Buffer) =>
        void here.publish(channel, message)
      const close = async () => {
        await relay.close()
        for (const one of [here, subscriber]) one.disconnect()
      }
      return {
        key,
        heard,
        close,
        speak: () => new Emitter({ publish }, { key }).serverSideEmit('said', db),
      }
    })
    for (const { key } of networks) await untilHeard(redis, key)
    // In turn: had the second heard the first, that would have come before its own.
    for (const [i, { heard, speak }] of networks.entries()) {
      speak()
      await pauseUntil(() => heard.includes(i + 1))
    }
    expect(networks.map(({ heard }) => heard)).to.deep.equal([[1], [2]])
    for (const { close } of networks) await close()
    await drop()
  })

  it('asks all relays to replay once Redis takes again what it did not take', async () => {
    const { redis, prefix, drop } = testRedis()
    const subscriber = redis.duplicate()
    const http = createServer()
    const sockets = new Server(http, { adapter: createAdapter(redis, subscriber, { key: prefix }) })
    let asked = 0
    sockets.on(RESUME, () => (asked += 1))
    await untilHeard(redis, prefix)
    let isAway = true
    const faulty = {
      on: () => faulty,
      publish: (to: string, message: string) =>
        isAway ? Promise.reject(new Error('away')) : redis.publish(to, message),
    } as unknown as typeof redis
    const lost = new Promise<void>((resolve) => {
      const announcer = redisAnnouncer(faulty, prefix, resolve)
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
    await sockets.close()
    subscriber.disconnect()
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
