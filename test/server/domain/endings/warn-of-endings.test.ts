import { expect } from 'chai'
import { DAY_MS, HOUR_MS } from '#crypto/clock/durations.js'
import { signCredential } from '#crypto/directory/sign-credential.js'
import type { EndingNotice } from '#server/contract/notice.js'
import { giveNotice } from '#server/domain/notices/give-notice.js'
import { sendNotice } from '#server/domain/duty/send-notice.js'
import { warnOfEndings } from '#server/domain/endings/warn-of-endings.js'
import { type FakeRelay, fakeRelay } from '#test/support/fake-relay.js'
import { Outage } from '#test/support/fake-ports.js'
import { memoryLogStore, memoryTimestampStore } from '#test/support/memory/memory-log.js'
import { after, END } from '#test/support/world/moments.js'

describe('what ends soon', () => {
  let relay: FakeRelay
  let warn: () => Promise<readonly EndingNotice[]>
  beforeEach(async () => {
    relay = await fakeRelay()
    warn = warnOfEndings({
      ...relay,
      log: memoryLogStore(() => []),
      timestamps: memoryTimestampStore(),
      sendNotice: sendNotice({ ...relay, giveNotice: giveNotice(relay) }),
      hasMail: true,
      endingsIntervalMs: HOUR_MS,
    })
  })
  const before = (days: number) => new Date(END.getTime() - days * DAY_MS)
  const told = async (authority = relay.xa.id) =>
    (await relay.notices.newest(authority, 'keys.expiring', 999))
      .filter((notice) => notice.kind === 'keys.expiring')
      .map(({ what, of, warning }) => `${what} ${of.slice(0, 6)} ${warning}`)

  it('is warned of once at 60, 30, 14 and 7 days and at its end, whatever runs how often', async () => {
    // Two worker processes look at once, every six hours for a quarter of a year.
    for (let days = 90; days > -1; days -= 0.25) {
      relay.setClock(before(days))
      await Promise.all([warn(), warn()])
    }
    const all = await told()
    expect(new Set(all).size).to.equal(all.length)
    // Certificate, entry, two keys and the credentials of two officers.
    expect(all).to.have.length(6 * 5)
    for (const warning of [60, 30, 14, 7, 0]) {
      expect(all.filter((line) => line.endsWith(` ${warning}`))).to.have.length(6)
    }
  })

  it('is told once for the nearest when nobody looked for months, and to each authority its own', async () => {
    relay.setClock(before(100))
    expect(await warn()).to.deep.equal([])
    relay.setClock(before(10))
    const given = await warn()
    expect(new Set(given.map(({ warning }) => warning))).to.deep.equal(new Set([14]))
    expect(new Set(given.map(({ authority }) => authority))).to.deep.equal(
      new Set([relay.xa.id, relay.xb.id, relay.xc.id, relay.identity.id]),
    )
    expect(await told(relay.xc.id)).to.have.length(4)
    expect(relay.trace.filter((effect) => effect.startsWith('tell'))).to.have.length(given.length)
    expect(await warn()).to.deep.equal([])
  })

  it('names nobody', async () => {
    relay.setClock(before(10))
    expect(JSON.stringify(await warn())).not.to.contain(relay.drafter.claims.name)
  })

  it('no longer speaks of a credential that was renewed or revoked', async () => {
    const soon = after(before(100), 0).toISOString()
    const short = await signCredential(
      { ...relay.drafter.claims, validTo: soon },
      relay.xa.credentialsKey,
    )
    await relay.publishCredential({ credential: short })
    relay.setClock(before(105))
    expect((await warn()).map(({ of }) => of)).to.deep.equal([relay.drafter.claims.kid])
    const renewed = { ...relay.drafter.claims, validFrom: before(105).toISOString() }
    const credential = await signCredential(renewed, relay.xa.credentialsKey)
    await relay.publishCredential({ credential })
    relay.setClock(before(99))
    expect(await warn()).to.deep.equal([])
  })

  it('asks for itself again, the same moment for all, before anything can fail', async () => {
    relay.setClock(after(before(100), 1))
    await warn()
    relay.setClock(after(before(100), 2))
    await warn()
    const asked = relay.jobs
      .filter(({ name }) => name === 'clocks.endings')
      .map(({ name, notBefore }) => [name, notBefore?.toISOString()])
    expect(asked).to.have.length(2)
    expect(asked[0]).to.deep.equal(asked[1])
  })

  it('loses no warning to a crash between any two effects, and doubles none', async () => {
    relay.setClock(before(10))
    relay.failAt(undefined)
    await warn()
    const calls = relay.calls()
    const wanted = await told()
    for (let call = 0; call < calls; call++) {
      for (const when of ['before', 'after'] as const) {
        relay = await fakeRelay()
        warn = warnOfEndings({
          ...relay,
          log: memoryLogStore(() => []),
          timestamps: memoryTimestampStore(),
          sendNotice: sendNotice({ ...relay, giveNotice: giveNotice(relay) }),
          hasMail: true,
          endingsIntervalMs: HOUR_MS,
        })
        relay.setClock(before(10))
        relay.failAt({ call, when })
        await warn().catch((error: unknown) => expect(error).to.be.instanceOf(Outage))
        relay.failAt(undefined)
        await warn()
        expect((await told()).toSorted()).to.deep.equal(wanted.toSorted())
      }
    }
  })

  it('is kept for the metrics as it stands', async () => {
    relay.setClock(before(10))
    await warn()
    const all = await relay.endings.all()
    expect(all.map(({ authority }) => authority)).to.include(relay.xb.id)
    expect(all.flatMap(({ endings }) => endings).map(({ what }) => what)).to.include('credential')
  })
})
