import type { RingClock } from '#server/domain/clocks/ring-clock.js'
import type { Processor } from '../processor.js'

/** Warnings and lapses of clocks that officers asked for. */
export const asked =
  (ringClock: RingClock): Processor<'clocks.asked'> =>
  (about) =>
    ringClock(about)
