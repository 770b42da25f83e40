import { expect } from 'chai'
import { MAX_HANDOFF_ACTS } from '#crypto/proof/bundle.js'
import { type Handoff, MAX_RETURNS, MAX_TURNS } from '#crypto/translation/handoff.js'
import type { HandoffAct } from '#crypto/translation/handoff-act.js'
import {
  type ActedBy,
  type HandoffFault,
  type HandoffState,
  type HandoffStep,
  stepOfAct,
} from '#crypto/translation/handoff-state.js'
import { nextHandoff } from '#crypto/translation/next-handoff.js'
import {
  linguist,
  sampleHandoff,
  sampleReturn,
  sampleTranslation,
} from '#test/support/sample-handoff.js'
import { NOW } from '#test/support/world/moments.js'

const assignment = '0'.repeat(64)
const officer: ActedBy = { authority: 'xa.moj', officer: 'olga', kid: 'officer' }

/** Everybody's steps on one hand-off. */
function desk(handoff: Handoff = sampleHandoff()) {
  const of = { handoff: handoff.handoff, assignment, declared: NOW.toISOString() }
  const whose = (turn: number): ActedBy => handoff.turns[turn]?.translator ?? officer
  const reviewer: ActedBy = handoff.reviewer?.linguist ?? officer
  let number = 0
  const act = (by: ActedBy, payload: HandoffAct) =>
    stepOfAct(payload, String(number++).padStart(64, '0'), by)
  const since = NOW.toISOString()
  const says = { accreditation: null, clearance: null, confidentialitySince: since }
  const returned = (turn: number, changes = {}, by = whose(turn)) =>
    act(by, sampleReturn({ handoff, assignment }, { turn, ...changes })) as Extract<
      HandoffStep,
      { readonly act: HandoffAct }
    >
  return {
    handoff,
    accept: (turn: number, by = whose(turn)) =>
      act(by, { act: 'accept', ...of, turn, ...says, conflictExcluded: since }),
    decline: (turn: number) =>
      act(whose(turn), { act: 'decline', ...of, turn, reason: 'capacity', detail: null }),
    returned,
    review: (
      of_: HandoffStep,
      outcome: 'approved' | 'changes-wanted' = 'approved',
      by = reviewer,
    ) =>
      act(by, {
        act: 'review',
        ...of,
        outcome,
        detail: null,
        return: 'digest' in of_ ? of_.digest : '',
      }),
    certify: (of_: ReturnType<typeof returned>, changes = {}, by = whose(0)): HandoffStep => {
      if (of_.act.act !== 'return') throw new TypeError('certifies a return')
      const known = { digest: of_.digest, act: of_.act }
      const translation = sampleTranslation({ handoff, assignment }, known, changes)
      return { code: 'H.9', digest: 'c'.repeat(64), by, translation }
    },
    countersign: (by = reviewer) =>
      act(by, { act: 'countersign', ...of, translation: 'c'.repeat(64) }),
    recall: (ground: 'breach' | 'source-changed' = 'breach', by = officer) =>
      act(by, { act: 'recall', ...of, ground, detail: null }),
    remind: (turn: number, n: number): HandoffStep => ({
      code: 'H.4',
      turn,
      moment: handoff.turns[turn]?.reminders[n] ?? '',
    }),
    overdue: (turn: number, what: 'acceptBy' | 'due'): HandoffStep => ({
      code: 'H.5',
      turn,
      moment: handoff.turns[turn]?.[what] ?? '',
    }),
  }
}

const begin: HandoffStep = { code: 'H.1' }
const reassign: HandoffStep = { code: 'H.6' }
const exhaust: HandoffStep = { code: 'H.12' }

/** The state after all of these, each of which must be legal but the last. */
function after(handoff: Handoff, ...steps: HandoffStep[]): HandoffState | HandoffFault {
  let state: HandoffState | undefined
  for (const [i, step] of steps.entries()) {
    const next = nextHandoff(handoff, state, step)
    if (!next.ok && i < steps.length - 1) throw new Error(`step ${i}: ${next.fault}`)
    if (!next.ok) return next.fault
    ;({ state } = next)
  }
  if (state === undefined) throw new TypeError('no steps')
  return state
}
const stage = (...of: Parameters<typeof after>) => {
  const state = after(...of)
  return typeof state === 'string' ? state : `${state.stage} ${state.turn}`
}

describe('a hand-off', () => {
  it('goes from assignment to a countersigned translation', () => {
    const d = desk()
    const back = d.returned(0)
    const way = [begin, d.accept(0), back, d.review(back), d.certify(back), d.countersign()]
    const stages = way.map((_, i) => stage(d.handoff, ...way.slice(0, i + 1)))
    expect(stages).to.deep.equal([
      ...['assigned 0', 'accepted 0', 'delivered 0', 'reviewed 0', 'certified 0'],
      'countersigned 0',
    ])
  })

  it('begins once, and nothing comes before', () => {
    const d = desk()
    expect(stage(d.handoff, d.accept(0))).to.equal('not-begun')
    expect(stage(d.handoff, begin, begin)).to.equal('not-now')
  })

  it('passes to the next in rotation when it is declined or overdue, and ends with the last', () => {
    const d = desk()
    expect(stage(d.handoff, begin, reassign)).to.equal('not-now')
    const away = [begin, d.decline(0), reassign, d.overdue(1, 'acceptBy'), reassign]
    expect(stage(d.handoff, ...away)).to.equal('assigned 2')
    expect(stage(d.handoff, ...away, d.decline(2), reassign)).to.equal('not-now')
    expect(stage(d.handoff, ...away, d.decline(2), exhaust)).to.equal('exhausted 2')
    expect(stage(d.handoff, ...away, d.decline(2), exhaust, d.accept(2))).to.equal('ended')
  })

  it('is taken from who let it become due, but stays where nobody else can take it', () => {
    const d = desk()
    const late = [begin, d.accept(0), d.overdue(0, 'due'), reassign]
    expect(stage(d.handoff, ...late)).to.equal('assigned 1')
    expect(stage(d.handoff, ...late, d.returned(0))).to.equal('turn-over')
    const alone = desk({ ...sampleHandoff(), turns: sampleHandoff().turns.slice(0, 1) })
    const kept = [begin, alone.accept(0), alone.overdue(0, 'due')]
    expect(stage(alone.handoff, ...kept, exhaust)).to.equal('not-now')
    expect(stage(alone.handoff, ...kept, alone.returned(0))).to.equal('delivered 0')
  })

  it('is accepted late as long as nobody took it away, and by nobody afterwards', () => {
    const d = desk()
    const late = [begin, d.overdue(0, 'acceptBy')]
    expect(stage(d.handoff, ...late, d.accept(0))).to.equal('accepted 0')
    expect(stage(d.handoff, ...late, reassign, d.accept(0))).to.equal('turn-over')
    expect(stage(d.handoff, ...late, d.accept(0), reassign)).to.equal('not-now')
  })

  it('is accepted by whose turn it is, once', () => {
    const d = desk()
    expect(stage(d.handoff, begin, d.accept(1))).to.equal('not-now')
    expect(stage(d.handoff, begin, d.accept(0, linguist('x')))).to.equal('not-yours')
    const elsewhere = { ...linguist('x'), ...d.handoff.turns[0]?.translator, authority: 'xc.court' }
    expect(stage(d.handoff, begin, d.accept(0, elsewhere))).to.equal('not-yours')
    expect(stage(d.handoff, begin, d.accept(0), d.accept(0))).to.equal('not-now')
    expect(stage(d.handoff, begin, d.accept(0), d.decline(0))).to.equal('declined 0')
  })

  it('reminds once of a moment, of those that were named, and of nothing that is done', () => {
    const d = desk()
    const taken = [begin, d.accept(0), d.remind(0, 0)]
    expect(stage(d.handoff, ...taken, d.remind(0, 1))).to.equal('accepted 0')
    expect(stage(d.handoff, ...taken, d.remind(0, 0))).to.equal('not-now')
    expect(stage(d.handoff, ...taken, d.remind(1, 0))).to.equal('turn-over')
    expect(stage(d.handoff, begin, d.overdue(0, 'due'))).to.equal('not-now')
    expect(stage(d.handoff, ...taken, d.overdue(0, 'acceptBy'))).to.equal('not-now')
    expect(stage(d.handoff, ...taken, d.returned(0), d.remind(0, 1))).to.equal('not-now')
  })

  it('takes back the language, the items and the marks that it must', () => {
    const d = desk()
    const back = (changes: object) => stage(d.handoff, begin, d.accept(0), d.returned(0, changes))
    const { targets } = sampleReturn({ handoff: d.handoff, assignment })
    const strangers = sampleReturn({ handoff: sampleHandoff(), assignment }).targets
    expect(back({ language: 'en' })).to.equal('other-language')
    expect(back({ targets: targets.slice(1) })).to.equal('other-items')
    expect(back({ targets: targets.slice(1), complete: false })).to.equal('delivered 0')
    expect(back({ targets: [...targets, strangers[0]] })).to.equal('delivered 0')
    expect(back({ targets: [...targets, ...strangers] })).to.equal('other-items')
  })

  it('keeps the mark of a machine whatever comes after', () => {
    const d = desk()
    const draft = d.returned(0, { machine: 'draft' })
    const again = [begin, d.accept(0), draft, d.review(draft, 'changes-wanted')]
    expect(stage(d.handoff, ...again, d.returned(0))).to.equal('mark-lost')
    const edited = d.returned(0, { machine: 'post-edited' })
    const approved = [...again, edited, d.review(edited)]
    expect(stage(d.handoff, ...approved, d.certify(edited, { machine: 'none' }))).to.equal(
      'mark-lost',
    )
    expect(stage(d.handoff, ...approved, d.certify(edited))).to.equal('certified 0')
    const raw = [begin, d.accept(0), draft, d.review(draft)]
    expect(stage(d.handoff, ...raw, d.certify(draft, { machine: 'post-edited' }))).to.equal(
      'mark-lost',
    )
  })

  it('is reviewed by the reviewer, of the newest return', () => {
    const d = desk()
    const [first, second] = [d.returned(0), d.returned(0)]
    const done = [begin, d.accept(0), first]
    expect(stage(d.handoff, ...done, d.review(first, 'approved', officer))).to.equal('not-yours')
    const another = { ...officer, ...d.handoff.reviewer?.linguist, officer: 'olga' }
    expect(stage(d.handoff, ...done, d.review(first, 'approved', another))).to.equal('not-yours')
    expect(stage(d.handoff, ...done, d.review(second))).to.equal('other-return')
    expect(stage(d.handoff, ...done, d.certify(first))).to.equal('not-now')
    const redone = [...done, d.review(first, 'changes-wanted'), second]
    expect(stage(d.handoff, ...redone, d.review(first))).to.equal('other-return')
    expect(stage(d.handoff, ...redone, d.review(second))).to.equal('reviewed 0')
  })

  it('is given back so often, and then no more', () => {
    const d = desk()
    const rounds = (turn: number, count: number) =>
      Array.from({ length: count }, () => d.returned(turn)).flatMap((back) => [
        back,
        d.review(back, 'changes-wanted'),
      ])
    const first = [begin, d.accept(0), ...rounds(0, MAX_RETURNS - 1)]
    expect(stage(d.handoff, ...first, d.returned(0))).to.equal('delivered 0')
    expect(stage(d.handoff, ...first, ...rounds(0, 1), d.returned(0))).to.equal('too-many')
    expect(stage(d.handoff, ...first, ...rounds(0, 1), d.recall())).to.equal('recalled 0')
    // All of it has to fit into one bundle: every turn taken up and declined, every return reviewed.
    expect(2 * MAX_TURNS + 2 * MAX_RETURNS + 2).to.be.lessThan(MAX_HANDOFF_ACTS)
  })

  it('is looked over by the authority where no reviewer is named, or not at all', () => {
    const d = desk(sampleHandoff({ reviewer: null }))
    const back = d.returned(0)
    const done = [begin, d.accept(0), back]
    expect(stage(d.handoff, ...done, d.certify(back))).to.equal('certified 0')
    expect(stage(d.handoff, ...done, d.review(back))).to.equal('reviewed 0')
    const [own] = d.handoff.turns
    const translator = {
      ...linguist('x'),
      authority: d.handoff.authority,
      kid: own?.translator.kid ?? '',
    }
    // Of their own authority, with a further key: still the one who translated it.
    const home = { ...own?.translator, authority: d.handoff.authority }
    const [first, ...others] = d.handoff.turns
    if (!first) throw new TypeError('the sample has three turns')
    const turns = [{ ...first, translator: { ...first.translator, ...home } }, ...others]
    const atHome = desk({ ...d.handoff, turns })
    const given = atHome.returned(0)
    const again = { ...turns[0]?.translator, kid: 'another key' } as ActedBy
    expect(
      stage(
        atHome.handoff,
        begin,
        atHome.accept(0),
        given,
        atHome.review(given, 'approved', again),
      ),
    ).to.equal('not-yours')
    for (const stranger of [linguist('x'), translator]) {
      expect(stage(d.handoff, ...done, d.review(back, 'approved', stranger))).to.equal('not-yours')
    }
  })

  it('is certified of the very items that were returned, by who returned them', () => {
    const d = desk()
    const back = d.returned(0)
    const done = [begin, d.accept(0), back, d.review(back)]
    const certified = (changes: object, by?: ActedBy) =>
      stage(d.handoff, ...done, d.certify(back, changes, by))
    const known = sampleTranslation(
      { handoff: d.handoff, assignment },
      { digest: back.digest, act: sampleReturn({ handoff: d.handoff, assignment }) },
    )
    const [one, two] = known.items
    expect(certified({}, linguist('x'))).to.equal('not-yours')
    const elsewhere = { ...linguist('x'), ...d.handoff.turns[0]?.translator, authority: 'xc.court' }
    expect(certified({}, elsewhere)).to.equal('not-yours')
    expect(certified({ return: 'd'.repeat(64) })).to.equal('other-return')
    expect(certified({ items: [one] })).to.equal('other-items')
    expect(certified({ items: [one, { ...two, sealed: null }] })).to.equal('other-items')
    expect(certified({ complete: false })).to.equal('other-items')
    expect(certified({ pair: { from: 'ar', to: 'en' } })).to.equal('other-language')
    expect(stage(d.handoff, ...done, d.certify(back), d.countersign(officer))).to.equal('not-yours')
  })

  it('is recalled by its authority at any time, and nothing follows', () => {
    const d = desk()
    expect(stage(d.handoff, begin, d.recall('breach', linguist('x')))).to.equal('not-yours')
    expect(stage(d.handoff, begin, d.accept(0), d.recall())).to.equal('recalled 0')
    const back = d.returned(0)
    const done = [begin, d.accept(0), back, d.review(back), d.certify(back)]
    expect(stage(d.handoff, ...done, d.recall('source-changed'))).to.equal('superseded 0')
    for (const step of [d.accept(0), back, reassign, d.remind(0, 0), d.recall()]) {
      expect(stage(d.handoff, begin, d.recall(), step)).to.equal('ended')
    }
  })
})
