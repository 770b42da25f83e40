import { readFileSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { expect } from 'chai'
import { Queue, Worker } from 'bullmq'
import { Redis } from 'ioredis'
import { Server } from 'socket.io'
import { SESSION_ENDED } from '#server/contract/socket-events.js'
import { redisAnnouncer } from '#server/messaging/announcer.js'
import { announcementsStream } from '#server/messaging/announcements-stream.js'
import { redisReplayGuard } from '#server/messaging/replay-guard.js'
import { seenQueues } from '#server/messaging/seen-queues.js'
import { byStream } from '#server/realtime/recovery.js'
import { testRedis, testRedisUrl } from '#test/support/test-services.js'

const file = readFileSync(new URL('../../deploy/redis/users.acl', import.meta.url), 'utf8')

describe('the rights of the accounts in Redis (deploy/redis/users.acl)', () => {
  const user = `t${randomBytes(8).toString('hex')}`
  const prefix = `${user}:rogatory`
  let admin: ReturnType<typeof testRedis>
  let own: Redis
  let board: Redis

  before(async () => {
    admin = testRedis()
    const connect = async (name: string, account: string) => {
      const [, rules = ''] = new RegExp(`^user ${account} (.*)$`, 'm').exec(file) ?? []
      const ours = rules
        .replace(/#REPLACE_WITH_\w+/, '>secret')
        .replaceAll(/~rogatory(?=[:-])/g, `~${prefix}`)
      // What is in brackets is one rule.
      await admin.redis.call('ACL', 'SETUSER', name, ...(ours.match(/\([^)]+\)|\S+/g) ?? []))
      const url = new URL(testRedisUrl())
      url.username = name
      url.password = 'secret'
      return new Redis(url.href, { maxRetriesPerRequest: null })
    }
    own = await connect(user, 'rogatory')
    board = await connect(`${user}-board`, 'rogatory-board')
  })
  after(async () => {
    own.disconnect()
    board.disconnect()
    await admin.redis.call('ACL', 'DELUSER', user, `${user}-board`)
    const keys = await admin.redis.keys(`${user}:*`)
    if (keys.length > 0) await admin.redis.del(...keys)
    await admin.drop()
  })

  it('are enough for queues, used proofs and announcements', async () => {
    const name = 'receipts'
    const queue = new Queue(name, { connection: own, prefix })
    const done = new Promise<unknown>((resolve) => {
      const worker = new Worker(
        name,
        ({ data }) => {
          resolve(data)
          return Promise.resolve()
        },
        { connection: own, prefix },
      )
      worker.on('error', (error) => resolve(error))
      closing.push(() => worker.close())
    })
    await queue.add('job', { id: 1 }, { delay: 10, jobId: 'one' })
    expect(await done).to.deep.equal({ id: 1 })
    expect(await redisReplayGuard(own, prefix).firstUse('some', 5)).to.equal(true)
    const stream = announcementsStream(prefix)
    const reader = own.duplicate()
    const relay = new Server(byStream({ commands: own, reader, stream }))
    const told = new Promise((resolve) => relay.on(SESSION_ENDED, resolve))
    const announcer = redisAnnouncer(own, stream, () => expect.fail('not announced'))
    const announcing = setInterval(() => announcer.sessionEnded('some'), 20)
    expect(await told).to.equal('some')
    clearInterval(announcing)
    const adapter = relay.of('/').adapter
    const left = { sid: 'some', pid: 'p'.repeat(20), rooms: ['room'], data: {} }
    adapter.persistSession(left)
    const [entry] = await own.xrange(stream, '-', '+', 'COUNT', 1)
    expect(await adapter.restoreSession(left.pid, entry?.[0] ?? '')).to.include({ sid: 'some' })
    await adapter.close()
    reader.disconnect()
    for (const close of closing) await close()
    await queue.close()
  })
  const closing: (() => Promise<void>)[] = []

  it('reach no other key or channel, and nothing of the server', async () => {
    const refused: (readonly [string, ...string[]])[] = [
      ['GET', 'another:key'],
      ['PUBLISH', 'another:channel', 'x'],
      ['FLUSHALL'],
      ['CONFIG', 'GET', '*'],
      ['ACL', 'LIST'],
      ['KEYS', '*'],
      ['SHUTDOWN'],
      ['FUNCTION', 'LIST'],
      ['SCRIPT', 'FLUSH'],
    ]
    for (const [command, ...words] of refused) {
      const answer = await own.call(command, ...words).catch(String)
      expect(answer, command).to.match(/NOPERM/)
    }
  })

  it('let the board of queues look at everything and note which links were used, and write nothing else', async () => {
    const written = new Queue('clocks', { connection: own, prefix })
    await written.add('job', { id: 1 }, { jobId: 'one' })
    const seen = seenQueues(board, prefix)
    const queue = (await seen.all()).find(({ name }) => name === 'clocks')
    expect(await queue?.getJobCounts()).to.include({ waiting: 1 })
    expect((await queue?.getJobs(['waiting', 'delayed', 'failed']))?.[0]?.data).to.deep.equal({
      id: 1,
    })
    expect(await (await queue?.getJob('one'))?.getState()).to.equal('waiting')
    expect(await redisReplayGuard(board, prefix).firstUse('a link', 5)).to.equal(true)

    const refused = [
      () => queue?.add('another', {}),
      () => queue?.pause(),
      () => queue?.drain(),
      () => queue?.obliterate({ force: true }),
      () => queue?.getJob('one').then((job) => job?.remove()),
      () => board.set(`${prefix}:clocks:meta`, 'x'),
      () => board.del(`${prefix}:once:a link`),
      () => board.xrange(announcementsStream(prefix), '-', '+'),
      () => board.get('another:key'),
      () => board.keys('*'),
    ]
    for (const attempt of refused) {
      expect(await attempt()?.then(() => 'done', String)).to.match(
        /NOPERM|The user executing the script can't run/,
      )
    }
    expect(await written.getJobCounts()).to.include({ waiting: 1 })
    await seen.close()
    await written.close()
  })
})
