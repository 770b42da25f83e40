import type { Handoff, Linguist } from '#crypto/translation/handoff.js'
import type { HandoffState } from '#crypto/translation/handoff-state.js'

/** What comes next in a hand-off, and who is expected to do it. */
export type Awaited = {
  readonly act:
    | 'accept'
    | 'return'
    | 'review'
    | 'certify'
    | 'countersign'
    /** The relay passes it on, by itself. */
    | 'reassignment'
    /** Nobody is left who could take it on. */
    | 'new-hand-off'
  /** The linguist; null for the relay, or for an officer of the authority. */
  readonly who: Linguist | null
  readonly until: string | null
}

/** Undefined once nothing more is expected of anybody. */
export function awaitedOf(
  { turns, reviewer }: Handoff,
  { stage, turn, overdue, machine }: HandoffState,
): Awaited | undefined {
  const terms = turns[turn]
  const translator = terms?.translator ?? null
  const second = reviewer?.linguist ?? null
  const of = (act: Awaited['act'], who: Linguist | null, until: string | null = null) => ({
    act,
    who,
    until,
  })
  switch (stage) {
    case 'declined':
      return of('reassignment', null)
    case 'assigned':
      return of(overdue ? 'reassignment' : 'accept', overdue ? null : translator, terms?.acceptBy)
    case 'accepted':
      return of('return', translator, terms?.due)
    case 'changes-wanted':
      return of('return', translator)
    case 'delivered':
      // Nobody certifies what a machine drafted: somebody has to ask for more.
      return second === null && machine !== 'draft'
        ? of('certify', translator)
        : of('review', second)
    case 'reviewed':
      return machine === 'draft' ? undefined : of('certify', translator)
    case 'certified':
      return second === null ? undefined : of('countersign', second)
    case 'exhausted':
      return of('new-hand-off', null)
    case 'countersigned':
    case 'recalled':
    case 'superseded':
      return undefined
  }
}

/** Whether it is this officer who is waited for; `reads`: as one who corresponds for the authority. */
export function isAwaitedOf(
  awaited: Awaited | undefined,
  { authority }: Handoff,
  officer: { readonly authority: string; readonly kid: string; readonly corresponds: boolean },
): boolean {
  if (awaited === undefined || awaited.act === 'reassignment') return false
  if (awaited.who !== null) return awaited.who.kid === officer.kid
  return officer.corresponds && officer.authority === authority
}
