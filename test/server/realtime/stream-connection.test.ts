import { setTimeout as sleep } from 'node:timers/promises'
import { createAdapter } from '@socket.io/redis-streams-adapter'
import { expect } from 'chai'
import type { Redis } from 'ioredis'
import { Server } from 'socket.io'
import { SESSION_ENDED } from '#server/contract/socket-events.js'
import { announcementsStream } from '#server/messaging/announcements-stream.js'
import { redisAnnouncer } from '#server/messaging/announcer.js'
import { connectRedis } from '#server/messaging/redis.js'
import { streamConnection } from '#server/realtime/stream-connection.js'
import { testReader, testRedis } from '#test/support/test-services.js'

describe('what the adapter over streams reads by', () => {
  let test: ReturnType<typeof testRedis>
  let stream: string
  let reader: Redis
  let relay: Server
  let announcer: ReturnType<typeof redisAnnouncer>
  let heard: string[]
  const until = async (id: string) => {
    while (!heard.includes(id)) await sleep(5)
  }

  beforeEach(async () => {
    test = testRedis()
    stream = announcementsStream(test.prefix)
    heard = []
    announcer = redisAnnouncer(test.redis, stream)
    await test.redis.xadd(stream, '*', 'uid', 'of before')
    const { reader: made, reading } = testReader(test.redis)
    reader = made
    relay = listening(test.redis, reader)
    await reading()
  })
  afterEach(async () => {
    await relay.of('/').adapter.close()
    reader.disconnect()
    await test.drop()
  })

  function listening(commands: Redis, by: Redis): Server {
    const options = { streamName: stream, blockTimeInMs: 20 }
    const connection = streamConnection({ commands, reader: by })
    const server = new Server({ adapter: createAdapter(connection, options) })
    server.on(SESSION_ENDED, (id: string) => {
      if (id === 'poison') throw new Error('of a later version')
      heard.push(id)
    })
    return server
  }
  const say = (id: string) => announcer.sessionEnded(id)
  const entry = (id: string, at: string) => {
    const fields = {
      uid: 'x',
      nsp: '/',
      type: '9',
      data: JSON.stringify({ packet: [SESSION_ENDED, id] }),
    }
    return test.redis.xadd(stream, at, ...Object.entries(fields).flat())
  }

  it('what is announced between its first two questions is heard', async () => {
    const { reader: own, reading } = testReader(test.redis)
    let questions = 0
    const watched = Object.assign(Object.create(own) as Redis, {
      async xread(...question: Parameters<Redis['xread']>) {
        const answer = await own.xread(...question)
        // Nothing has come: before it asks again, something does.
        if (++questions === 1) await entry('between', '*')
        return answer
      },
    })
    const late = listening(test.redis, watched)
    await reading()
    while (questions < 2) await sleep(5)
    await entry('after', '*')
    await until('after')
    // Both relays hear both.
    while (heard.length < 4) await sleep(5)
    expect(heard.toSorted()).to.deep.equal(['after', 'after', 'between', 'between'])
    await late.of('/').adapter.close()
    own.disconnect()
  })

  it('what was announced while the line was down is heard when it is up again', async () => {
    say('first')
    await until('first')
    await test.redis.client('KILL', 'ID', await reader.client('ID'))
    for (const id of ['second', 'third']) say(id)
    await until('third')
    expect(heard).to.deep.equal(['first', 'second', 'third'])
  })

  it('an entry that cannot be taken is passed over', async () => {
    say('poison')
    say('first')
    await until('first')
    say('poison')
    say('second')
    await until('second')
    expect(heard).to.deep.equal(['first', 'second'])
  })

  it('a Redis that came back empty, its clock behind, is heard', async () => {
    say('first')
    await until('first')
    await test.flush()
    await test.redis.client('KILL', 'ID', await reader.client('ID'))
    await entry('second', '1000-1')
    await until('second')
    await entry('third', '1000-2')
    await until('third')
    expect(heard).to.deep.equal(['first', 'second', 'third'])
  })

  it('a Redis that is away is asked again after a pause, and nothing ends by it', async () => {
    const away = connectRedis('redis://127.0.0.1:1', 'impatient')
    let asked = 0
    const counted = Object.assign(Object.create(away) as Redis, {
      xrevrange: () => {
        asked += 1
        return Promise.reject(new Error('away'))
      },
    })
    const lonely = listening(away, counted)
    const left = { sid: 'some', pid: 'p'.repeat(20), rooms: [], data: {} }
    const adapter = lonely.of('/').adapter
    Object.assign(lonely._opts, { connectionStateRecovery: { maxDisconnectionDuration: 1000 } })
    adapter.persistSession(left)
    const refused: unknown = await adapter
      .restoreSession(left.pid, '1-1')
      .catch((error: unknown) => error)
    expect(refused).to.be.instanceOf(Error)
    await sleep(600)
    expect(asked).to.be.within(2, 4)
    await adapter.close()
    away.disconnect()
  })
})
