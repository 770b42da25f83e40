import { expect } from 'chai'
import { exampleAuthorities } from '#client/example/authorities.js'
import { fillForm } from '#client/simulator/fill-form.js'
import { nextStep, type Passage, scenarioFor } from '#client/simulator/next-step.js'
import { readyScripts } from '#client/simulator/ready-scripts.js'
import { Script } from '#client/simulator/script.js'
import { currentTemplate } from '#client/templates/catalogue.js'
import { preFlight } from '#client/templates/pre-flight.js'
import { validateForm } from '#client/templates/validate-form.js'
import type { DirectoryEntry } from '#crypto/directory/entry.js'

const at = new Date('2026-11-28T12:00:00Z')
const about = { at, case: '01a20fe9-3216-7e33-bd9d-66c8841c8e02', request: { reference: 'MLA-7' } }
const passage = (
  by: 'us' | 'them',
  template: string,
  minute: number,
  rest: Partial<Passage> = {},
) =>
  ({
    package: `${by}-${minute}`,
    by,
    from: by === 'us' ? 'xb.pgo' : 'xa.moj',
    template,
    urgency: 'routine',
    form: {},
    submitted: new Date(at.getTime() + minute * 60_000).toISOString(),
    acknowledged: true,
    ...rest,
  }) satisfies Passage

describe('a simulated counterpart', () => {
  for (const [name, script] of Object.entries(readyScripts)) {
    it(`${name}: is a script, and its forms lack nothing that must be there`, () => {
      expect(Script.safeParse(script).error?.issues ?? []).to.deep.equal([])
      for (const step of script.scenarios.flatMap(({ steps }) => steps)) {
        if (!('send' in step)) continue
        const template = currentTemplate(step.send)
        const form = fillForm(step.form, about)
        const found = template && validateForm(template, form, { at })
        expect(found?.filter(({ severity }) => severity === 'must')).to.deep.equal([])
        const [recipient, sender] = exampleAuthorities.map(({ data }) => data as DirectoryEntry)
        if (template === undefined || sender === undefined || recipient === undefined)
          throw new TypeError()
        const draft = {
          template,
          form,
          urgency: 'routine',
          marks: { tlp: null, classification: null },
          documents: [],
        } as const
        const against = preFlight(draft, { sender, recipient, at })
        expect(against.filter(({ severity }) => severity === 'must')).to.deep.equal([])
      }
    })
  }

  const asks = readyScripts['asks']
  if (asks === undefined) throw new TypeError('there is such a script')
  const begun = passage('them', 'mla-request', 0, { acknowledged: false })
  const after = (...history: readonly Passage[]) => {
    const scenario = scenarioFor(asks, history[0])
    const next = scenario && nextStep(scenario, history)?.step
    return next === undefined ? undefined : 'send' in next ? next.send : 'acknowledge'
  }

  it('goes on from what has happened, and waits where the other side has to move', () => {
    const request = { ...begun, acknowledged: true }
    const us = (template: string, minute: number) => passage('us', template, minute)
    const them = (template: string, minute: number) => passage('them', template, minute)
    expect(after(begun)).to.equal('acknowledge')
    expect(after(request)).to.equal('registration')
    const asked = [request, us('registration', 1), us('supplement-request', 2)]
    expect(after(...asked.slice(0, 2))).to.equal('supplement-request')
    expect(after(...asked)).to.equal(undefined)
    expect(after(...asked, them('reminder', 3))).to.equal(undefined)
    const told = [...asked, them('supplement', 4)]
    expect(after(...told)).to.equal('conditional-acceptance')
    const offered = [...told, us('conditional-acceptance', 5)]
    expect(after(...offered)).to.equal(undefined)
    const agreed = [...offered, them('conditions-agreed', 6)]
    expect(after(...agreed)).to.equal('execution')
    expect(after(...agreed, us('execution', 7))).to.equal(undefined)
  })

  it('takes no answer for one that came too early, and begins nothing by itself', () => {
    const early = [
      { ...begun, acknowledged: true },
      passage('them', 'supplement', 1),
      passage('us', 'registration', 2),
    ]
    expect(after(...early, passage('us', 'supplement-request', 3))).to.equal(undefined)
    expect(after(passage('us', 'mla-request', 0))).to.equal(undefined)
    expect(after()).to.equal(undefined)
    expect(after(passage('them', 'sounding', 0, { acknowledged: false }))).to.equal('acknowledge')
  })

  it('plays by sender, urgency and form, and lets time pass', () => {
    const steps = [{ acknowledge: true as const, after: 90 }]
    const script: Script = {
      name: 'x',
      about: 'x',
      scenarios: [
        { when: { urgency: ['emergency'] }, steps: [{ acknowledge: 'Call us instead.' }] },
        { when: { form: { path: 'offences.*.terrorismInstrument', given: true } }, steps },
      ],
    }
    const fits = (rest: Partial<Passage>) =>
      scenarioFor(script, passage('them', 'mla-request', 0, rest))
    expect(fits({})).to.equal(undefined)
    expect(fits({ urgency: 'emergency' })?.steps).to.deep.equal([
      { acknowledge: 'Call us instead.' },
    ])
    const scenario = fits({ form: { offences: [{ terrorismInstrument: 'Bombings' }] } })
    const due = scenario && nextStep(scenario, [begun])?.due
    expect(due?.toISOString()).to.equal('2026-11-28T12:01:30.000Z')
  })

  it('fills the places of a form', () => {
    const form = {
      a: '{today+30} {number}',
      b: [{ c: 'For {reference}' }],
      d: true,
      e: '{unknown}',
    }
    expect(fillForm(form, about)).to.deep.equal({
      a: '2026-12-28 SIM-841C8E02',
      b: [{ c: 'For MLA-7' }],
      d: true,
      e: '{unknown}',
    })
  })

  it('refuses a script with an unknown template, a step that is none, or steps without end', () => {
    const scripts = [{ send: 'nothing', form: {} }, { send: 'refusal' }, { wait: 1 }].map(
      (step) => ({ name: 'x', about: 'x', scenarios: [{ steps: [step] }] }),
    )
    for (const script of scripts) expect(Script.safeParse(script).success).to.equal(false)
    const endless = { steps: Array.from({ length: 51 }, () => ({ acknowledge: true })) }
    expect(Script.safeParse({ name: 'x', about: 'x', scenarios: [endless] }).success).to.equal(
      false,
    )
  })
})
