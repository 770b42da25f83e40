import { expect } from 'chai'
import fc from 'fast-check'
import type { HandoffEventCode } from '#crypto/evidence/event.js'
import { EVIDENCE_POLICY, type HandoffEvidence } from '#crypto/evidence/evidence.js'
import { AuthorityId } from '#crypto/fields/fields.js'
import { deriveHandoff, type HandoffPieces } from '#crypto/translation/derive-handoff.js'
import { hasEnded, type HandoffState, stepOfAct } from '#crypto/translation/handoff-state.js'
import type { HandoffAct } from '#crypto/translation/handoff-act.js'
import { nextHandoff } from '#crypto/translation/next-handoff.js'
import { sampleHandoff, sampleReturn } from '#test/support/sample-handoff.js'
import { NOW } from '#test/support/world/moments.js'

const handoff = sampleHandoff()
const assignment = { digest: 'a'.repeat(64), payload: handoff }
const digest = (prefix: string, n: number) => prefix + String(n).padStart(63, '0')
const since = NOW.toISOString()
const of = { handoff: handoff.handoff, assignment: assignment.digest, declared: since }

const evidenceOf = (
  code: HandoffEventCode,
  sequence: number,
  rest: Partial<HandoffEvidence>,
): HandoffPieces['evidence'][number] => ({
  digest: digest('e', sequence),
  payload: {
    about: 'handoff',
    code,
    event: 'urn:rogatory:event:x',
    time: since,
    issuer: AuthorityId.parse('zz.relay'),
    policy: EVIDENCE_POLICY,
    handoff: handoff.handoff,
    assignment: assignment.digest,
    authority: handoff.authority,
    turn: 0,
    sequence,
    subject: null,
    moment: null,
    previous: sequence === 0 ? null : digest('e', sequence - 1),
    ...rest,
  },
})

const officer = { authority: 'xa.moj', officer: 'olga', kid: 'officer' }
type Act = HandoffPieces['acts'][number]

/** What somebody may wish to happen: an act of some translator or the relay's own step. */
const wish = fc.record({
  what: fc.constantFrom(
    ...(['accept', 'decline', 'return', 'recall', 'H.4', 'H.5', 'H.6', 'H.12'] as const),
  ),
  turn: fc.nat(2),
})
type Wish = { readonly what: string; readonly turn: number }

function actOf({ what, turn }: Wish, n: number): Act | undefined {
  const by = handoff.turns[turn]?.translator ?? officer
  const payloads: Record<string, HandoffAct> = {
    accept: {
      act: 'accept',
      ...of,
      turn,
      accreditation: null,
      clearance: null,
      confidentialitySince: since,
      conflictExcluded: since,
    },
    decline: { act: 'decline', ...of, turn, reason: 'other', detail: null },
    return: sampleReturn({ handoff, assignment: assignment.digest }, { turn }),
    recall: { act: 'recall', ...of, ground: 'mistake', detail: null },
  }
  const payload = payloads[what]
  return payload && { digest: digest('b', n), by: what === 'recall' ? officer : by, payload }
}

/** A relay that records whatever is wished, legal or not, as long as a recall is no sudden end. */
function recorded(wishes: readonly Wish[]) {
  const acts: Act[] = []
  const evidence = [evidenceOf('H.1', 0, { subject: assignment.digest })]
  let state = stateAfter(nextHandoff(handoff, undefined, { code: 'H.1' }), undefined)
  const faults = new Map<string, string>()
  for (const [n, one] of wishes.entries()) {
    const sequence = evidence.length
    const act = actOf(one, n)
    const terms = handoff.turns[one.turn]
    const moment = one.what === 'H.4' ? terms?.reminders[0] : terms?.acceptBy
    const step = act
      ? stepOfAct(act.payload as HandoffAct, act.digest, act.by)
      : one.what === 'H.4' || one.what === 'H.5'
        ? { code: one.what as 'H.4', turn: one.turn, moment: moment ?? '' }
        : { code: one.what as 'H.6' }
    const next = nextHandoff(handoff, state, step)
    if (act) acts.push(act)
    const told = 'moment' in step ? { moment: step.moment } : {}
    const turn = next.ok ? next.state.turn : one.turn
    const subject = act?.digest ?? null
    evidence.push(evidenceOf(step.code, sequence, { turn, subject, ...told }))
    if (!next.ok) faults.set(digest('e', sequence), next.fault)
    state = stateAfter(next, state)
  }
  return { pieces: { assignment, acts, evidence }, state, faults }
}

const stateAfter = (next: ReturnType<typeof nextHandoff>, before: HandoffState | undefined) =>
  next.ok ? next.state : before

describe('what has become of a hand-off', () => {
  const history = fc.array(wish, { maxLength: 30 })

  it('is the same whatever order the pieces come in, and however often', () => {
    fc.assert(
      fc.property(history, fc.infiniteStream(fc.nat()), (wishes, random) => {
        const { pieces } = recorded(wishes)
        const mixed = <T>(all: readonly T[]) =>
          [...all, ...all.slice(0, 2)]
            .map((one) => ({ one, place: random.next().value as number }))
            .toSorted((a, b) => a.place - b.place)
            .map(({ one }) => one)
        const plain = deriveHandoff(pieces)
        const other = deriveHandoff({
          assignment,
          acts: mixed(pieces.acts),
          evidence: mixed(pieces.evidence),
        })
        expect(other.state).to.deep.equal(plain.state)
        expect(other.steps).to.deep.equal(plain.steps)
        expect([...other.marks].toSorted()).to.deep.equal([...plain.marks].toSorted())
      }),
    )
  })

  it('is what the legal steps make of it; every illegal one is marked, and changes nothing', () => {
    fc.assert(
      fc.property(history, (wishes) => {
        const { pieces, state, faults } = recorded(wishes)
        const derived = deriveHandoff(pieces)
        expect(derived.state).to.deep.equal(state)
        for (const [piece, fault] of faults) expect(derived.marks.get(piece)).to.equal(fault)
        expect(derived.steps.length + faults.size).to.equal(pieces.evidence.length)
      }),
    )
  })

  it('never goes back in its rotation, and never on after its end', () => {
    fc.assert(
      fc.property(history, (wishes) => {
        const { pieces } = recorded(wishes)
        let turn = 0
        let ended = false
        for (let n = 1; n <= pieces.evidence.length; n++) {
          const part = { ...pieces, evidence: pieces.evidence.slice(0, n) }
          const { state, steps } = deriveHandoff(part)
          if (state === undefined) throw new TypeError('it has begun')
          expect(state.turn).to.be.at.least(turn)
          if (ended) expect(steps.at(-1)?.digest).not.to.equal(pieces.evidence[n - 1]?.digest)
          turn = state.turn
          ended = hasEnded(state)
        }
      }),
    )
  })

  it('rests on nothing that the relay does not state, and says what is missing or foreign', () => {
    const accept = actOf({ what: 'accept', turn: 0 }, 1)
    if (accept === undefined) throw new TypeError('an act')
    const begun = evidenceOf('H.1', 0, { subject: assignment.digest })
    const said = evidenceOf('H.2', 1, { subject: accept.digest })
    const derive = (acts: readonly Act[], evidence: HandoffPieces['evidence']) => {
      const { state, marks } = deriveHandoff({ assignment, acts, evidence })
      return [state?.stage, Object.fromEntries(marks)]
    }
    expect(derive([accept], [])).to.deep.equal([undefined, { [accept.digest]: 'unrecorded' }])
    expect(derive([accept], [begun])[0]).to.equal('assigned')
    expect(derive([], [begun, said])).to.deep.equal(['assigned', { [said.digest]: 'missing' }])
    expect(derive([accept], [begun, said])).to.deep.equal(['accepted', {}])
    const back = actOf({ what: 'return', turn: 0 }, 2)
    if (back === undefined) throw new TypeError('an act')
    const returned = evidenceOf('H.7', 2, { subject: back.digest })
    expect(derive([accept, back], [begun, said, returned])).to.deep.equal(['delivered', {}])
    expect(derive([back], [begun, said, returned])).to.deep.equal([
      ...[
        'assigned',
        { [said.digest]: 'missing', [returned.digest]: 'missing', [back.digest]: 'missing' },
      ],
    ])
    // What is left out may have ended it: nothing after it is a step.
    const recall = evidenceOf('H.11', 1, { subject: 'd'.repeat(64) })
    const late = evidenceOf('H.2', 2, { subject: accept.digest })
    expect(derive([accept], [begun, recall, late])).to.deep.equal([
      ...['assigned', { [recall.digest]: 'missing', [late.digest]: 'missing' }],
    ])
    const declined = evidenceOf('H.3', 1, { subject: accept.digest })
    expect(derive([accept], [begun, declined])[1]).to.deep.equal({ [declined.digest]: 'other' })
    const fork = { ...said, digest: 'f'.repeat(64) }
    expect(derive([accept], [begun, said, fork])).to.deep.equal([
      ...['accepted', { [fork.digest]: 'forked' }],
    ])
    expect(derive([accept, back], [begun, said, fork, returned])).to.deep.equal([
      ...['accepted', { [fork.digest]: 'forked', [returned.digest]: 'missing' }],
    ])
    const elsewhere = { authority: AuthorityId.parse('xc.court'), subject: accept.digest }
    const others = evidenceOf('H.2', 1, elsewhere)
    expect(derive([accept], [begun, others])[1]).to.include({ [others.digest]: 'other' })
    const foreign = evidenceOf('H.2', 1, { assignment: 'd'.repeat(64), subject: accept.digest })
    expect(derive([accept], [begun, foreign])[1]).to.include({ [foreign.digest]: 'other' })
  })

  it('says when copies were deleted that no package has: once, and without changing what may follow', () => {
    const { source } = handoff
    const copies = { ...assignment, payload: { ...handoff, source: { ...source, header: null } } }
    const accept = actOf({ what: 'accept', turn: 0 }, 2)
    if (accept === undefined) throw new TypeError('an act')
    const begun = evidenceOf('H.1', 0, { subject: assignment.digest })
    const deleted = (sequence: number, rest: Partial<HandoffEvidence> = {}) =>
      evidenceOf('R.1', sequence, { subject: 'c'.repeat(64), ...rest })
    const derive = (of_: typeof copies, ...evidence: HandoffPieces['evidence']) =>
      deriveHandoff({ assignment: of_, acts: [accept], evidence })
    const said = evidenceOf('H.2', 2, { subject: accept.digest })
    const whole = derive(copies, begun, deleted(1), said, deleted(3))
    expect([whole.deletedAt, whole.state?.stage]).to.deep.equal([since, 'accepted'])
    expect(Object.fromEntries(whole.marks)).to.deep.equal({ [digest('e', 3)]: 'not-now' })
    const naming = derive(copies, begun, deleted(1, { subject: accept.digest }))
    expect(naming.marks.get(accept.digest)).to.equal('unrecorded')
    for (const [of_, rest] of [
      [assignment, {}],
      [copies, { turn: 1 }],
    ] as const) {
      const wrong = derive(of_ as typeof copies, begun, deleted(1, rest))
      expect(wrong.deletedAt).to.equal(undefined)
      expect(wrong.marks.get(digest('e', 1))).to.equal('not-now')
    }
  })
})
