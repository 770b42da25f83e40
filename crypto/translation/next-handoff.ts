import type { CertifiedTranslation } from './certified-translation.js'
import { type Handoff, isSameLinguist, type Linguist, MAX_RETURNS } from './handoff.js'
import type { HandoffAct, ReturnAct } from './handoff-act.js'
import {
  type ActedBy,
  type HandoffFault,
  type HandoffState,
  type HandoffStep,
  hasEnded,
  hasNextTurn,
} from './handoff-state.js'

export type NextHandoff =
  | { readonly ok: true; readonly state: HandoffState }
  | { readonly ok: false; readonly fault: HandoffFault }

const BEGUN: HandoffState = {
  stage: 'assigned',
  turn: 0,
  overdue: false,
  returned: null,
  translation: null,
  machine: 'none',
  returns: 0,
  reminded: [],
}

/**
 * The state machine of a hand-off: what a step makes of it, or why it may not be taken. The relay asks it
 * before it signs evidence, everybody else after.
 *
 * Moments are no condition here: that one has come is stated by the relay's H.4 and H.5. A translator who
 * accepts after `acceptBy` is in time as long as nobody has taken the turn away.
 */
export function nextHandoff(
  handoff: Handoff,
  state: HandoffState | undefined,
  step: HandoffStep,
): NextHandoff {
  if (step.code === 'H.1') return state === undefined ? to(BEGUN) : fault('not-now')
  if (state === undefined) return fault('not-begun')
  if (hasEnded(state)) return fault('ended')
  if ('translation' in step) return certified(handoff, state, step)
  if ('act' in step) return acted(handoff, state, step.act, step)
  if ('moment' in step) return came(handoff, state, step)
  return moved(handoff, state, step.code)
}

type Timed = Extract<HandoffStep, { readonly moment: string }>

/** A moment of the present turn: only while something is expected of the translator. */
function came(handoff: Handoff, state: HandoffState, { code, turn, moment }: Timed): NextHandoff {
  if (turn !== state.turn) return fault('turn-over')
  if (state.overdue || !isExpected(state) || state.reminded.includes(moment))
    return fault('not-now')
  const terms = handoff.turns[turn]
  if (code === 'H.4') {
    if (terms?.reminders.includes(moment) !== true) return fault('not-now')
    return to({ ...state, reminded: [...state.reminded, moment] })
  }
  const limit = state.stage === 'assigned' ? terms?.acceptBy : terms?.due
  return moment === limit ? to({ ...state, overdue: true }) : fault('not-now')
}

/** A review that wants changes may come after `due`: it begins no lapse. */
const isExpected = ({ stage }: HandoffState) => stage === 'assigned' || stage === 'accepted'

function moved(handoff: Handoff, state: HandoffState, code: 'H.6' | 'H.12'): NextHandoff {
  const isFree = state.stage === 'declined' || (state.overdue && isExpected(state))
  if (!isFree) return fault('not-now')
  if (code === 'H.6') {
    if (!hasNextTurn(handoff, state)) return fault('not-now')
    return to({ ...BEGUN, turn: state.turn + 1 })
  }
  // Whoever has accepted keeps what nobody else can take on: a late translation is still one.
  const isLost = state.stage === 'declined' || state.stage === 'assigned'
  return isLost && !hasNextTurn(handoff, state)
    ? to({ ...state, stage: 'exhausted' })
    : fault('not-now')
}

function acted(
  handoff: Handoff,
  state: HandoffState,
  act: HandoffAct,
  { by, digest }: { readonly by: ActedBy; readonly digest: string },
): NextHandoff {
  switch (act.act) {
    case 'accept':
    case 'decline': {
      const wrong = notTheirTurn(handoff, state, act.turn, by)
      if (wrong !== undefined) return fault(wrong)
      if (state.stage !== 'assigned' && !(act.act === 'decline' && state.stage === 'accepted')) {
        return fault('not-now')
      }
      const stage = act.act === 'accept' ? 'accepted' : 'declined'
      return to({ ...state, stage, overdue: false })
    }
    case 'return': {
      const wrong = notTheirTurn(handoff, state, act.turn, by) ?? notReturnable(handoff, state, act)
      if (wrong !== undefined) return fault(wrong)
      const { machine } = act
      return to({
        ...state,
        stage: 'delivered',
        overdue: false,
        returned: { digest, act },
        returns: state.returns + 1,
        machine,
      })
    }
    case 'review': {
      if (!mayReview(handoff, by)) return fault('not-yours')
      if (state.stage !== 'delivered') return fault('not-now')
      if (state.returned?.digest !== act.return) return fault('other-return')
      return to({ ...state, stage: act.outcome === 'approved' ? 'reviewed' : 'changes-wanted' })
    }
    case 'countersign':
      if (!mayReview(handoff, by)) return fault('not-yours')
      if (state.stage !== 'certified') return fault('not-now')
      if (state.translation !== act.translation) return fault('other-return')
      return to({ ...state, stage: 'countersigned' })
    case 'recall':
      if (by.authority !== handoff.authority) return fault('not-yours')
      return to({ ...state, stage: act.ground === 'source-changed' ? 'superseded' : 'recalled' })
  }
}

function notTheirTurn(
  { turns }: Handoff,
  state: HandoffState,
  turn: number,
  by: ActedBy,
): HandoffFault | undefined {
  const translator = turns[turn]?.translator
  if (translator === undefined || !isThem(translator, by)) return 'not-yours'
  if (turn < state.turn) return 'turn-over'
  return turn > state.turn ? 'not-now' : undefined
}

function notReturnable(
  { pair, source }: Handoff,
  { stage, machine, returns }: HandoffState,
  act: ReturnAct,
): HandoffFault | undefined {
  if (stage !== 'accepted' && stage !== 'changes-wanted') return 'not-now'
  if (returns === MAX_RETURNS) return 'too-many'
  if (act.language !== pair.to) return 'other-language'
  if (machine !== 'none' && act.machine === 'none') return 'mark-lost'
  const given = act.targets.map(({ item }) => item)
  const others = given.filter((item) => !source.parts.some(({ part }) => part === item))
  // Fields of a form are one item, whose id the relay is not told.
  if (others.length > 1) return 'other-items'
  const isWhole = source.parts.every(({ part }) => given.includes(part))
  return act.complete && !isWhole ? 'other-items' : undefined
}

function certified(
  handoff: Handoff,
  state: HandoffState,
  step: Extract<HandoffStep, { readonly code: 'H.9' }>,
): NextHandoff {
  const { translation, by, digest } = step
  const wrong = notTheirTurn(handoff, state, state.turn, by)
  if (wrong !== undefined) return fault(wrong)
  const isReady =
    state.stage === 'reviewed' || (state.stage === 'delivered' && handoff.reviewer === null)
  if (!isReady || state.returned === null) return fault('not-now')
  const { act, digest: returned } = state.returned
  if (translation.return !== returned) return fault('other-return')
  if (translation.machine !== state.machine) return fault('mark-lost')
  const { from, to: target } = translation.pair
  if (from !== handoff.pair.from || target !== handoff.pair.to) return fault('other-language')
  if (!isOfThose(handoff, act, translation)) return fault('other-items')
  return to({ ...state, stage: 'certified', translation: digest })
}

/** The very items of the return, each with the ciphertext that was handed off. */
function isOfThose({ source }: Handoff, act: ReturnAct, { items, complete }: CertifiedTranslation) {
  const sealed = new Map(source.parts.map(({ part, digest }) => [part, digest]))
  const given = new Set(act.targets.map(({ item }) => item))
  return (
    complete === act.complete &&
    items.length === given.size &&
    items.every((one) => given.has(one.item) && one.sealed === (sealed.get(one.item) ?? null))
  )
}

/** The linguist who is named; where none is, an officer of the authority, but nobody who translated it. */
const mayReview = ({ reviewer, authority, turns }: Handoff, by: ActedBy) =>
  reviewer === null
    ? by.authority === authority && !turns.some(({ translator }) => isSameLinguist(translator, by))
    : isThem(reviewer.linguist, by)

/** Person and key: nobody acts as another, nor by a key that the hand-off does not name. */
const isThem = ({ authority, officer, kid }: Linguist, by: ActedBy) =>
  authority === by.authority && officer === by.officer && kid === by.kid

const to = (state: HandoffState): NextHandoff => ({ ok: true, state })
const fault = (why: HandoffFault): NextHandoff => ({ ok: false, fault: why })
