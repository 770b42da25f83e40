import { expect } from 'chai'
import { codeOf } from '#test/support/code-of.js'
import { type FakeRelay, fakeRelay } from '#test/support/fake-relay.js'
import { retained } from '#test/support/retained.js'
import { after, NOW } from '#test/support/world/moments.js'

describe('a retention schedule', () => {
  let relay: FakeRelay
  let on: ReturnType<typeof retained>
  beforeEach(async () => {
    relay = await fakeRelay()
    on = retained(relay)
  })

  it('is the operator’s alone, for this relay, each version once', async () => {
    const refused = (...given: Parameters<typeof on.schedule>) =>
      codeOf(() => on.schedule(...given))
    expect(await refused({}, {}, relay.xa.credentialsKey)).to.equal('statement-invalid')
    expect(await refused({}, { relay: relay.xa.id })).to.equal('statement-invalid')
    expect(await refused({}, { version: 2 })).to.equal('entry-conflict')
    const old = after(NOW, -3600).toISOString()
    expect(await refused({}, { declared: old })).to.equal('clock-skewed')
    const { digest } = await on.schedule({})
    const [kept] = await relay.directory.history(relay.identity.id, 'rogatory-retention')
    const again = await relay.publishRetention({ schedule: kept?.statement ?? '' })
    expect(again.digest).to.equal(digest)
    expect(await refused({ routine: 6 })).to.equal('entry-conflict')
    await on.schedule({ routine: 6 }, { version: 2 })
  })
})
