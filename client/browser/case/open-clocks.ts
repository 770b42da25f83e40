import type { WatchedClock } from '../../core/cases/watch-clocks.js'

/** Those that run or stand still, the first to be due first. */
export const openClocks = (clocks: readonly WatchedClock[]): readonly WatchedClock[] =>
  clocks.filter(({ state }) => state !== 'ended').toSorted((a, b) => (a.due < b.due ? -1 : 1))
