import { expect } from 'chai'
import { defaultRules } from '#client/case/clocks/default-rules.js'
import { ClockRules } from '#client/case/clocks/clock-rule.js'
import { type CaseClock, deriveClocks } from '#client/case/clocks/derive-clocks.js'
import { deriveCase } from '#client/case/derive-case.js'
import type { CasePackage } from '#client/case/case-view.js'
import { CASE, type CaseWorld, caseWorld, xa, xb, xc } from '#test/support/case/case-world.js'

const calendar = { timeZone: 'UTC', officeHours: [], holidays: [] }
const calendarsOf = () => ({ requesting: calendar, requested: calendar })

describe('the clocks of a case', () => {
  let world: CaseWorld
  let request: CasePackage
  const opened = (template: string) => {
    world = caseWorld()
    request = world.send({ from: xa, to: [xb], template })
  }
  const says = (from: typeof xa, template: string, form = {}) =>
    world.send({ from, to: [from === xa ? xb : xa], template, form, replyTo: request })
  const clocks = (rules = defaultRules) =>
    deriveClocks(deriveCase(CASE, world.packages), { rules, calendarsOf })
  const states = () => clocks().map(({ kind, state }) => `${kind} ${state}`)
  const clock = (kind: CaseClock['kind']) => {
    const found = clocks().find((one) => one.kind === kind)
    if (found === undefined) throw new TypeError(`no clock ${kind}`)
    return found
  }

  it('start by evidence, one after the other, and end by it', () => {
    opened('mla-request')
    expect(states()).to.deep.equal(['acknowledgement running'])
    expect(clock('acknowledgement')).to.include({ due: '2026-03-09T00:00:00.000Z' })
    const { evidence } = world.state(request, 'C.3', xb)
    expect(states()).to.deep.equal(['acknowledgement ended', 'decision running'])
    expect(clock('decision').evidence).to.equal(evidence.at(-1)?.digest)
    says(xb, 'acceptance')
    expect(states()).to.deep.equal([
      ...['acknowledgement ended', 'decision ended', 'execution running'],
    ])
    says(xb, 'execution')
    expect(states().at(-1)).to.equal('execution ended')
  })

  it('to acknowledge is counted from when the recipient has the request, as the relay does', () => {
    world = caseWorld()
    const notBefore = '2026-03-05T08:00:00.000Z'
    request = world.send({ from: xa, to: [xb], template: 'mla-request', notBefore })
    const submission = request.evidence[0]?.digest
    expect(clock('acknowledgement')).to.include({
      begins: notBefore,
      due: '2026-03-13T00:00:00.000Z',
      evidence: submission,
    })
    request = world.state(request, 'D.1', xb)
    const available = request.evidence.at(-1)
    expect(clock('acknowledgement')).to.include({
      begins: available?.time,
      evidence: available?.digest,
      due: '2026-03-09T00:00:00.000Z',
    })
    world.state(request, 'D.1', xb)
    expect(clock('acknowledgement').evidence, 'the first counts').to.equal(available?.digest)
    world.state(request, 'C.3', xb)
    expect(clock('acknowledgement')).to.include({ state: 'ended', begins: available?.time })
  })

  it('stand still while something is asked for, and run on for what was left', () => {
    opened('mla-request')
    world.state(request, 'C.3', xb)
    const before = clock('decision').due
    says(xb, 'supplement-request')
    expect(clock('decision')).to.include({ state: 'suspended', due: before })
    expect(clock('supplement').state).to.equal('running')
    says(xa, 'supplement')
    // A step of this world takes a second.
    expect(Date.parse(clock('decision').due) - Date.parse(before)).to.equal(1000)
    expect(clock('decision').state).to.equal('running')
    expect(clock('supplement').state).to.equal('ended')
  })

  it('of a preservation warn before it lapses, are extended, and end by the request that follows', () => {
    opened('data-preservation')
    world.state(request, 'C.3', xb)
    says(xb, 'acceptance')
    expect(clock('preservation')).to.deep.include({
      due: '2026-05-01T00:00:00.000Z',
      warnings: ['2026-04-17T00:00:00.000Z', '2026-04-28T00:00:00.000Z'],
      state: 'running',
    })
    says(xb, 'extension', { granted: true, until: '2026-05-30' })
    expect(clock('preservation').due).to.equal('2026-05-31T00:00:00.000Z')
    says(xa, 'mla-request')
    expect(clocks()[3]).to.include({ kind: 'preservation', state: 'ended' })
  })

  it('end with whatever ends the request', () => {
    opened('mla-request')
    world.state(request, 'C.3', xb)
    says(xa, 'withdrawal')
    expect(clocks().every(({ state }) => state === 'ended')).to.equal(true)
  })

  it('begin with the redirection for whoever a request was redirected to, who signs no receipt', () => {
    opened('mla-request')
    world.state(request, 'C.3', xb)
    says(xb, 'redirection', { authority: xc })
    const theirs = () =>
      clocks()
        .filter(({ counterpart }) => counterpart === xc)
        .map(({ kind, state }) => `${kind} ${state}`)
    expect(theirs()).to.deep.equal(['acknowledgement running', 'decision running'])
    world.send({ from: xc, to: [xa], template: 'acceptance', replyTo: request })
    expect(theirs()).to.deep.equal([
      ...['acknowledgement ended', 'decision ended', 'execution running'],
    ])
  })

  it('do not run for a sounding', () => {
    opened('sounding')
    world.state(request, 'C.3', xb)
    expect(states()).to.deep.equal([])
  })

  it('are what an authority says for a counterpart or an instrument, before the defaults', () => {
    opened('mla-request')
    world.state(request, 'C.3', xb)
    const [rule] = ClockRules.parse([
      {
        kind: 'decision',
        counterpart: 'xb.pgo',
        instrument: 'UNTOC',
        duration: { count: 10, unit: 'hours' },
        source: 'an arrangement',
      },
    ])
    if (rule === undefined) throw new TypeError('there is one')
    const due = (instrument: string) =>
      deriveClocks(deriveCase(CASE, world.packages), {
        rules: [rule, ...defaultRules],
        calendarsOf,
        askedIn: () => ({ instruments: ['an older treaty', instrument], assistance: [] }),
      })[1]?.source
    expect(due('UNTOC')).to.equal('an arrangement')
    expect(due('UNCAC')).to.contain('2014/41/EU')
  })

  it('are those of the instrument and of what is asked for', () => {
    opened('mla-request')
    world.state(request, 'C.3', xb)
    says(xb, 'acceptance')
    const execution = (instrument: string, ...assistance: string[]) =>
      deriveClocks(deriveCase(CASE, world.packages), {
        rules: defaultRules,
        calendarsOf,
        askedIn: () => ({ instruments: [instrument], assistance }),
      }).find(({ kind }) => kind === 'execution')?.due
    const budapest = 'Second Additional Protocol to the Convention on Cybercrime'
    expect(execution(budapest, 'subscriber-data')).to.equal('2026-05-06T00:00:00.000Z')
    const ninety = '2026-05-31T00:00:00.000Z'
    expect(execution(budapest, 'subscriber-data', 'traffic-data')).to.equal(ninety)
    expect(execution('Regulation (EU) 2023/1543', 'traffic-data')).to.equal(
      '2026-03-12T00:00:00.000Z',
    )
    // Rolls to a day on which the office is open; this one never opens by hours, and not at weekends.
    expect(execution(budapest, 'subscriber-data', 'search')).to.equal(execution('UNTOC'))
  })

  it('of a provisional arrest are extended to forty days and no further', () => {
    opened('provisional-arrest')
    world.state(request, 'C.3', xb)
    says(xb, 'acceptance')
    expect(clock('provisional-arrest').due).to.equal('2026-03-20T00:00:00.000Z')
    says(xb, 'extension', { granted: true, until: '2026-03-30' })
    expect(clock('provisional-arrest').due).to.equal('2026-03-31T00:00:00.000Z')
    says(xb, 'extension', { granted: true, until: '2026-06-30' })
    expect(clock('provisional-arrest').due).to.equal('2026-04-11T00:00:00.000Z')
  })
})
