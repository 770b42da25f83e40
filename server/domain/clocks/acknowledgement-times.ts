import type { Urgency } from '#crypto/package/header.js'
import { after } from '../timestamp.js'

/** Within what a recipient is to acknowledge a package, in milliseconds from the moment it was available. */
export type AcknowledgementTimes = { readonly urgentMs: number; readonly routineMs: number }

/** The part of the time after which is warned. */
const WARNED_AT = 3 / 4

/** When is warned, and when the time is over, for a package that was available at `begins`. */
export function acknowledgementMoments(
  times: AcknowledgementTimes,
  urgency: Urgency,
  begins: Date,
): { readonly warned: Date; readonly due: Date } {
  const limit = urgency === 'routine' ? times.routineMs : times.urgentMs
  return { warned: after(begins, Math.round(limit * WARNED_AT)), due: after(begins, limit) }
}
