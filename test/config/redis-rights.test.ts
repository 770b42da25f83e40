import { readFileSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { expect } from 'chai'
import { Queue, Worker } from 'bullmq'
import { Redis } from 'ioredis'
import { redisAnnouncer } from '#server/messaging/announcer.js'
import { redisReplayGuard } from '#server/messaging/replay-guard.js'
import { testRedis, testRedisUrl } from '#test/support/test-services.js'

const file = readFileSync(new URL('../../deploy/redis/users.acl', import.meta.url), 'utf8')

describe('the rights of the account in Redis (deploy/redis/users.acl)', () => {
  const user = `t${randomBytes(8).toString('hex')}`
  const prefix = `${user}:rogatory`
  let admin: ReturnType<typeof testRedis>
  let own: Redis

  before(async () => {
    admin = testRedis()
    const [, rules = ''] = /^user rogatory (.*)$/m.exec(file) ?? []
    const ours = rules
      .replace('#REPLACE_WITH_SHA256_OF_THE_PASSWORD', '>secret')
      .replaceAll('rogatory:', `${prefix}:`)
    await admin.redis.call('ACL', 'SETUSER', user, ...ours.split(' '))
    const url = new URL(testRedisUrl())
    url.username = user
    url.password = 'secret'
    own = new Redis(url.href, { maxRetriesPerRequest: null })
  })
  after(async () => {
    own.disconnect()
    await admin.redis.call('ACL', 'DELUSER', user)
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
    let losses = 0
    redisAnnouncer(own, `${prefix}:sockets:0`, () => (losses += 1)).sessionEnded('some')
    const ears = own.duplicate()
    await ears.psubscribe(`${prefix}:sockets:0#/#*`)
    expect(losses).to.equal(0)
    ears.disconnect()
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
})
