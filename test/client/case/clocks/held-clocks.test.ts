import { expect } from 'chai'
import { type CaseClock, deriveClocks } from '#client/case/clocks/derive-clocks.js'
import { defaultRules } from '#client/case/clocks/default-rules.js'
import { deriveCase } from '#client/case/derive-case.js'
import type { CasePackage } from '#client/case/case-view.js'
import { CASE, type CaseWorld, caseWorld, xa, xb, xc } from '#test/support/case/case-world.js'

const calendar = { timeZone: 'UTC', officeHours: [], holidays: [] }
const calendarsOf = () => ({ requesting: calendar, requested: calendar })

describe('the clock of what is held', () => {
  let world: CaseWorld
  let request: CasePackage
  const opened = (template: string, to = [xb, xc]) => {
    world = caseWorld()
    request = world.send({ from: xa, to, template })
    for (const one of to) {
      world.state(request, 'C.3', one)
      says(one, 'acceptance')
    }
  }
  const says = (from: typeof xa, template: string, form = {}, replyTo = request) =>
    world.send({ from, to: [xa], template, form, replyTo })
  const asks = (template: string, to: readonly (typeof xa)[], form = {}, replyTo = request) =>
    world.send({ from: xa, to, template, form, replyTo })
  const clocks = () =>
    deriveClocks(deriveCase(CASE, world.packages), { rules: defaultRules, calendarsOf })
  const clock = (kind: CaseClock['kind'], counterpart = xb) => {
    const found = clocks().find(
      (one) =>
        one.kind === kind &&
        one.counterpart === counterpart &&
        one.request === request.manifest.package,
    )
    if (found === undefined) throw new TypeError(`no clock ${kind}`)
    return found
  }
  const state = (kind: CaseClock['kind'] = 'preservation', counterpart = xb) =>
    clock(kind, counterpart).state

  it('ends where the request for it follows, and nowhere else', () => {
    opened('data-preservation')
    asks('mla-request', [xb])
    expect([state(), state('preservation', xc)]).to.deep.equal(['ended', 'running'])
    asks('emergency-disclosure', [xc])
    expect(state('preservation', xc)).to.equal('ended')
  })

  it('does not end by what follows for something else', () => {
    opened('data-preservation', [xb])
    for (const other of ['sounding', 'document-service', 'extradition-request']) {
      asks(other, [xb])
      expect(state(), other).to.equal('running')
    }
    opened('provisional-arrest', [xb])
    asks('mla-request', [xb])
    expect(state('provisional-arrest')).to.equal('running')
    asks('extradition-request', [xb])
    expect(state('provisional-arrest')).to.equal('ended')
  })

  for (const [name, undo] of Object.entries<(follow: CasePackage) => unknown>({
    rejected: (follow) => world.state(follow, 'C.4', xb),
    expired: (follow) => world.state(follow, 'C.5', xb),
    withdrawn: (follow) => asks('withdrawal', [xb], {}, follow),
  })) {
    it(`runs again when what followed is ${name}`, () => {
      opened('data-preservation', [xb])
      const { due } = clock('preservation')
      const follow = asks('mla-request', [xb])
      expect(clock('preservation')).to.include({ state: 'ended', mayRunAgain: true })
      undo(follow)
      expect(clock('preservation')).to.include({ state: 'running', mayRunAgain: false, due })
    })
  }

  it('ends by a renewal once that is accepted, and not by one that is refused', () => {
    opened('data-preservation', [xb])
    const [one, other] = [asks('data-preservation', [xb]), asks('data-preservation', [xb])]
    for (const renewal of [one, other]) world.state(renewal, 'C.3', xb)
    expect(state()).to.equal('running')
    says(xb, 'refusal', { scope: 'whole' }, one)
    expect(state()).to.equal('running')
    says(xb, 'acceptance', {}, other)
    expect(state()).to.equal('ended')
  })

  it('runs on after execution and closure, and ends by withdrawal and refusal', () => {
    opened('data-preservation', [xb])
    says(xb, 'execution')
    expect([state(), state('execution')]).to.deep.equal(['running', 'ended'])
    asks('closure', [xb])
    expect(state()).to.equal('running')
    opened('data-preservation', [xb])
    says(xb, 'execution')
    asks('withdrawal', [xb])
    expect(clock('preservation')).to.include({ state: 'ended', mayRunAgain: false })
    opened('data-preservation', [xb])
    says(xb, 'refusal', { scope: 'whole' })
    asks('closure', [xb])
    expect(clock('preservation')).to.include({ state: 'ended', mayRunAgain: false })
  })

  it('does not begin anew when the request is accepted once more', () => {
    opened('provisional-arrest', [xb])
    const { begins, due } = clock('provisional-arrest')
    says(xb, 'supplement-request')
    says(xb, 'acceptance')
    expect(clock('provisional-arrest')).to.include({ begins, due })
  })

  it('alone is moved by an extension of it, once carried out too', () => {
    opened('data-preservation', [xb])
    const { due } = clock('execution')
    const asked = asks('extension-request', [xb], { subject: 'preservation' })
    says(xb, 'extension', { granted: true, until: '2026-07-30' }, asked)
    expect(clock('preservation').due).to.equal('2026-07-31T00:00:00.000Z')
    expect(clock('execution').due).to.equal(due)
    says(xb, 'execution')
    says(xb, 'extension', { granted: true, until: '2026-08-30' })
    expect(clock('preservation').due).to.equal('2026-08-31T00:00:00.000Z')
  })

  it('is never shortened by an extension, and extended by whoever holds it only', () => {
    opened('data-preservation', [xb])
    const { due } = clock('preservation')
    says(xb, 'extension', { granted: true, until: '2026-03-10' })
    expect(clock('preservation').due).to.equal(due)
    const asked = asks('extension-request', [xb], { subject: 'preservation' })
    asks('extension', [xb], { granted: true, until: '2026-12-31' }, asked)
    expect(clock('preservation').due).to.equal(due)
  })

  it('is not moved by an extension of something else', () => {
    opened('data-preservation', [xb])
    const before = clock('preservation').due
    const asked = says(xb, 'extension-request', { subject: 'execution' })
    asks('extension', [xb], { granted: true, until: '2026-09-30' }, asked)
    expect(clock('preservation').due).to.equal(before)
    expect(clock('execution').due).to.equal('2026-10-01T00:00:00.000Z')
  })
})

describe('an extension', () => {
  const begun = (template = 'mla-request') => {
    const world = caseWorld()
    const request = world.send({ from: xa, to: [xb], template })
    world.state(request, 'C.3', xb)
    const due = () =>
      Object.fromEntries(
        deriveClocks(deriveCase(CASE, world.packages), { rules: defaultRules, calendarsOf }).map(
          (one) => [one.kind, one.due.slice(0, 10)],
        ),
      )
    const says = (from: typeof xa, template: string, form = {}, replyTo = request) =>
      world.send({ from, to: [from === xa ? xb : xa], template, form, replyTo })
    return { due, says }
  }
  const granted = { granted: true, until: '2026-12-31' }

  it('that says of nothing is about the decision, and after it about execution', () => {
    const { due, says } = begun()
    says(xb, 'extension', { granted: true, until: '2026-05-30' })
    expect(due()).to.include({ decision: '2026-05-31' })
    says(xb, 'acceptance')
    const execution = due()['execution']
    says(xb, 'extension', { granted: true, until: '2026-03-03' })
    expect(due()).to.include({ decision: '2026-05-31', execution })
    says(xb, 'extension', granted)
    expect(due()).to.include({ decision: '2026-05-31', execution: '2027-01-01' })
  })

  it('of the time for a reply gives the time to whoever asked for it', () => {
    const { due, says } = begun()
    says(xa, 'extension', granted, says(xb, 'extension-request', { subject: 'reply' }))
    expect(due()).to.include({ decision: '2027-01-01' })
    says(xb, 'supplement-request')
    const { decision } = due()
    says(xb, 'extension', granted, says(xa, 'extension-request', { subject: 'reply' }))
    expect(due()).to.include({ supplement: '2027-01-01', decision })
  })

  it('of what is frozen moves no other clock', () => {
    const { due, says } = begun('asset-freezing')
    says(xb, 'acceptance')
    const before = due()
    says(xb, 'extension', granted, says(xa, 'extension-request', { subject: 'freezing' }))
    expect(due()).to.deep.equal(before)
  })
})
