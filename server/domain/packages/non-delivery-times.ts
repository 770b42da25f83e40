import type { Urgency } from '#crypto/package/header.js'
import { after } from '../timestamp.js'

/** When it is judged that nobody was notified, in milliseconds from the submission. */
export type NonDeliveryTimes = {
  readonly urgentProvisionalMs: number
  readonly urgentFinalMs: number
  /** Routine packages are judged once. */
  readonly routineMs: number
}

export type Judgement = { readonly stage: 'provisional' | 'final'; readonly due: Date }

/** The judgements of one package in order. `begins` is the submission, or the later `notBefore`. */
export function judgements(
  times: NonDeliveryTimes,
  urgency: Urgency,
  begins: Date,
): readonly [Judgement, ...Judgement[]] {
  if (urgency === 'routine') return [{ stage: 'final', due: after(begins, times.routineMs) }]
  return [
    { stage: 'provisional', due: after(begins, times.urgentProvisionalMs) },
    { stage: 'final', due: after(begins, times.urgentFinalMs) },
  ]
}

export const firstJudgement = (times: NonDeliveryTimes, urgency: Urgency, begins: Date): Date =>
  judgements(times, urgency, begins)[0].due
