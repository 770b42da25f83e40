import { expect } from 'chai'
import { digestOf } from '#crypto/bytes/sha256.js'
import type { DutyRoster } from '#crypto/duty/duty-roster.js'
import { signRoster } from '#crypto/duty/roster-statement.js'
import { publishRoster } from '#server/domain/duty/publish-roster.js'
import { codeOf } from '#test/support/code-of.js'
import { callerOf, type FakeRelay, fakeRelay } from '#test/support/fake-relay.js'
import { rosterOf } from '#test/support/sample-roster.js'
import { after, NOW } from '#test/support/world/moments.js'

describe('publishing a duty roster', () => {
  let relay: FakeRelay
  let publish: ReturnType<typeof publishRoster>
  beforeEach(async () => {
    relay = await fakeRelay()
    publish = publishRoster(relay)
  })

  const sign = (changes: Partial<DutyRoster> = {}) => {
    const officer = relay.registrar.claims.officer
    return signRoster(rosterOf([officer], changes), relay.registrar.key)
  }
  const publishAs = (roster: string, changes: Parameters<typeof callerOf>[1] = {}) =>
    publish(callerOf(relay.registrar, changes), {
      roster,
      credential: relay.registrar.credential,
    })
  const code = (promise: Promise<unknown>) => codeOf(() => promise)

  it('keeps the first and its successor, each once, and says so the second time', async () => {
    const first = await sign()
    expect(await publishAs(first)).to.deep.equal({ version: 1 })
    expect(await publishAs(first)).to.deep.equal({ version: 1 })
    const second = await sign({ version: 2, supersedes: await digestOf(first) })
    expect(await publishAs(second)).to.deep.equal({ version: 2 })
    expect(await relay.rosters.find(relay.xb.id)).to.include({ version: 2, roster: second })
  })

  it('refuses whoever changed another version than the newest', async () => {
    await publishAs(await sign())
    const other = await sign({ backup: [relay.registrar.claims.officer] })
    expect(await code(publishAs(other))).to.equal('roster-conflict')
    const gap = await sign({ version: 3, supersedes: await digestOf(other) })
    expect(await code(publishAs(gap))).to.equal('roster-conflict')
    const astray = await sign({ version: 2, supersedes: await digestOf(other) })
    expect(await code(publishAs(astray))).to.equal('roster-conflict')
  })

  it('refuses one of two that come at once', async () => {
    const rosters = [await sign(), await sign({ backup: [relay.registrar.claims.officer] })]
    const outcomes = await Promise.allSettled(rosters.map((roster) => publishAs(roster)))
    expect(outcomes.map(({ status }) => status).sort()).to.deep.equal(['fulfilled', 'rejected'])
  })

  it('refuses zones that nobody knows, other clocks, other authorities, and those who may not', async () => {
    const shift = {
      zone: 'Atlantis/Capital',
      days: [1],
      from: '08:00',
      to: '20:00',
      first: null,
      last: null,
      officers: [relay.registrar.claims.officer],
    }
    expect(await code(publishAs(await sign({ shifts: [shift] })))).to.equal('statement-invalid')
    const late = await sign({ declared: after(NOW, 3600).toISOString() })
    expect(await code(publishAs(late))).to.equal('clock-skewed')
    const foreign = await sign({ authority: relay.xa.id })
    expect(await code(publishAs(foreign))).to.equal('statement-invalid')
    expect(await code(publishAs(await sign(), { roles: ['case'] }))).to.equal('not-permitted')
    const nobody = callerOf(relay.registrar).authority.replace('xb.pgo', 'xq.nobody')
    expect(await code(publishAs(await sign(), { authority: nobody as never }))).to.equal(
      'authority-unknown',
    )
    expect(await relay.rosters.find(relay.xb.id)).to.equal(undefined)
  })
})
