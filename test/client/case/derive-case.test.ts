import { expect } from 'chai'
import { deriveCase } from '#client/case/derive-case.js'
import type { CasePackage } from '#client/case/case-view.js'
import { CASE, type CaseWorld, caseWorld, xa, xb, xc, xd } from '#test/support/case/case-world.js'

describe('a case', () => {
  let world: CaseWorld
  let request: CasePackage
  beforeEach(() => {
    world = caseWorld()
    request = world.send({ from: xa, to: [xb], template: 'mla-request' })
  })

  const asks = (template: string, form = {}) =>
    world.send({ from: xa, to: [xb], template, form, replyTo: request })
  const answers = (template: string, form = {}) =>
    world.send({ from: xb, to: [xa], template, form, replyTo: request })
  const received = (code = 'C.3') => world.state(request, code, xb)
  const view = () => deriveCase(CASE, world.packages)
  const thread = (counterpart = xb) => {
    const found = view().requests[0]?.threads.find((one) => one.counterpart === counterpart)
    if (found === undefined) throw new TypeError('no such thread')
    return found
  }
  const states = () => thread().timeline.flatMap(({ state }) => state ?? [])
  const codes = () => view().illegal.map(({ template, code }) => `${template}: ${code}`)

  it('goes from submission to closure, each step resting on evidence', () => {
    received()
    answers('registration', { registrationNumber: 'R-1' })
    answers('supplement-request')
    asks('supplement')
    answers('review-start')
    answers('acceptance')
    answers('partial-execution')
    answers('partial-execution')
    answers('execution')
    asks('closure')
    expect(states()).to.deep.equal([
      ...['submitted', 'acknowledged', 'registered', 'supplement-requested', 'supplemented'],
      ...['under-review', 'accepted', 'in-execution', 'partially-executed', 'partially-executed'],
      ...['executed', 'closed'],
    ])
    expect(thread()).to.include({ state: 'closed', final: true })
    expect(codes()).to.deep.equal([])
    expect(thread().timeline.every(({ evidence }) => evidence.length === 64)).to.equal(true)
  })

  const endings: Readonly<Record<string, readonly [string, () => void]>> = {
    refusal: ['refused', () => answers('refusal', { scope: 'whole', grounds: ['ne-bis-in-idem'] })],
    withdrawal: ['withdrawn', () => asks('withdrawal')],
    redirection: ['redirected', () => answers('redirection', { authority: xc })],
    'stand-down': ['withdrawn', () => asks('stand-down')],
    'execution at once': ['executed', () => answers('execution')],
  }
  for (const [name, [state, act]] of Object.entries(endings)) {
    it(`ends by ${name}`, () => {
      received()
      act()
      expect(thread().state).to.equal(state)
      expect(codes()).to.deep.equal([])
    })
  }

  it('tells the coded grounds of a refusal', () => {
    received()
    answers('refusal', { scope: 'whole', grounds: ['military-offence'] })
    expect(thread().timeline.at(-1)).to.deep.include({ by: xb, grounds: ['military-offence'] })
  })

  it('takes conditions, once agreed to, into execution, and what is not agreed to nowhere', () => {
    received()
    answers('conditional-acceptance')
    answers('execution')
    asks('conditions-agreed', { agreed: false })
    expect(thread().state).to.equal('accepted-with-conditions')
    asks('conditions-agreed', { agreed: true })
    expect(states().slice(-2)).to.deep.equal(['conditions-agreed', 'in-execution'])
    expect(codes()).to.deep.equal(['execution: not-in-this-state'])
  })

  it('goes on after postponement and supplement where it stood', () => {
    received()
    answers('postponement', { ground: 'ongoing-trial' })
    answers('resumption')
    expect(thread().state).to.equal('resumed')
    answers('acceptance')
    answers('partial-execution')
    answers('supplement-request')
    asks('supplement')
    expect(states().slice(-2)).to.deep.equal(['supplemented', 'partially-executed'])
    answers('postponement')
    answers('resumption')
    expect(states().slice(-2)).to.deep.equal(['resumed', 'partially-executed'])
  })

  it('leaves the rest as it is when a part is refused or withdrawn', () => {
    received()
    answers('refusal', { scope: 'part' })
    asks('withdrawal', { scope: 'part' })
    expect(thread().state).to.equal('acknowledged')
    expect(codes()).to.deep.equal([])
  })

  it('lists what may not be done, with its code, and applies none of it', () => {
    answers('acceptance')
    received()
    asks('acceptance')
    answers('withdrawal')
    answers('conditions-agreed')
    answers('invention')
    world.send({ from: xd, to: [xa], template: 'refusal', replyTo: request })
    world.send({ from: xd, to: [xa], template: 'mla-request' })
    world.send({ from: xb, to: [xa], template: 'refusal' })
    world.send({
      from: xb,
      to: [xa],
      template: 'refusal',
      replyTo: { ...request, header: 'f'.repeat(64) },
    })
    expect(thread().state).to.equal('acknowledged')
    asks('withdrawal')
    answers('refusal')
    expect(codes()).to.deep.equal([
      'acceptance: not-acknowledged',
      'acceptance: wrong-side',
      'withdrawal: wrong-side',
      'conditions-agreed: wrong-side',
      'invention: not-a-known-act',
      'refusal: not-a-party',
      'mla-request: not-a-party',
      'refusal: no-such-request',
      'refusal: reference-forged',
      'refusal: case-final',
    ])
  })

  it('ends by a rejected consignment or an expiry, and a late receipt changes nothing', () => {
    received('C.5')
    received('C.3')
    expect(thread()).to.include({ state: 'expired', final: true })
    const other = caseWorld()
    const pkg = other.send({ from: xa, to: [xb], template: 'mla-request' })
    other.state(pkg, 'C.4', xb)
    expect(deriveCase(CASE, other.packages).requests[0]?.threads[0]?.state).to.equal('rejected')
  })

  it('has a thread for each counterpart, and shows each only its own', () => {
    request = world.send({ from: xa, to: [xb, xc], template: 'extradition-request' })
    world.state(request, 'C.3', xc)
    world.send({ from: xc, to: [xa], template: 'registration', replyTo: request })
    const of = (viewer?: typeof xa) =>
      deriveCase(CASE, world.packages, viewer).requests[1]?.threads.map(
        ({ counterpart, state }) => `${counterpart} ${state}`,
      )
    expect(of()).to.deep.equal(['xb.pgo submitted', 'xc.court registered'])
    expect(of(xa)).to.deep.equal(of())
    expect(of(xc)).to.deep.equal(['xc.court registered'])
  })

  it('goes on with the authority to which it was redirected', () => {
    received()
    const passed = world.send({
      from: xb,
      to: [xa, xc],
      template: 'redirection',
      replyTo: request,
      form: { authority: xc, forwarded: true },
    })
    world.send({ from: xc, to: [xa], template: 'registration', replyTo: passed })
    world.send({ from: xc, to: [xa], template: 'execution', replyTo: request })
    expect(thread(xb)).to.include({ state: 'redirected', final: true })
    expect(thread(xc)).to.include({ state: 'executed', via: xb })
    expect(codes()).to.deep.equal([])
  })

  it('knows neither decision nor execution of a sounding, or of information', () => {
    request = world.send({ from: xa, to: [xb], template: 'sounding' })
    world.state(request, 'C.3', xb)
    answers('acceptance')
    answers('closure')
    expect(codes()).to.deep.equal(['acceptance: not-in-this-kind'])
    expect(view().requests[1]?.threads[0]).to.include({ state: 'closed' })
  })

  it('takes an extension, and a withdrawal, of what was carried out and lasts, until it is closed', () => {
    received()
    answers('execution')
    asks('extension-request', { subject: 'preservation' })
    answers('extension', { granted: true, until: '2026-05-30' })
    expect(codes()).to.deep.equal([])
    expect(
      thread()
        .timeline.map(({ what }) => what)
        .slice(-2),
    ).to.deep.equal([...['extension-request', 'extension']])
    expect(thread().state).to.equal('executed')
    asks('withdrawal', { scope: 'part' })
    expect(thread().state).to.equal('executed')
    asks('withdrawal')
    expect(thread().state).to.equal('withdrawn')
    asks('extension-request')
    expect(codes()).to.deep.equal(['extension-request: case-final'])
  })

  it('is withdrawn from any state that is not final', () => {
    received()
    answers('refusal', { scope: 'whole' })
    asks('withdrawal')
    expect(thread()).to.include({ state: 'withdrawn', final: true })
    expect(codes()).to.deep.equal([])
  })

  it('links what follows a request to it', () => {
    const follow = world.send({ from: xa, to: [xb], template: 'mla-request', replyTo: request })
    expect(view().requests.map(({ follows }) => follows)).to.deep.equal([
      null,
      request.manifest.package,
    ])
    expect(follow.manifest.inReplyTo?.package).to.equal(request.manifest.package)
  })

  for (const [code, state] of [
    ['C.4', 'rejected'],
    ['C.5', 'expired'],
  ] as const) {
    it(`lets nothing follow a request there where it was ${state}, by either side`, () => {
      request = world.send({ from: xa, to: [xb, xc], template: 'spontaneous-information' })
      const follows = (from: typeof xa, to: readonly (typeof xa)[]) =>
        world.send({ from, to, template: 'mla-request', replyTo: request })
      world.state(request, code, xb)
      const before = view().requests.length
      follows(xa, [xb])
      follows(xb, [xa])
      expect(view().requests).to.have.length(before)
      expect(view().illegal.map((one) => [one.code, one.state])).to.deep.equal([
        ['request-unread', state],
        ['request-unread', state],
      ])
      const counted = follows(xa, [xb, xc])
      const { threads } = view().requests.at(-1) ?? {}
      expect(threads?.map(({ counterpart }) => counterpart)).to.deep.equal([xc])
      expect(view().requests.at(-1)?.package).to.equal(counted.manifest.package)
    })
  }

  it('says of no state where several have it no more in different ways', () => {
    request = world.send({ from: xa, to: [xb, xc], template: 'mla-request' })
    world.state(request, 'C.4', xb)
    world.state(request, 'C.5', xc)
    world.send({ from: xa, to: [xb, xc], template: 'mla-request', replyTo: request })
    expect(view().illegal.map((one) => [one.code, one.state])).to.deep.equal([
      ['request-unread', null],
    ])
  })

  it('lets a request follow one that was rejected only after it was followed', () => {
    const follow = world.send({ from: xa, to: [xb], template: 'mla-request', replyTo: request })
    received('C.4')
    expect(view().requests.at(-1)?.package).to.equal(follow.manifest.package)
    expect(codes()).to.deep.equal([])
  })

  it('is not settled while something has no place in the log', () => {
    expect(view().settled).to.equal(true)
    const [first] = world.packages
    if (first === undefined) throw new TypeError('there is one')
    const evidence = first.evidence.map((one) => ({ ...one, index: null }))
    expect(deriveCase(CASE, [{ ...first, evidence }]).settled).to.equal(false)
  })
})
