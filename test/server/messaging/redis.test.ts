import { expect } from 'chai'
import { connectRedis } from '#server/messaging/redis.js'
import { gate } from '#test/support/constellation/gate.js'
import { testRedisUrl } from '#test/support/test-services.js'

describe('a connection to Redis', () => {
  it('whose line is dead without a word is made anew', async () => {
    const door = await gate(testRedisUrl())
    const redis = connectRedis(door.url, 'impatient')
    while (redis.status !== 'ready') await new Promise((resolve) => setTimeout(resolve, 5))
    door.mute()
    const answer = () => redis.ping().catch(() => 'silence')
    expect(await answer()).to.equal('silence')
    while ((await answer()) !== 'PONG') await new Promise((resolve) => setTimeout(resolve, 20))
    redis.disconnect()
    await door.shut()
  })
})
