/** How far two honest machines' clocks may be apart. */
export const TOLERANCE_MS = 60_000
/**
 * How long after the newest evidence somebody else than the operator attests it at the latest. A minute is usual: the log
 * is stamped once in `TIMESTAMP_INTERVAL_SECONDS`. This bears every authority being away over a weekend.
 */
export const ATTESTING_LAPSE_MS = 72 * 3_600_000
/** How far the clock of an officer's own machine may be ahead of the relay's. */
export const DECLARED_TOLERANCE_MS = 300_000
