import { expect } from 'chai'
import { connectRedis } from '#server/messaging/redis.js'
import { redisReplayGuard } from '#server/messaging/replay-guard.js'
import { rejection } from '#test/support/rejection.js'
import { testRedis } from '#test/support/test-services.js'

describe('the register of used proofs', () => {
  const { redis, prefix, drop } = testRedis()
  after(drop)

  it('lets an id through once, across processes', async () => {
    const one = redisReplayGuard(redis, prefix)
    const other = redisReplayGuard(redis, prefix)
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, i) => (i % 2 === 0 ? one : other).firstUse('jti-1', 60)),
    )
    expect(answers.filter(Boolean)).to.have.length(1)
    expect(await other.firstUse('jti-2', 60)).to.equal(true)
  })

  it('forgets an id when its lifetime is over, and no sooner', async () => {
    await redisReplayGuard(redis, prefix).firstUse('jti-3', 1.2)
    expect(await redis.pttl(`${prefix}:once:jti-3`)).to.be.within(1500, 2000)
  })

  it('lets nothing through when it cannot know', async () => {
    const away = connectRedis('redis://127.0.0.1:1', 'impatient')
    const refusal = await rejection(redisReplayGuard(away, prefix).firstUse('jti-4', 60))
    expect(refusal).to.include({ name: 'Refusal', code: 'unavailable' })
    away.disconnect()
  })
})
