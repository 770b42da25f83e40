import { expect } from 'chai'
import fc from 'fast-check'
import type { CasePackage } from '#client/case/case-view.js'
import { deriveCase } from '#client/case/derive-case.js'
import { deriveRegister } from '#client/case/register/derive-register.js'
import { CASE, caseWorld, xa, xb, xc } from '#test/support/case/case-world.js'

const day = fc.constantFrom('2026-06-30', 'no day')
const text = fc.constantFrom('Not for fiscal offences.', '')
/** What forms may hold that obliges somebody, and what a stranger may put in its place. */
const form = fc.record(
  {
    assurances: fc.array(fc.record({ kind: fc.constant('retrial'), text }), { maxLength: 2 }),
    conditions: fc.oneof(
      fc.array(fc.record({ id: fc.constantFrom('1', '2'), text, until: day })),
      text,
    ),
    useConditions: fc.array(fc.oneof(fc.record({ text, until: day }), fc.constant(null))),
    confidentiality: fc.record({ required: fc.boolean(), reasons: text }),
    agreed: fc.boolean(),
    approved: fc.boolean(),
    recipient: fc.constantFrom<string>('xd.other', 'nobody'),
    agreedConditions: fc.subarray(['1', '2']),
  },
  { requiredKeys: [] },
)
const move = fc.record({
  from: fc.constantFrom('asking', 'asked'),
  with: fc.constantFrom(xb, xc),
  template: fc.constantFrom(
    ...['conditional-acceptance', 'conditions-agreed', 'execution', 'partial-execution', 'refusal'],
    ...['fulfilment', 'release', 'transfer-approval', 'withdrawal', 'closure', 'acceptance'],
  ),
  form,
  about: fc.array(fc.tuple(fc.nat(9), fc.nat(3)), { maxLength: 3 }),
  received: fc.boolean(),
})
type Move = typeof move extends fc.Arbitrary<infer M> ? M : never

/** A request to two authorities, each of which sees only what it sent or was sent. */
function play(asked: CasePackage['manifest']['form'], moves: readonly Move[]) {
  const world = caseWorld()
  const request = world.send({ from: xa, to: [xb, xc], template: 'mla-request', form: asked })
  for (const one of moves) {
    if (one.received) world.state(request, 'C.3', one.with)
    const entries = one.about.map(([pkg, place]) => {
      const named = world.packages[pkg % world.packages.length]?.manifest.package ?? ''
      return `${named}#${place}`
    })
    const [from, to] = one.from === 'asking' ? [xa, one.with] : [one.with, xa]
    const about = { entries, package: request.manifest.package }
    const { template } = one
    world.send({ from, to: [to], template, form: { ...one.form, ...about }, replyTo: request })
  }
  return world.packages
}

describe('the register of a case, whatever anybody says', () => {
  const history = fc
    .tuple(form, fc.array(move, { maxLength: 25 }))
    .map(([asked, moves]) => play(asked, moves))
  const register = (packages: readonly CasePackage[], viewer = xa) =>
    deriveRegister(deriveCase(CASE, packages, viewer), packages)

  it('is the same on both sides, in whatever order packages come', () => {
    fc.assert(
      fc.property(history, fc.infiniteStream(fc.nat()), (packages, random) => {
        const whole = register(packages)
        for (const side of [xb, xc]) {
          const seen = packages
            .filter(({ manifest: { sender, recipients } }) =>
              [sender, ...recipients.map(({ authority }) => authority)].includes(side),
            )
            .map((pkg) => ({ pkg, place: random.next().value as number }))
            .sort((a, b) => a.place - b.place)
            .map(({ pkg }) => pkg)
          const theirs = register(seen, side)
          const ours = whole.entries.filter(({ counterpart }) => counterpart === side)
          expect(theirs.entries).to.deep.equal(ours)
          expect(theirs.approvals).to.deep.equal(
            whole.approvals.filter(({ by, givenTo }) => [by, givenTo].includes(side)),
          )
        }
      }),
    )
  })

  it('ends an obligation by nobody but whom it is owed to, or with the request', () => {
    fc.assert(
      fc.property(history, (packages) => {
        for (const { history: steps, bound, owedTo, state } of register(packages).entries) {
          expect(steps.at(-1)?.state).to.equal(state)
          for (const step of steps) {
            if (step.state === 'fulfilled' || step.state === 'released') {
              expect(step.by).to.equal(owedTo)
            }
            if (step.state === 'reported') expect(step.by).to.equal(bound)
          }
          const ends = steps.findIndex((one) =>
            ['fulfilled', 'released', 'replaced', 'void'].includes(one.state),
          )
          expect(ends === -1 || ends === steps.length - 1, 'what has ended has ended').to.equal(
            true,
          )
        }
      }),
    )
  })
})
