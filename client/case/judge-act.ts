import type { AuthorityId } from '#crypto/fields/fields.js'
import {
  type ActId,
  type ActRule,
  acts,
  type CaseKind,
  type CaseState,
  FINAL,
  statesFor,
} from './acts.js'
import type { Illegality } from './case-view.js'

/** What of a thread decides which acts may follow. */
export type Position = {
  readonly kind: CaseKind
  readonly requesting: AuthorityId
  readonly counterpart: AuthorityId
  readonly state: CaseState
  /** Passed on by another authority: its receipt is between those two, so its first act shows that it has the request. */
  readonly isPassedOn: boolean
  /** Where execution stood when it was interrupted; null before it began. */
  readonly begun: 'in-execution' | 'partially-executed' | null
}

/** The state as acts see it. */
const reached = ({ state, isPassedOn }: Position): CaseState =>
  state === 'submitted' && isPassedOn ? 'acknowledged' : state

/** Why an act may not be done at that position; undefined if it may. */
export function judgeAct(act: ActId, by: AuthorityId, position: Position): Illegality | undefined {
  const { kind, requesting, counterpart } = position
  const rule: ActRule = acts[act]
  if (by !== requesting && by !== counterpart) return 'not-a-party'
  const side = by === requesting ? 'requesting' : 'requested'
  if (rule.by !== 'either' && rule.by !== side) return 'wrong-side'
  const from = statesFor(act, kind)
  if (from.length === 0) return 'not-in-this-kind'
  const state = reached(position)
  if (from.includes(state)) return undefined
  if (FINAL.includes(state)) return 'case-final'
  return state === 'submitted' ? 'not-acknowledged' : 'not-in-this-state'
}

/** Execution begins by accepting: who executes at once has accepted. */
const ACCEPTING: readonly CaseState[] = ['accepted', 'in-execution']

/**
 * The states through which a legal act leads, the last one stays; none if it changes no state: what refuses
 * or withdraws a part leaves the rest as it is, and conditions that are not agreed to still stand.
 */
export function pathOf(
  act: ActId,
  form: Readonly<Record<string, unknown>>,
  { state, begun }: Position,
): readonly CaseState[] {
  const { to }: ActRule = acts[act]
  if (form['scope'] === 'part' && (act === 'refusal' || act === 'withdrawal')) return []
  if (act === 'conditions-agreed' && form['agreed'] === false) return []
  const isResuming = act === 'resumption' || act === 'supplement'
  if (isResuming && begun !== null) return [...to, begun]
  const isExecuting = act === 'execution' || act === 'partial-execution'
  if (isExecuting && state !== 'in-execution' && state !== 'partially-executed') {
    return begun === null ? [...ACCEPTING, ...to] : [begun, ...to]
  }
  return to
}
