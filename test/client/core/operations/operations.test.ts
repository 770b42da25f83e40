import { expect } from 'chai'
import { networkEndings } from '#client/core/operations/network-endings.js'
import { relayOperations } from '#client/core/operations/relay-operations.js'
import { generateSigningKey } from '#crypto/keys/generate.js'
import { type Constellation, constellation } from '#test/support/client/constellation.js'
import { codeOf } from '#test/support/code-of.js'
import { after, END, NOW } from '#test/support/world/moments.js'
import { world } from '#test/support/world/world.js'

describe('what waits in a relay', () => {
  let c: Constellation
  before(async () => {
    c = await constellation()
  })
  const ask = async (changes: object = {}, at = NOW) => {
    const { id } = (await world()).relay
    const operator = { key: c.relay.operatorKey, relay: { id, origin: '' }, ...changes }
    return relayOperations(operator, c.berta.relay, at)
  }

  it('is told to its operator: counts and ages, no ids', async () => {
    const { jobs, ...rest } = await ask()
    const oldest = after(NOW, -60).toISOString()
    expect(jobs).to.deep.equal([{ name: 'clocks.expiry', overdue: 1, oldest, refused: 0 }])
    expect(rest).to.deep.include({
      at: NOW.toISOString(),
      workers: { leading: 0, standingBy: 0, failed: 0 },
      mails: { retried: 0, failed: 0 },
      deletions: 0,
    })
  })

  it('is told to nobody else, and to no old inquiry', async () => {
    const stranger = { key: await generateSigningKey('p256') }
    expect(await codeOf(ask(stranger))).to.equal('statement-invalid')
    expect(await codeOf(ask({}, after(NOW, -7200)))).to.equal('clock-skewed')
    expect(await codeOf(ask({ relay: { id: c.relay.xb.id, origin: '' } }))).to.equal(
      'not-permitted',
    )
  })
})

describe('what ends in the network', () => {
  it('is named within sixty days of its end, the soonest first', async () => {
    const { xa, xb } = await world()
    const entries = [xa.entry, xb.entry]
    expect(networkEndings(entries, after(END, -61 * 86_400))).to.deep.equal([])
    const soon = networkEndings(entries, after(END, -10 * 86_400))
    expect(new Set(soon.map(({ authority }) => authority))).to.deep.equal(new Set([xa.id, xb.id]))
    expect(soon.every(({ warning }) => warning === 14)).to.equal(true)
    expect(soon.map(({ at }) => at)).to.deep.equal(soon.map(({ at }) => at).toSorted())
  })
})
