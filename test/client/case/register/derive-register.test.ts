import { expect } from 'chai'
import type { CasePackage } from '#client/case/case-view.js'
import { deriveCase } from '#client/case/derive-case.js'
import { deriveRegister } from '#client/case/register/derive-register.js'
import { registerClocks } from '#client/case/register/register-clocks.js'
import { CASE, type CaseWorld, caseWorld, xa, xb, xc } from '#test/support/case/case-world.js'

const calendar = { timeZone: 'Europe/Vienna', officeHours: [], holidays: [] }
const ASKED = {
  assurances: [{ kind: 'death-penalty', text: 'It will not be imposed.' }],
  limitsOfUse: { use: 'Proceedings 17/2026 only', onwardTransfer: 'with-consent' },
  confidentiality: { required: true, reasons: 'Suspects at large.' },
}
const CONDITIONS = {
  conditions: [
    { id: '1', kind: 'use-limit', text: 'Not for fiscal offences.' },
    { id: '2', kind: 'return', text: 'The originals come back.', until: '2026-06-30' },
  ],
}

describe('the register of a case', () => {
  let world: CaseWorld
  let request: CasePackage
  beforeEach(() => {
    world = caseWorld()
    request = world.send({ from: xa, to: [xb], template: 'mla-request', form: ASKED })
    world.state(request, 'C.3', xb)
  })
  const register = (viewer = xa) =>
    deriveRegister(deriveCase(CASE, world.packages, viewer), world.packages)
  const states = () =>
    register().entries.map(({ id, kind, what, state }) =>
      [id.split('#')[1], kind, what ?? '-', state].join(' '),
    )
  const says = (from: typeof xa, template: string, form: CasePackage['manifest']['form'] = {}) =>
    world.send({ from, to: [from === xa ? xb : xa], template, form, replyTo: request })
  const idOf = (place: number, pkg = request) => `${pkg.manifest.package}#${place}`

  it('holds what the request promises and demands, and who owes it', () => {
    expect(states()).to.deep.equal([
      '1 assurance death-penalty in-force',
      '2 use-limit - in-force',
      '3 onward-transfer with-consent in-force',
      '4 confidentiality - in-force',
    ])
    const [assurance, , , secrecy] = register().entries
    expect(assurance).to.include({ bound: xa, owedTo: xb, counterpart: xb, id: idOf(1) })
    expect(secrecy).to.include({ bound: xb, owedTo: xa, text: 'Suspects at large.' })
    expect(assurance?.history[0]).to.include({ evidence: request.evidence[0]?.digest, by: xa })
  })

  it('takes conditions once they are agreed to; a later proposal replaces the one before', () => {
    const first = says(xb, 'conditional-acceptance', CONDITIONS)
    const [, second = {}] = CONDITIONS.conditions
    says(xb, 'conditional-acceptance', { conditions: [second] })
    expect(states().slice(4)).to.deep.equal([
      '1 condition use-limit replaced',
      '2 condition return replaced',
      '1 condition return proposed',
    ])
    says(xa, 'conditions-agreed', { agreed: true })
    expect(states().at(-1)).to.equal('1 condition return in-force')
    says(xa, 'fulfilment', { entries: [idOf(1, first)] })
    expect(register().ignored.map(({ code }) => code)).to.deep.equal(['ended'])
  })

  it('keeps an entry until whoever it is owed to says that it is fulfilled, or releases from it', () => {
    says(xa, 'fulfilment', { entries: [idOf(1)], how: 'Sentence of ten years.' })
    expect(states()[0]).to.equal('1 assurance death-penalty reported')
    says(xb, 'fulfilment', { entries: [idOf(1)] })
    says(xb, 'release', { entries: [idOf(2), idOf(3)] })
    says(xa, 'release', { entries: [idOf(4)] })
    expect(states()).to.deep.equal([
      '1 assurance death-penalty fulfilled',
      '2 use-limit - released',
      '3 onward-transfer with-consent released',
      '4 confidentiality - released',
    ])
    expect(register().entries[0]?.history.map(({ by }) => by)).to.deep.equal([xa, xa, xb])
  })

  it('lists a word that releases nobody: of the bound side, about nothing, too late', () => {
    says(xa, 'release', { entries: [idOf(1)] })
    says(xa, 'fulfilment', { entries: [idOf(99)] })
    says(xb, 'release', { entries: [idOf(1)] })
    says(xb, 'release', { entries: [idOf(1)] })
    expect(register().ignored.map(({ code }) => code)).to.deep.equal([
      ...['not-owed-to-them', 'no-such-entry', 'ended'],
    ])
  })

  it('lets promises fall with a refusal, unless something was given; confidentiality stays', () => {
    says(xb, 'refusal')
    expect(states()).to.deep.equal([
      ...['1 assurance death-penalty void', '2 use-limit - void'],
      ...['3 onward-transfer with-consent void', '4 confidentiality - in-force'],
    ])

    world = caseWorld()
    request = world.send({ from: xa, to: [xb], template: 'mla-request', form: ASKED })
    world.state(request, 'C.3', xb)
    says(xb, 'partial-execution', { useConditions: [{ text: 'In court only.' }] })
    says(xb, 'refusal')
    expect(states().filter((one) => one.endsWith('in-force'))).to.have.length(5)
  })

  it('holds nothing of a request that was never opened', () => {
    world = caseWorld()
    request = world.send({ from: xa, to: [xb], template: 'mla-request', form: ASKED })
    world.state(request, 'C.4', xb)
    expect(new Set(register().entries.map(({ state }) => state))).to.deep.equal(new Set(['void']))
  })

  it('binds whoever receives marked content, and whoever is informed', () => {
    world = caseWorld()
    request = world.send({
      from: xa,
      to: [xb],
      template: 'spontaneous-information',
      form: { permittedUses: ['lead'], retentionUntil: '2026-12-31' },
      marks: { tlp: null, classification: null, onwardTransfer: 'forbidden' },
    })
    expect(register().entries.map(({ kind, what, bound }) => [kind, what, bound])).to.deep.equal([
      ['use-limit', 'lead', xb],
      ['retention', null, xb],
      ['onward-transfer', 'forbidden', xb],
    ])
  })

  it('keeps leave to pass on, of whoever sent the package only', () => {
    const asked = { package: request.manifest.package, recipient: xc }
    says(xb, 'transfer-approval', { ...asked, approved: true })
    says(xa, 'transfer-approval', { ...asked, approved: false })
    expect(register().approvals).to.deep.equal([])
    const terms = 'For the court only.'
    says(xa, 'transfer-approval', { ...asked, approved: true, until: '2026-05-01', terms })
    expect(register().approvals).to.have.length(1)
    expect(register().approvals[0]).to.include({
      to: xc,
      by: xa,
      givenTo: xb,
      until: '2026-05-01',
      terms,
    })
    expect(register().ignored[0]).to.include({ code: 'not-owed-to-them' })
  })

  it('has a clock for what is in force and has a last day, where who is bound has its office', () => {
    const clocks = () =>
      registerClocks(register(), () => ({ requesting: calendar, requested: calendar }))
    const conditions = says(xb, 'conditional-acceptance', CONDITIONS)
    expect(clocks(), 'only proposed').to.deep.equal([])
    says(xa, 'conditions-agreed', { agreed: true })
    const [clock] = clocks()
    expect(clock).to.include({ kind: 'obligation-2', state: 'running', counterpart: xb })
    expect(clock).to.include({ request: conditions.manifest.package })
    expect(clock?.due).to.equal('2026-06-30T22:00:00.000Z')
    expect(clock?.warnings).to.deep.equal(['2026-06-16T22:00:00.000Z', '2026-06-27T22:00:00.000Z'])
    says(xb, 'release', { entries: [idOf(2, conditions)] })
    expect(clocks()[0]?.state).to.equal('ended')
  })
})
