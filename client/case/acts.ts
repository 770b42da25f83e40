/**
 * Which template is which act, who may do it, and what comes of it: the one table of the state machine of
 * a request. Everything that judges an act, before it is sealed or after it was received, reads it here.
 *
 * @packageDocumentation
 */

/** What has become of a request at one counterpart. */
export const caseStates = [
  'submitted',
  'acknowledged',
  'registered',
  'supplement-requested',
  'supplemented',
  'under-review',
  'accepted',
  'accepted-with-conditions',
  'conditions-agreed',
  'postponed',
  'resumed',
  'in-execution',
  'partially-executed',
  'executed',
  'refused',
  'redirected',
  'withdrawn',
  'closed',
  'rejected',
  'expired',
] as const
export type CaseState = (typeof caseStates)[number]

/** Nothing changes them any more; `executed` and `refused` are still to be closed. */
export const FINAL: readonly CaseState[] = [
  'withdrawn',
  'closed',
  'rejected',
  'expired',
  'redirected',
]

/** The relay hands the request out to that counterpart no more: what refers to it would be about nothing there. */
export const UNREAD: readonly CaseState[] = ['rejected', 'expired']

/** Templates that begin a case. `information` asks for nothing and knows receipt, correction and closure only. */
export const openings = {
  'mla-request': 'request',
  'extradition-request': 'request',
  'provisional-arrest': 'request',
  'data-preservation': 'request',
  'emergency-disclosure': 'request',
  'proceedings-transfer': 'request',
  'asset-freezing': 'request',
  'cultural-property': 'request',
  'document-service': 'request',
  'video-hearing': 'request',
  'joint-team': 'request',
  'oral-confirmation': 'request',
  'spontaneous-information': 'information',
  // It refers to its original by digest, which its recipient does not have as a package of the case.
  forwarding: 'information',
  sounding: 'sounding',
} as const
export type OpeningId = keyof typeof openings
export type CaseKind = (typeof openings)[OpeningId]

export type Side = 'requesting' | 'requested'

export type ActRule = {
  /** Whose act it is; `either` for what both may do. */
  readonly by: Side | 'either'
  /** The states in which it may be done. */
  readonly from: readonly CaseState[]
  /** The states it leads through, the last one stays; none for an act that changes no state. */
  readonly to: readonly CaseState[]
  /** The kinds of case in which it is known; left out: requests only. */
  readonly kinds?: readonly CaseKind[]
}

const RECEIVED: readonly CaseState[] = [
  'acknowledged',
  'registered',
  'supplement-requested',
  'supplemented',
  'under-review',
]
const UNDECIDED: readonly CaseState[] = [...RECEIVED, 'resumed']
const EXECUTING: readonly CaseState[] = ['in-execution', 'partially-executed']
const DECIDING: readonly CaseState[] = [...UNDECIDED, 'accepted-with-conditions']
const LIVE: readonly CaseState[] = [...DECIDING, ...EXECUTING, 'postponed']
const ANY: readonly CaseState[] = ['submitted', ...LIVE, 'executed', 'refused']
const KEPT: readonly CaseState[] = [...ANY, 'closed', 'withdrawn', 'redirected']
const EVERY: readonly CaseKind[] = ['request', 'information', 'sounding']

export const acts = {
  registration: { by: 'requested', from: ['acknowledged'], to: ['registered'], kinds: EVERY },
  'review-start': {
    by: 'requested',
    from: ['acknowledged', 'registered', 'supplemented'],
    to: ['under-review'],
  },
  'supplement-request': {
    by: 'requested',
    from: [...UNDECIDED, ...EXECUTING],
    to: ['supplement-requested'],
  },
  supplement: { by: 'requesting', from: ['supplement-requested'], to: ['supplemented'] },
  reminder: { by: 'requesting', from: ['submitted', ...LIVE], to: [], kinds: EVERY },
  acceptance: { by: 'requested', from: UNDECIDED, to: ['accepted', 'in-execution'] },
  'conditional-acceptance': {
    by: 'requested',
    from: [...UNDECIDED, 'accepted-with-conditions'],
    to: ['accepted-with-conditions'],
  },
  'conditions-agreed': {
    by: 'requesting',
    from: ['accepted-with-conditions'],
    to: ['conditions-agreed', 'in-execution'],
  },
  // Who executes without having accepted accepts by it: see `pathOf`.
  'partial-execution': {
    by: 'requested',
    from: [...UNDECIDED, ...EXECUTING],
    to: ['partially-executed'],
  },
  execution: { by: 'requested', from: [...UNDECIDED, ...EXECUTING], to: ['executed'] },
  refusal: { by: 'requested', from: [...DECIDING, ...EXECUTING, 'postponed'], to: ['refused'] },
  postponement: {
    by: 'requested',
    from: [...DECIDING, ...EXECUTING],
    to: ['postponed'],
  },
  // Where execution had begun it goes on: see `pathOf`.
  resumption: { by: 'requested', from: ['postponed'], to: ['resumed'] },
  redirection: { by: 'requested', from: UNDECIDED, to: ['redirected'], kinds: EVERY },
  // Executed is not final: what is preserved, frozen or under arrest is let go by it.
  withdrawal: {
    by: 'requesting',
    from: ANY,
    to: ['withdrawn'],
    kinds: EVERY,
  },
  closure: {
    by: 'either',
    from: ['executed', 'refused'],
    to: ['closed'],
  },
  correction: { by: 'either', from: KEPT, to: [], kinds: EVERY },
  recall: { by: 'either', from: KEPT, to: [], kinds: EVERY },
  // Obligations outlive the case: they are kept until they are fulfilled or released.
  fulfilment: { by: 'either', from: KEPT, to: [], kinds: EVERY },
  release: { by: 'either', from: KEPT, to: [], kinds: EVERY },
  'transfer-request': { by: 'either', from: KEPT, to: [], kinds: EVERY },
  'transfer-approval': { by: 'either', from: KEPT, to: [], kinds: EVERY },
  'stand-down': { by: 'requesting', from: ['submitted', ...LIVE], to: ['withdrawn'] },
  // What was carried out may last only a while, as a preservation does: its clock runs on.
  'extension-request': { by: 'either', from: [...LIVE, 'executed'], to: [] },
  extension: { by: 'either', from: [...LIVE, 'executed'], to: [] },
} as const satisfies Record<string, ActRule>
export type ActId = keyof typeof acts
export const actIds = Object.keys(acts) as ActId[]

export const isOpening = (id: string): id is OpeningId => Object.hasOwn(openings, id)
export const isAct = (id: string): id is ActId => Object.hasOwn(acts, id)

/** Information and soundings are closed by either side once they have arrived. */
const INFORMAL_END: readonly CaseState[] = ['acknowledged', 'registered']

/** The states in which an act may be done in a case of a kind. */
export function statesFor(act: ActId, kind: CaseKind): readonly CaseState[] {
  const rule: ActRule = acts[act]
  if (act === 'closure' && kind !== 'request') return INFORMAL_END
  return (rule.kinds ?? ['request']).includes(kind) ? rule.from : []
}
