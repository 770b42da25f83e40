import { expect } from 'chai'
import type { CaseState } from '#client/case/acts.js'
import { acknowledgePackage } from '#client/core/packages/acknowledge-package.js'
import { composePackage, type Draft } from '#client/core/packages/compose-package.js'
import { deliverPackage } from '#client/core/packages/deliver-package.js'
import { type LoadedCase, loadCase } from '#client/core/cases/load-case.js'
import { readPackage } from '#client/core/packages/open-package.js'
import { planAnswer } from '#client/core/cases/plan-answer.js'
import { RelayProblem } from '#client/core/relay-problem.js'
import type { Session } from '#client/core/session/session.js'
import { uuidV7 } from '#crypto/bytes/uuid-v7.js'
import { AuthorityId, CaseId, type PackageId } from '#crypto/fields/fields.js'
import { ACT_FORMS } from '#test/support/case/act-forms.js'
import { codeOf } from '#test/support/code-of.js'
import type { Constellation } from '#test/support/constellation/constellation.js'

type Side = 'xa' | 'xb'

/** Every way in which a case ends, over HTTP, each side reading only what the relay shows it. */
export function endings(running: () => Constellation): void {
  let sides: Readonly<Record<Side, Session>>
  let id: CaseId
  let request: PackageId
  /** The package of each act by its template; `request` of the request. */
  let said: Map<string, PackageId>
  before(async () => {
    const [xa, xb] = await Promise.all([running().officer('xa'), running().officer('xb')])
    sides = { xa, xb }
  })

  const other = (side: Side): Side => (side === 'xa' ? 'xb' : 'xa')
  /** A look at a whole case costs more than a look at one package. */
  const soon = (ms = 50) => new Promise((resolve) => setTimeout(resolve, ms))

  async function sends(side: Side, draft: Draft): Promise<PackageId> {
    const sent = await composePackage(sides[side], draft)
    const { payload } = await deliverPackage(sides[side], sent)
    expect(payload.code).to.equal('A.1')
    const there = async () =>
      sides[other(side)].relay.call('readPackage', { params: { package: sent } })
    while (await there().then(() => false, isNotYet)) await soon()
    return sent
  }
  function isNotYet(error: unknown): true {
    if (error instanceof RelayProblem && error.code === 'package-unknown') return true
    throw error
  }
  async function opens(changes: Partial<Draft> = {}): Promise<void> {
    id = CaseId.parse(uuidV7(new Date()))
    request = await sends('xa', {
      to: [AuthorityId.parse('xb.pgo')],
      template: { id: 'mla-request', version: 1 },
      form: { purpose: 'Service of a summons' },
      documents: [],
      case: id,
      ...changes,
    })
    said = new Map([['request', request]])
  }
  /** `xb registration` about the request, `xa supplement of supplement-request` about what is named. */
  async function acts(...steps: readonly string[]): Promise<void> {
    for (const step of steps) {
      const [side, template = '', , about = 'request'] = step.split(' ') as [Side, ...string[]]
      if (template === 'receipt') await acknowledgePackage(sides[side], request)
      else {
        const form = ACT_FORMS[template] ?? {}
        const answer = { template: { id: template, version: 1 }, form, documents: [] }
        const draft = await planAnswer(sides[side], said.get(about) ?? request, answer)
        said.set(template, await sends(side, draft))
      }
    }
  }
  /** What both sides make of the case once the log has all of it: the same. */
  async function agreed(): Promise<{ readonly states: readonly CaseState[] } & LoadedCase> {
    const settled = async (side: Side): Promise<LoadedCase> => {
      for (;;) {
        await soon(500)
        const loaded = await loadCase(sides[side], id)
        if (loaded.view.settled) return loaded
      }
    }
    const [ours, theirs] = await Promise.all([settled('xa'), settled('xb')])
    // A counterpart knows its own thread only.
    const between = ({ view }: LoadedCase) => ({
      ...view,
      requests: view.requests.map((one) => ({
        ...one,
        threads: one.threads.filter(({ counterpart }) => counterpart === 'xb.pgo'),
      })),
    })
    expect(between(ours)).to.deep.equal(theirs.view)
    expect(ours.register).to.deep.equal(theirs.register)
    expect(ours.view.illegal).to.deep.equal([])
    const [thread] = ours.view.requests[0]?.threads ?? []
    return { ...ours, states: thread?.timeline.flatMap(({ state }) => state ?? []) ?? [] }
  }

  it('executed in parts after a question and under conditions, closed, corrected, recalled', async () => {
    await opens()
    await acts(
      ...['xb receipt', 'xb registration', 'xb supplement-request'],
      ...['xa supplement of supplement-request', 'xb conditional-acceptance'],
      ...['xa conditions-agreed of conditional-acceptance', 'xb partial-execution'],
      ...['xb execution', 'xa closure of execution', 'xb correction', 'xb recall'],
    )
    const { states, register } = await agreed()
    expect(states).to.deep.equal([
      ...['submitted', 'acknowledged', 'registered', 'supplement-requested', 'supplemented'],
      ...['accepted-with-conditions', 'conditions-agreed', 'in-execution'],
      ...['partially-executed', 'executed', 'closed'],
    ])
    expect(register.entries.map(({ kind, state }) => [kind, state])).to.deep.equal([
      ['condition', 'in-force'],
    ])
    expect(await codeOf(() => acts('xa withdrawal'))).to.equal('act-illegal')
  })

  it('postponed, resumed, refused and closed', async () => {
    await opens()
    await acts('xb receipt', 'xb postponement', 'xb resumption', 'xb refusal', 'xa closure')
    expect((await agreed()).states.slice(2)).to.deep.equal([
      ...['postponed', 'resumed', 'refused', 'closed'],
    ])
  })

  it('withdrawn, stood down as a false alarm, redirected', async () => {
    const ends: readonly (readonly [CaseState, Partial<Draft>, readonly string[]])[] = [
      ['withdrawn', {}, ['xa withdrawal']],
      ['withdrawn', { urgency: 'emergency' }, ['xb receipt', 'xa stand-down']],
      ['redirected', {}, ['xb receipt', 'xb redirection']],
    ]
    for (const [end, changes, steps] of ends) {
      await opens(changes)
      await acts(...steps)
      const { states, view } = await agreed()
      expect(states.at(-1)).to.equal(end)
      expect(view.requests[0]?.threads[0]?.final).to.equal(true)
      const next = view.requests[0]?.threads.map(({ counterpart, state }) => [counterpart, state])
      if (end === 'redirected') expect(next).to.deep.include(['xc.court', 'submitted'])
    }
  })

  it('rejected, or expired before anybody took it: what then comes changes nothing', async () => {
    await opens()
    await acknowledgePackage(sides.xb, request, 'Not for this authority.')
    const state = async () =>
      (await loadCase(sides.xa, id)).view.requests[0]?.threads[0]?.state ?? 'none'
    while ((await state()) === 'submitted') await soon(500)
    expect(await state()).to.equal('rejected')

    await opens({ expires: new Date(Date.now() + 2500) })
    while ((await state()) === 'submitted') await soon(500)
    expect(await state()).to.equal('expired')
    expect(await codeOf(() => acts('xa withdrawal'))).to.equal('act-illegal')
    expect(await codeOf(() => readPackage(sides.xb, request))).to.equal('package-unknown')
  })

  it('a sounding and information, which are outside decision and execution', async () => {
    const question = [{ question: 'Would you?' }]
    const sounding = {
      informal: true,
      subject: 'A search',
      situation: 'Urgent',
      questions: question,
    }
    await opens({ template: { id: 'sounding', version: 1 }, form: sounding })
    expect(await codeOf(() => acts('xb acceptance'))).to.equal('act-illegal')
    await acts('xb receipt', 'xb registration', 'xb closure')
    expect((await agreed()).states).to.deep.equal([
      ...['submitted', 'acknowledged', 'registered', 'closed'],
    ])
  })
}
