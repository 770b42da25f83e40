import type { ClockStage, StoredClock } from './clock-store.js'

export type ClockMoment = { readonly stage: ClockStage; readonly due: Date }

/** Every moment at which a clock tells something, in order; none while it does not run. */
export function clockMoments({
  state,
  warnings,
  due,
}: Pick<StoredClock, 'state' | 'warnings' | 'due'>): readonly ClockMoment[] {
  if (state !== 'running') return []
  return [
    ...warnings.map((at, i): ClockMoment => ({ stage: `warning/${i}`, due: at })),
    { stage: 'lapse', due },
  ]
}
