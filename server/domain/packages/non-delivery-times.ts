import type { Urgency } from '#crypto/package/header.js'
import { after } from '../timestamp.js'

/** Within what a package is to be notified and fetched, in milliseconds from the submission. */
export type NonDeliveryTimes = {
  readonly urgentProvisionalMs: number
  readonly urgentFinalMs: number
  /** Routine packages are judged once. */
  readonly routineMs: number
}

export type Judgement = {
  readonly stage: 'provisional' | 'final'
  /** When the time is over. What happens at this very moment counts as delivery. */
  readonly due: Date
  /** When that is judged: what happened in the last moment is durable by then. */
  readonly judged: Date
}

/** So long after its time a package is judged, as after its expiry. */
export const NON_DELIVERY_GRACE_MS = 10_000

/** The judgements of one package in order. `begins` is the submission, or the later `notBefore`. */
export function judgements(
  times: NonDeliveryTimes,
  urgency: Urgency,
  begins: Date,
): readonly [Judgement, ...Judgement[]] {
  const judgement = (stage: Judgement['stage'], ms: number): Judgement => ({
    stage,
    due: after(begins, ms),
    judged: after(begins, ms + NON_DELIVERY_GRACE_MS),
  })
  if (urgency === 'routine') return [judgement('final', times.routineMs)]
  return [
    judgement('provisional', times.urgentProvisionalMs),
    judgement('final', times.urgentFinalMs),
  ]
}

export const firstJudgement = (times: NonDeliveryTimes, urgency: Urgency, begins: Date): Date =>
  judgements(times, urgency, begins)[0].judged
