/** How far two honest machines' clocks may be apart. */
export const TOLERANCE_MS = 60_000
/** How far the clock of an officer's own machine may be ahead of the relay's. */
export const DECLARED_TOLERANCE_MS = 300_000
