import type { HandoffEventCode } from '../evidence/event.js'
import type { CertifiedTranslation } from './certified-translation.js'
import type { Handoff } from './handoff.js'
import type { HandoffAct, MachineMark, ReturnAct } from './handoff-act.js'

/** Where a hand-off stands. `declined` waits for the next turn, or for the end of the rotation. */
export type HandoffStage =
  | 'assigned'
  | 'declined'
  | 'accepted'
  | 'delivered'
  | 'changes-wanted'
  | 'reviewed'
  | 'certified'
  | 'countersigned'
  | 'exhausted'
  | 'recalled'
  | 'superseded'

export type HandoffState = {
  readonly stage: HandoffStage
  readonly turn: number
  /** The present turn let a moment pass: it can be taken away. */
  readonly overdue: boolean
  /** The newest return and its digest. */
  readonly returned: { readonly digest: string; readonly act: ReturnAct } | null
  /** How often a translation was given back; nobody takes a hand-off over after that. */
  readonly returns: number
  readonly translation: string | null
  /** Of the newest return. Once a machine had a hand in it, this turn never says `none` again. */
  readonly machine: MachineMark
  /** Moments of the present turn that were told: nobody is reminded twice of one. */
  readonly reminded: readonly string[]
}

/** Who did it: as the verified credential says. */
export type ActedBy = {
  readonly authority: string
  readonly officer: string
  readonly kid: string
}

/** One step of a hand-off: what somebody stated, or what the relay did since the time had come. */
export type HandoffStep =
  | { readonly code: 'H.1' | 'H.6' | 'H.12' }
  | { readonly code: 'H.4' | 'H.5'; readonly turn: number; readonly moment: string }
  | {
      readonly code: Exclude<
        HandoffEventCode,
        'H.1' | 'H.4' | 'H.5' | 'H.6' | 'H.9' | 'H.12' | 'R.1'
      >
      readonly digest: string
      readonly by: ActedBy
      readonly act: HandoffAct
    }
  | {
      readonly code: 'H.9'
      readonly digest: string
      readonly by: ActedBy
      readonly translation: CertifiedTranslation
    }

/** Why a step may not be taken. Closed: each is told to whoever tried. */
export const handoffFaults = [
  'not-begun',
  'turn-over',
  'not-yours',
  'not-now',
  'ended',
  'other-return',
  'other-language',
  'other-items',
  'mark-lost',
  'too-many',
] as const
export type HandoffFault = (typeof handoffFaults)[number]

const ACT_CODES = {
  accept: 'H.2',
  decline: 'H.3',
  return: 'H.7',
  review: 'H.8',
  countersign: 'H.10',
  recall: 'H.11',
} as const satisfies Record<HandoffAct['act'], HandoffEventCode>

/** The step that an act is. */
export const stepOfAct = (act: HandoffAct, digest: string, by: ActedBy): HandoffStep => ({
  code: ACT_CODES[act.act],
  digest,
  by,
  act,
})

/** Whether there is a turn after the present one. */
export const hasNextTurn = ({ turns }: Handoff, { turn }: HandoffState): boolean =>
  turn + 1 < turns.length

/** After these nothing more is expected of anybody. */
const ENDED: readonly HandoffStage[] = ['exhausted', 'recalled', 'superseded']
export const hasEnded = ({ stage }: HandoffState): boolean => ENDED.includes(stage)
